import { Notice } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { YearlyReportLine } from '../yearly-reports.queries';
import { yearlyReportWords } from '../yearly-reports.words';

/** On a desk: reports that wait for the word of its reader's committee. */
export function AwaitedReports({ reports }: { reports: readonly YearlyReportLine[] }) {
  const say = useWords(yearlyReportWords);
  if (reports.length === 0) return null;
  return (
    <Notice tone="info">
      {reports.map(({ id, year, edition }) => (
        <p>
          <a href={`/yearly-reports/${id}`}>{say.awaits(year, edition)}</a>
        </p>
      ))}
    </Notice>
  );
}
