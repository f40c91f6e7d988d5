import { EmptyState, PageHeader, Timeline } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { HalfDaySheet, TrailEntry } from '../attendance.queries';
import { attendanceWords, markWords, sourceWords } from '../attendance.words';
import { halfDayTitle } from '../half-day-title';

interface Props {
  readonly sheet: HalfDaySheet;
  readonly fullName: string;
  readonly trail: readonly TrailEntry[];
}

export function AttendanceTrail({ sheet, fullName, trail }: Props) {
  const say = useWords(attendanceWords);
  const marks = useWords(markWords);
  const sources = useWords(sourceWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        back={{ href: `/half-days/${sheet.id}/attendance`, label: say.backToSheet }}
        title={say.trailOf(fullName)}
        subtitle={`${sheet.classCode} · ${halfDayTitle(sheet, locale)}`}
      />
      {trail.length === 0 && <EmptyState title={say.noTrail} />}
      <Timeline
        entries={trail.map(({ mark, source, markedAt, markedByName, reason }) => ({
          at: markedAt,
          who: markedByName ?? say.somebody,
          what: `${marks[mark]} (${sources[source]})`,
          reason,
        }))}
      />
    </>
  );
}
