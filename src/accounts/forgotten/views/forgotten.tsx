import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { accountWords } from '../../accounts.words';
import { asksForCode, CodeField, mistakesOf, NotSignedInYet } from '../../second-factors/views/code-asked';
import { NewPasswordField } from '../../views/new-password-field';
import { forgottenWords } from '../forgotten.words';
import type { AskedPurpose } from '../link-requests.service';

interface Refusable {
  readonly refusal: Refusal | null;
}

/** Which form was refused. */
interface RefusedForm {
  readonly id: AskedPurpose | 'code';
  readonly typed: FormValues;
  readonly refusal: Refusal;
}

interface Asked {
  readonly refused: RefusedForm | null;
}

/** A new password by a link, or by the code of a slip; `typed` is what the slip's QR code brought. */
export function Forgotten({ typed, refused }: Asked & { readonly typed: FormValues }) {
  const say = useWords(forgottenWords);
  const hasSlip = refused?.id === 'code' || typed['code'] !== undefined;
  const byMail = (
    <Card title={say.byMail}>
      <AskLink action="/password-resets" id="password" refused={refused} />
    </Card>
  );
  return (
    <div class="narrow">
      <PageHeader title={say.forgotten} back={{ href: '/sign-in', label: say.back }} />
      {refused && <Problem refusal={refused.refusal} formId={refused.id} />}
      {!hasSlip && byMail}
      <WithSlip typed={typed} refused={refused?.id === 'code' ? refused : null} />
      {hasSlip && byMail}
    </div>
  );
}

function WithSlip({ typed, refused }: Asked & { readonly typed: FormValues }) {
  const say = useWords(forgottenWords);
  return (
    <Card title={say.withSlip}>
      <Form action="/password-codes" id="code" values={refused?.typed ?? typed} errors={refused?.refusal.fields ?? []}>
        <TextField name="email" label={say.email} type="email" autocomplete="username" required />
        <TextField
          name="code"
          label={say.slipCode}
          hint={say.slipCodeHint}
          maxLength={30}
          autocomplete="one-time-code"
          required
        />
        <NewPasswordField />
        <SubmitButton label={say.setNew} />
      </Form>
    </Card>
  );
}

export function AskSignInLink({ refused }: Asked) {
  const say = useWords(forgottenWords);
  return (
    <div class="narrow">
      <PageHeader title={say.byLink} back={{ href: '/sign-in', label: say.back }} />
      {refused && <Problem refusal={refused.refusal} formId={refused.id} />}
      <Card>
        <AskLink action="/sign-in-links" id="sign_in" refused={refused} />
      </Card>
    </div>
  );
}

function AskLink({ action, id, refused }: Asked & { readonly action: string; readonly id: AskedPurpose }) {
  const say = useWords(forgottenWords);
  const ofForm = refused?.id === id ? refused : null;
  return (
    <Form action={action} id={id} values={ofForm?.typed ?? {}} errors={ofForm?.refusal.fields ?? []}>
      <TextField name="email" label={say.email} type="email" autocomplete="username" required />
      <SubmitButton label={say.send} />
    </Form>
  );
}

interface Opened extends Refusable {
  readonly token: string;
  readonly email: string;
}

export function ResetPassword({ token, email, refusal }: Opened) {
  const say = useWords(forgottenWords);
  return (
    <div class="narrow">
      <PageHeader title={say.setNew} subtitle={say.ofAccount(email)} />
      <Problem refusal={refusal} />
      <Card>
        <p>{say.resetMeans}</p>
        <Form action={`/password-resets/${token}`} errors={refusal?.fields ?? []}>
          <NewPasswordField />
          <SubmitButton label={say.setNew} />
        </Form>
      </Card>
    </div>
  );
}

export function SignInByLink({ token, email, refusal }: Opened) {
  const say = useWords(forgottenWords);
  const { signIn } = useWords(accountWords);
  return (
    <div class="narrow">
      <PageHeader title={say.byLink} subtitle={say.ofAccount(email)} />
      <NotSignedInYet refusal={refusal} />
      <Card>
        <Form action={`/sign-in-links/${token}`} errors={mistakesOf({ refusal })}>
          {asksForCode({ refusal }) && <CodeField />}
          <SubmitButton label={signIn} />
        </Form>
      </Card>
    </div>
  );
}
