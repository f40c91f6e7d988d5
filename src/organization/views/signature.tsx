import type { Day } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { SignedLetterhead } from '../letterheads.queries';
import { letterheadWords, signedPaperWords } from '../letterheads.words';
import type { SignedPaper } from '../signatures';
import { OnPaper } from './paper-head';

interface Props {
  readonly paper: SignedPaper;
  readonly values: FormValues;
  readonly shown: SignedLetterhead;
  readonly isTrial: boolean;
  readonly today: Day;
  readonly refusal: Refusal | null;
}

/** Who signs papers of one kind, line by line, and how that looks. */
export function SignatureForm({ paper, values, shown, isTrial, today, refusal }: Props) {
  const say = useWords(letterheadWords);
  return (
    <>
      <PageHeader title={useWords(signedPaperWords)[paper]} back={{ href: '/letterhead', label: say.title }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action={`/letterhead/signatures/${paper}`} values={values} errors={refusal?.fields ?? []}>
          <TextField name="onBehalf" label={say.onBehalf} hint={say.onBehalfHint} maxLength={80} />
          <TextField name="inPlaceOf" label={say.inPlaceOf} hint={say.inPlaceOfHint} maxLength={80} />
          <TextField name="title" label={say.signerTitle} hint={say.signerTitleHint} maxLength={80} />
          <TextField name="name" label={say.signerName} hint={say.signerNameHint} maxLength={80} />
          <div class="actions">
            <SubmitButton label={say.save} />
            <SubmitButton label={say.preview} tone="plain" name="preview" value="yes" />
          </div>
        </Form>
      </Card>
      <OnPaper letterhead={shown} today={today} isTrial={isTrial} />
    </>
  );
}
