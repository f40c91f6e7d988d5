import type { OpenIdSettings } from '../../platform/access/open-id-settings';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { PasswordField, TextField } from '../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { accountWords } from '../accounts.words';
import { asksForCode, mistakesOf, NotSignedInYet } from '../second-factors/views/code-asked';

interface Props {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly refusal: Refusal | null;
  /** Where else one may sign in. */
  readonly openId: Pick<OpenIdSettings, 'name' | 'isForAllStaff'> | null;
}

export function SignIn({ typed, refusal, openId }: Props) {
  const say = useWords(accountWords);
  const next = String(typed['next'] ?? '');
  // Most people have no second step, and are not asked about one.
  const showsCode = typed['code'] !== undefined || asksForCode({ refusal });
  return (
    <div class="narrow">
      <PageHeader title={say.signIn} />
      {!openId && <p>{say.signInHint}</p>}
      <NotSignedInYet refusal={refusal} />
      {openId && <ByProvider openId={openId} next={next} />}
      {openId && <h2>{say.orByPassword}</h2>}
      <Card>
        <Form action="/sign-in" values={typed} errors={mistakesOf({ refusal })} hidden={{ next }}>
          <TextField name="email" label={say.email} type="email" autocomplete="username" required />
          <PasswordField name="password" label={say.password} autocomplete="current-password" required />
          {showsCode && (
            <TextField name="code" label={say.code} hint={say.codeHint} autocomplete="one-time-code" required />
          )}
          <SubmitButton label={say.signIn} tone={openId ? 'plain' : 'primary'} />
        </Form>
      </Card>
      <div class="actions">
        <LinkButton href="/password-resets" label={say.forgotten} />
        <LinkButton href="/sign-in-links" label={say.byLink} />
      </div>
    </div>
  );
}

function ByProvider({ openId: { name, isForAllStaff }, next }: { openId: NonNullable<Props['openId']>; next: string }) {
  const say = useWords(accountWords);
  const provider = name[useLocale()];
  return (
    <>
      {isForAllStaff && <p>{say.staffByProvider(provider)}</p>}
      <Card>
        <LinkButton href={linkTo('/oidc/start', { next })} label={say.byProvider(provider)} tone="primary" />
      </Card>
    </>
  );
}
