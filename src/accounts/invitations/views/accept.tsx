import type { OpenIdSettings } from '../../../platform/access/open-id-settings';
import { Card } from '../../../platform/pages/blocks';
import { PasswordField } from '../../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { accountWords } from '../../accounts.words';
import type { LinkHolder } from '../../links/one-time-links.service';
import { invitationWords } from '../invitations.words';

/** `action` is the address of the link itself. */
export function Accept({
  holder: { name, email },
  action,
  refusal,
  openId,
}: {
  holder: LinkHolder;
  action: string;
  refusal: Refusal | null;
  /** Where they may sign in instead, which accepts too. */
  openId: Pick<OpenIdSettings, 'name'> | null;
}) {
  const say = useWords(invitationWords);
  const { byProvider } = useWords(accountWords);
  const provider = openId?.name[useLocale()];
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
      {provider && (
        <>
          <p>{say.orByProvider(provider)}</p>
          <LinkButton href="/oidc/start" label={byProvider(provider)} />
        </>
      )}
      <p class="quiet">{say.notYou}</p>
    </div>
  );
}
