import { Card, Timeline } from '../../platform/pages/blocks';
import { useWords } from '../../platform/pages/page-context';
import { placeOf } from '../roll';
import type { CorrectionItem } from '../rolls.queries';
import { rollWords } from '../rolls.words';
import { ScansLink } from '../../scans/views/scans-link';

/** What was put right on a frozen roll, newest first; nothing when it stands as it was frozen. */
export function Corrections({ lines, opensScans }: { lines: readonly CorrectionItem[]; opensScans: boolean }) {
  const say = useWords(rollWords);
  if (lines.length === 0) return null;
  return (
    <Card title={say.corrections}>
      <Timeline
        entries={lines.map((line) => ({
          at: line.correctedAt,
          who: line.correctedByName ?? '',
          what: (
            <>
              {say.correctedTo(line.fullName, say[placeOf(line.listed ? line : null)].toLowerCase())}{' '}
              {opensScans && <ScansLink kind="roll_correction" paperId={line.paperId} />}
            </>
          ),
          reason: say.byDecision(line.decision, line.reason),
        }))}
      />
    </Card>
  );
}
