import { Card } from '../../../platform/pages/blocks';
import { PasswordField } from '../../../platform/pages/fields';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { LinkHolder } from '../../links/one-time-links.service';
import { invitationWords } from '../invitations.words';

/** `action` is the address of the link itself. */
export function Accept({
  holder: { name, email },
  action,
  refusal,
}: {
  holder: LinkHolder;
  action: string;
  refusal: Refusal | null;
}) {
  const say = useWords(invitationWords);
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      <p>
        <strong>{say.hello(name)}</strong> {say.hint}
      </p>
      <p>
        {say.email}: <strong class="text-break">{email}</strong>
      </p>
      <Problem refusal={refusal} />
      <Card>
        <Form action={action} errors={refusal?.fields ?? []}>
          <PasswordField
            name="password"
            label={say.password}
            hint={say.passwordHint}
            autocomplete="new-password"
            required
          />
          <SubmitButton label={say.accept} />
        </Form>
      </Card>
      <p class="quiet">{say.notYou}</p>
    </div>
  );
}
