import type { Day } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { dateLine } from '../../platform/pdf/pdf-parts';
import type { Refusal } from '../../platform/problems/refusal';
import type { SignedLetterhead } from '../letterheads.queries';
import { letterheadWords } from '../letterheads.words';

interface Props {
  readonly values: FormValues;
  readonly shown: SignedLetterhead;
  /** Whether what is shown was typed and not saved. */
  readonly isTrial: boolean;
  readonly today: Day;
  readonly refusal: Refusal | null;
}

/** What stands at the head of the Bloc's papers, who signs them, and how that looks. */
export function LetterheadForm({ values, shown, isTrial, today, refusal }: Props) {
  const say = useWords(letterheadWords);
  return (
    <>
      <PageHeader title={say.title} subtitle={say.intro} back={{ href: '/office', label: say.back }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/letterhead" values={values} errors={refusal?.fields ?? []}>
          <TextField name="superior" label={say.superior} hint={say.superiorHint} maxLength={120} required />
          <TextField name="body" label={say.body} hint={say.bodyHint} maxLength={120} required />
          <TextField name="place" label={say.place} hint={say.placeHint} maxLength={60} required />
          <TextField
            name="signerCapacity"
            label={say.signerCapacity}
            hint={say.signerCapacityHint}
            maxLength={120}
            required
          />
          <TextField name="signerName" label={say.signerName} hint={say.signerNameHint} maxLength={80} />
          <div class="actions">
            <SubmitButton label={say.save} />
            <SubmitButton label={say.preview} tone="plain" name="preview" value="yes" />
          </div>
        </Form>
      </Card>
      <Card title={say.shown}>
        {isTrial && (
          <Notice tone="info" role="status">
            <p>{say.notSavedYet}</p>
          </Notice>
        )}
        <PaperHead letterhead={shown} today={today} />
      </Card>
    </>
  );
}

/** As it is printed, in Vietnamese for every reader. */
function PaperHead({ letterhead, today }: { letterhead: SignedLetterhead; today: Day }) {
  const { superior, body, place, signerCapacity, signerName } = letterhead;
  return (
    <div class="paper-sample" lang="vi">
      <div class="paper-halves">
        <p>
          {superior}
          <br />
          <strong>{body}</strong>
          <br />*
        </p>
        <p>
          <strong class="paper-party">ĐẢNG CỘNG SẢN VIỆT NAM</strong>
          <br />
          <em>{dateLine(place, today)}</em>
        </p>
      </div>
      <div class="paper-halves">
        <p />
        <p>
          <strong>{signerCapacity.toLocaleUpperCase('vi')}</strong>
          <br />
          <br />
          <strong>{signerName ?? '…………………'}</strong>
        </p>
      </div>
    </div>
  );
}
