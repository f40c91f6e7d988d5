import { CheckField } from '../../platform/pages/choices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { oneNominationWords } from '../nomination.words';
import { WarningsNotAcknowledged } from '../nominations.refusals';

/** Asked only when a form came back because of warnings nobody had read. */
export function Acknowledge({ refusal }: { refusal: Refusal }) {
  const say = useWords(oneNominationWords);
  if (!(refusal instanceof WarningsNotAcknowledged)) return null;
  return <CheckField name="acknowledged" label={say.acknowledge} required />;
}
