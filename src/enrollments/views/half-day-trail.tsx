import { showMoment } from '../../platform/clock';
import { PageHeader } from '../../platform/pages/blocks';
import { CheckField, choicesOf, SelectField } from '../../platform/pages/choices';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import { attendanceSources } from '../attendance-line.entity';
import type { HalfDayTrailEntry } from '../attendance-trail.queries';
import type { HalfDaySheet } from '../attendance.queries';
import { attendanceWords, sourceWords } from '../attendance.words';
import type { TrailPageQuery } from '../enrollments.requests';
import { halfDayTitle } from '../half-day-title';
import { trailSentence } from '../trail-sentence';
import { trailWords } from '../trail.words';

interface Props {
  readonly sheet: HalfDaySheet;
  readonly entries: PageOf<HalfDayTrailEntry>;
  readonly query: TrailPageQuery;
}

/** Every mark of a half-day: who, whom, when, from where. */
export function HalfDayTrail({ sheet, entries, query }: Props) {
  const say = useWords(trailWords);
  const attendance = useWords(attendanceWords);
  const sources = useWords(sourceWords);
  const locale = useLocale();
  const path = `/half-days/${sheet.id}/attendance-trail`;
  const { cursor, source, toldLater, corrected } = query;
  const filter = { source, toldLater: toldLater ? 'true' : '', corrected: corrected ? 'true' : '' };
  const title = say.title(halfDayTitle(sheet, locale));
  return (
    <>
      <PageHeader
        back={{ href: `/half-days/${sheet.id}/attendance`, label: attendance.backToSheet }}
        title={title}
        subtitle={`${sheet.classCode} – ${sheet.className}`}
      />
      <Filters action={path} values={filter}>
        <SelectField
          name="source"
          label={say.source}
          blank={say.allSources}
          choices={choicesOf(attendanceSources, sources)}
        />
        <CheckField name="toldLater" label={say.onlyToldLater} />
        <CheckField name="corrected" label={say.onlyCorrected} />
      </Filters>
      <Table
        caption={title}
        list={{ next: entries.next, isFirstPage: cursor === undefined }}
        hidesCaption
        rows={entries.items}
        empty={{ title: say.none }}
        columns={[
          {
            label: say.whom,
            isRowName: true,
            cell: ({ enrollmentId, fullName }) => (
              <a href={`/half-days/${sheet.id}/attendance/${enrollmentId}`}>{fullName}</a>
            ),
          },
          { label: say.what, cell: (entry) => trailSentence(entry, locale) },
          { label: say.when, cell: ({ markedAt }) => <span class="text-nowrap">{showMoment(markedAt)}</span> },
          { label: say.who, cell: ({ markedByName }) => markedByName ?? attendance.somebody },
          { label: say.reason, cell: ({ reason }) => reason },
        ]}
      />
      <Pager path={path} query={filter} next={entries.next} isFirstPage={cursor === undefined} />
    </>
  );
}
