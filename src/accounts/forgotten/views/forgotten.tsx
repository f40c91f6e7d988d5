import { Card, PageHeader } from '../../../platform/pages/blocks';
import { PasswordField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { forgottenWords } from '../forgotten.words';
import type { AskedPurpose } from '../link-requests.service';

interface Refusable {
  readonly refusal: Refusal | null;
}

export function AskLink({
  purpose,
  typed,
  refusal,
}: Refusable & { readonly purpose: AskedPurpose; readonly typed: FormValues }) {
  const say = useWords(forgottenWords);
  const isForPassword = purpose === 'password';
  return (
    <div class="narrow">
      <PageHeader title={isForPassword ? say.forgotten : say.byLink} back={{ href: '/sign-in', label: say.back }} />
      <p>{isForPassword ? say.forgottenMeans : say.byLinkMeans}</p>
      <Problem refusal={refusal} />
      <Card>
        <Form
          action={isForPassword ? '/password-resets' : '/sign-in-links'}
          values={typed}
          errors={refusal?.fields ?? []}
        >
          <TextField name="email" label={say.email} type="email" autocomplete="username" required />
          <SubmitButton label={say.send} />
        </Form>
      </Card>
    </div>
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
          <PasswordField
            name="password"
            label={say.password}
            hint={say.passwordHint}
            autocomplete="new-password"
            required
          />
          <SubmitButton label={say.setNew} />
        </Form>
      </Card>
    </div>
  );
}

export function SignInByLink({ token, email, refusal }: Opened) {
  const say = useWords(forgottenWords);
  return (
    <div class="narrow">
      <PageHeader title={say.byLink} subtitle={say.ofAccount(email)} />
      <Problem refusal={refusal} />
      <Card>
        <Form action={`/sign-in-links/${token}`} errors={refusal?.fields ?? []}>
          {refusal?.fields.some(({ field }) => field === 'code') && (
            <TextField name="code" label={say.code} autocomplete="one-time-code" required />
          )}
          <SubmitButton label={say.signIn} />
        </Form>
      </Card>
    </div>
  );
}
