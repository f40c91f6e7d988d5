import type { OpenIdSettings } from '../../../platform/access/open-id-settings';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { accountWords } from '../../accounts.words';
import { NewPasswordField } from '../../views/new-password-field';
import type { Invited } from '../invitations.service';
import { invitationWords } from '../invitations.words';

/** `action` is the address of the link itself. */
export function Accept({
  invited: { name, email, mayTypePassword },
  action,
  refusal,
  openId,
}: {
  invited: Invited;
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
      <PageHeader title={say.title} />
      <p>
        <strong>{say.hello(name)}</strong> {mayTypePassword || !provider ? say.hint : say.hintOfProvider(provider)}
      </p>
      <p>
        {say.email}: <strong class="text-break">{email}</strong>
      </p>
      <Problem refusal={refusal} />
      {mayTypePassword && (
        <Card>
          <Form action={action} errors={refusal?.fields ?? []}>
            <NewPasswordField />
            <SubmitButton label={say.accept} />
          </Form>
        </Card>
      )}
      {provider && (
        <>
          {mayTypePassword && <p>{say.orByProvider(provider)}</p>}
          <Card>
            <LinkButton
              href="/oidc/start"
              label={byProvider(provider)}
              tone={mayTypePassword ? undefined : 'primary'}
            />
          </Card>
        </>
      )}
      <p class="quiet">{say.notYou}</p>
    </div>
  );
}
