import { Card } from '../../platform/pages/blocks';
import { PasswordField, TextField } from '../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { accountWords } from '../accounts.words';

interface Props {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly refusal: Refusal | null;
}

export function SignIn({ typed, refusal }: Props) {
  const say = useWords(accountWords);
  // Most people have no second step, and are not asked about one.
  const asksForCode = typed['code'] !== undefined || refusal?.fields.some(({ field }) => field === 'code') === true;
  return (
    <div class="narrow">
      <h1>{say.signIn}</h1>
      <p>{say.signInHint}</p>
      {refusal && <Problem refusal={refusal} />}
      <Card>
        <Form
          action="/sign-in"
          values={typed}
          errors={refusal?.fields ?? []}
          hidden={{ next: String(typed['next'] ?? '') }}
        >
          <TextField name="email" label={say.email} type="email" autocomplete="username" required />
          <PasswordField name="password" label={say.password} autocomplete="current-password" required />
          {asksForCode && (
            <TextField name="code" label={say.code} hint={say.codeHint} autocomplete="one-time-code" required />
          )}
          <SubmitButton label={say.signIn} />
        </Form>
      </Card>
      <div class="actions">
        <LinkButton href="/password-resets" label={say.forgotten} />
        <LinkButton href="/sign-in-links" label={say.byLink} />
      </div>
    </div>
  );
}
