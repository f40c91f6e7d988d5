import { TextField } from '../../../platform/pages/fields';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { FieldError, Refusal } from '../../../platform/problems/refusal';
import { CodeNeeded } from '../second-factors.refusals';
import { secondFactorWords } from '../second-factors.words';

interface Props {
  readonly refusal: Refusal | null;
}

/** Why somebody is not signed in yet: that a code is asked for next is no mistake of theirs. */
export function NotSignedInYet({ refusal }: Props) {
  const say = useWords(secondFactorWords);
  const locale = useLocale();
  if (!(refusal instanceof CodeNeeded)) return <Problem refusal={refusal} />;
  return (
    <Notice tone="info" heading={say.oneMoreStep} role="status" isFocused>
      <p>{refusal.sentence[locale]}</p>
    </Notice>
  );
}

export function CodeField() {
  const { codeOrRecovery } = useWords(secondFactorWords);
  return <TextField name="code" label={codeOrRecovery} autocomplete="one-time-code" required />;
}

export const asksForCode = ({ refusal }: Props): boolean =>
  refusal?.fields.some(({ field }) => field === 'code') === true;

export const mistakesOf = ({ refusal }: Props): readonly FieldError[] =>
  refusal instanceof CodeNeeded ? [] : (refusal?.fields ?? []);
