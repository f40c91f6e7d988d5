import { showDay } from '../../platform/clock';
import { Verdict } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Override } from '../completion-facts.queries';
import { completionWords } from '../completions.words';
import type { Reason } from '../judge';

/** Why somebody completed or did not: a decision first, then what is missing; where nothing is, what was found in one line. */
export function Reasons({ reasons, override }: { reasons: readonly Reason[]; override: Override | null }) {
  const say = useWords(completionWords);
  const locale = useLocale();
  const missing = reasons.filter(({ ok }) => !ok);
  return (
    <>
      {override && (
        <p>
          {say.byDecision(
            override.decision,
            override.decidedOn && showDay(override.decidedOn),
            override.reason,
            override.byName,
          )}
        </p>
      )}
      {missing.map(({ severity, sentence }) => (
        <Verdict outcome={severity} sentence={sentence[locale]} />
      ))}
      {missing.length === 0 && reasons.map(({ sentence }) => sentence[locale]).join(' ')}
    </>
  );
}
