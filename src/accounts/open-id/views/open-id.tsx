import { showMoment } from '../../../platform/clock';
import type { Bilingual } from '../../../platform/messages/words';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { accountWords } from '../../accounts.words';
import { CodeField } from '../../second-factors/views/code-asked';
import type { LinkedIdentity } from '../linked-identities.service';
import { openIdWords } from '../open-id.words';

/** The second step, once the provider has said who it is. */
export function OpenIdCode({ provider, refusal }: { provider: Bilingual; refusal: Refusal | null }) {
  const say = useWords(openIdWords);
  const { signIn } = useWords(accountWords);
  return (
    <div class="narrow">
      <PageHeader title={say.code} back={{ href: '/sign-in', label: signIn }} />
      <Problem refusal={refusal} />
      <p>{say.codeMeans(provider[useLocale()])}</p>
      <Card>
        <Form action="/oidc/code" errors={refusal?.fields ?? []}>
          <CodeField />
          <SubmitButton label={signIn} />
        </Form>
      </Card>
    </div>
  );
}

/** The session here has ended; the one at the provider is its holder's to end. */
export function SignedOutHere({ provider, address }: { provider: Bilingual; address: string | null }) {
  const say = useWords(openIdWords);
  const name = provider[useLocale()];
  return (
    <div class="narrow">
      <PageHeader title={say.signedOut} />
      <p>{say.signedOutHere(name)}</p>
      <div class="actions">
        {address && <LinkButton href={address} label={say.signOutThere(name)} tone="primary" />}
        <LinkButton href="/sign-in" label={say.signInAgain} />
      </div>
    </div>
  );
}

/** Which identity opens an account; `action` unlinks it. */
export function Linked({
  identity: { provider, linkedAt },
  action,
  means,
}: {
  identity: LinkedIdentity;
  action: string;
  means: string;
}) {
  const say = useWords(openIdWords);
  return (
    <Card title={say.identity}>
      <p>{say.linkedSince(provider[useLocale()], showMoment(linkedAt))}</p>
      <ActionButton action={action} label={say.unlink} confirm={means} tone="danger" />
    </Card>
  );
}
