import { showDay } from '../../platform/clock';
import { Badge, Verdict } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Check } from '../checks';
import { oneNominationWords } from '../nomination.words';
import { nominationWords } from '../nominations.words';
import { Unfold } from '../../platform/pages/unfold';

/** What stands in the way or asks for a look, in sight; what is met unfolds. */
export function ChecksInShort({ checks }: { checks: readonly Check[] }) {
  const say = useWords(nominationWords);
  const met = checks.filter(({ outcome }) => outcome === 'pass');
  const open = inOrder(checks).filter(({ outcome }) => outcome !== 'pass');
  if (checks.length === 0) return <Verdict outcome="pass" sentence={say.noRules} />;
  return (
    <>
      <Sentences checks={open} />
      {met.length > 0 && (
        <Unfold label={open.length === 0 ? say.meetsAll(met.length) : say.meets(met.length)} isPass>
          <Sentences checks={met} />
        </Unfold>
      )}
    </>
  );
}

export function Sentences({ checks }: { checks: readonly Check[] }) {
  const locale = useLocale();
  return (
    <>
      {checks.map(({ outcome, sentence }) => (
        <Verdict outcome={outcome} sentence={sentence[locale]} />
      ))}
    </>
  );
}

/** Rule by rule, with what each rests on. */
export function ChecksInFull({ checks }: { checks: readonly Check[] }) {
  const locale = useLocale();
  const say = useWords(oneNominationWords);
  const { noRules } = useWords(nominationWords);
  if (checks.length === 0) return <p>{noRules}</p>;
  return (
    <ul class="checks">
      {inOrder(checks).map(({ outcome, sentence, citation, verified, inForceFrom }) => (
        <li>
          <Verdict
            outcome={outcome}
            sentence={sentence[locale]}
            citation={
              citation && inForceFrom
                ? say.citedSince(citation[locale], showDay(inForceFrom))
                : (citation?.[locale] ?? say.houseRule)
            }
          />
          {!verified && <Badge tone="warning" text={say.unverified} />}
        </li>
      ))}
    </ul>
  );
}

const gravity = { block: 0, warn: 1, pass: 2 } as const;
const inOrder = (checks: readonly Check[]) =>
  checks.toSorted((one, other) => gravity[one.outcome] - gravity[other.outcome]);
