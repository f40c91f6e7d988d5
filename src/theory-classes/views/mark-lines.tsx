import { showMark } from '../../enrollments/show-mark';
import { Card, Timeline } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { MarkLine } from '../marks.queries';
import { theoryWords } from '../theory-classes.words';

/** Who entered which mark when, and why it was changed: nothing is overwritten. */
export function MarkLines({ lines }: { lines: readonly MarkLine[] }) {
  const say = useWords(theoryWords);
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <Card title={say.markLines}>
      <Timeline
        entries={lines.map(
          ({ moduleNumber, moduleName, attempt, revision, mark, satIn, reason, enteredAt, enteredByName }) => {
            const sat = [attempt === 1 ? say.first : say.resit, satIn && say.satIn(satIn)].filter(Boolean).join(', ');
            const what = `${moduleNumber}. ${moduleName}, ${sat}`;
            return {
              at: enteredAt,
              who: enteredByName ?? say.theService,
              what: mark === null ? say.markTakenBack(what) : say.markLine(what, showMark(mark, locale), revision > 1),
              reason,
            };
          },
        )}
      />
    </Card>
  );
}
