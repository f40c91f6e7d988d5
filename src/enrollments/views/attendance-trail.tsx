import { EmptyState, PageHeader, Timeline } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { HalfDaySheet, TrailEntry } from '../attendance.queries';
import { attendanceWords } from '../attendance.words';
import { halfDayTitle } from '../half-day-title';
import { trailSentence } from '../trail-sentence';

interface Props {
  readonly sheet: HalfDaySheet;
  readonly fullName: string;
  readonly trail: readonly TrailEntry[];
}

export function AttendanceTrail({ sheet, fullName, trail }: Props) {
  const say = useWords(attendanceWords);
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
        entries={trail.map((entry) => ({
          at: entry.markedAt,
          who: entry.markedByName ?? say.somebody,
          what: trailSentence(entry, locale),
          reason: entry.reason,
        }))}
      />
    </>
  );
}
