import type { Actor } from '../../../platform/access/actor';
import { showDay, dayOf, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import { Field } from '../../../platform/pages/field';
import { NumberField, PasswordField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ApiTokenItem } from '../../api-tokens.service';
import type { LinkedIdentity } from '../../open-id/linked-identities.service';
import { openIdWords } from '../../open-id/open-id.words';
import { Linked } from '../../open-id/views/open-id';
import { NewPasswordField } from '../../views/new-password-field';
import { browserName } from '../browser-name';
import type { OwnPassword, OwnSession } from '../own-account.service';
import { ownAccountWords } from '../own-account.words';

export type OwnForm = 'password' | 'token' | 'language';

export interface RefusedOwnForm {
  readonly id: OwnForm;
  readonly typed: FormValues;
  readonly refusal: Refusal;
}

interface Props {
  readonly actor: Actor;
  readonly password: OwnPassword;
  readonly sessions: readonly OwnSession[];
  readonly tokens: readonly ApiTokenItem[];
  /** At a provider; null where none opens the account. */
  readonly identity: LinkedIdentity | null;
  readonly refused: RefusedOwnForm | null;
}

export function OwnAccount({ actor, password, sessions, tokens, identity, refused }: Props) {
  const say = useWords(ownAccountWords);
  const { unlinkOwnMeans } = useWords(openIdWords);
  const actions = (
    <>
      <LinkButton href="/me/second-factor" label={say.secondFactor} />
      <LinkButton href="/me/reminders" label={say.reminders} />
      <LinkButton href="/me/calendar" label={say.calendar} />
      <LinkButton href="/me/deputies" label={say.deputies} />
    </>
  );
  return (
    <>
      <PageHeader title={say.title} subtitle={actor.name} actions={actions} />
      {refused && <Problem refusal={refused.refusal} formId={refused.id} />}
      {password === 'set' && <Password refused={of('password', refused)} />}
      {password === 'none' && <NoPassword />}
      {identity && <Linked identity={identity} action="/me/linked-identity/removal" means={unlinkOwnMeans} />}
      <Sessions sessions={sessions} />
      <Language refused={of('language', refused)} />
      <Tokens tokens={tokens} refused={of('token', refused)} />
    </>
  );
}

const of = (id: OwnForm, refused: RefusedOwnForm | null) => (refused?.id === id ? refused : null);

interface FormProps {
  readonly refused: RefusedOwnForm | null;
}

function Password({ refused }: FormProps) {
  const say = useWords(ownAccountWords);
  return (
    <Card title={say.password}>
      <p>{say.passwordMeans}</p>
      <Form action="/me/password" id="password" errors={refused?.refusal.fields ?? []}>
        <PasswordField name="current" label={say.current} autocomplete="current-password" required />
        <NewPasswordField name="new" />
        <SubmitButton label={say.changePassword} />
      </Form>
    </Card>
  );
}

function NoPassword() {
  const say = useWords(ownAccountWords);
  return (
    <Card title={say.password}>
      <p>{say.noPassword}</p>
      <LinkButton href="/password-resets" label={say.askPassword} />
    </Card>
  );
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const say = useWords(ownAccountWords);
  const everywhere = (
    <ActionButton action="/me/sessions/ending" label={say.endAll} confirm={say.endAllMeans} tone="danger" />
  );
  return (
    <Card title={say.sessions} footer={sessions.length > 0 ? everywhere : undefined}>
      <Table
        caption={say.sessions}
        hidesCaption
        rows={sessions}
        empty={{ title: say.noSessions }}
        columns={[
          {
            label: say.browser,
            isRowName: true,
            cell: ({ browser, isThisOne }) => (
              <>
                {browserName(browser) ?? say.unknownBrowser} {isThisOne && <Badge tone="success" text={say.thisOne} />}
              </>
            ),
          },
          { label: say.firstSeen, cell: ({ createdAt }) => showMoment(createdAt) },
          { label: say.lastSeen, cell: ({ seenAt }) => showMoment(seenAt) },
          {
            label: say.action,
            hidesLabel: true,
            cell: ({ id, isThisOne }) =>
              !isThisOne && <ActionButton action={`/me/sessions/${id}/ending`} label={say.endSession} />,
          },
        ]}
      />
    </Card>
  );
}

function Tokens({ tokens, refused }: FormProps & { readonly tokens: readonly ApiTokenItem[] }) {
  const say = useWords(ownAccountWords);
  const scopes = { read: say.scopeRead, write: say.scopeWrite };
  const issue = (
    <ActionButton
      action="/me/tokens"
      id="token"
      label={say.issue}
      confirm={say.tokensMean}
      values={refused?.typed ?? { scope: 'read', days: '90' }}
      errors={refused?.refusal.fields ?? []}
    >
      <TextField name="name" label={say.tokenName} required />
      <ChoiceField
        name="scope"
        label={say.scope}
        isInline
        choices={[
          { value: 'read', label: say.scopeRead },
          { value: 'write', label: say.scopeWrite },
        ]}
      />
      <NumberField name="days" label={say.days} hint={say.daysHint} />
    </ActionButton>
  );
  return (
    <Card title={say.tokens} footer={issue}>
      <Table
        caption={say.tokens}
        hidesCaption
        rows={tokens}
        empty={{ title: say.noTokens, next: say.noTokensNext }}
        columns={[
          { label: say.tokenName, isRowName: true, cell: ({ name }) => name },
          { label: say.scope, cell: ({ scope }) => scopes[scope] },
          { label: say.ends, cell: ({ expiresAt }) => showDay(dayOf(expiresAt)) },
          {
            label: say.lastUsed,
            cell: ({ usedAt }) => (usedAt ? showMoment(usedAt) : <span class="quiet">{say.neverUsed}</span>),
          },
          {
            label: say.action,
            hidesLabel: true,
            cell: ({ id }) => <ActionButton action={`/me/tokens/${id}/revocation`} label={say.revoke} tone="danger" />,
          },
        ]}
      />
    </Card>
  );
}

function Language({ refused }: FormProps) {
  const say = useWords(ownAccountWords);
  return (
    <Card title={say.language}>
      <p>{say.languageMeans}</p>
      <Form action="/me/language" id="language" values={{ locale: useLocale() }} errors={refused?.refusal.fields ?? []}>
        <ChoiceField
          name="locale"
          label={say.language}
          isInline
          choices={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SubmitButton label={say.keepLanguage} tone="plain" />
      </Form>
    </Card>
  );
}

/** The one page that ever shows a token. */
export function TokenShown({ name, token }: { name: string; token: string }) {
  const say = useWords(ownAccountWords);
  return (
    <div class="narrow">
      <PageHeader title={name} back={{ href: '/me', label: say.title }} />
      <Notice tone="warning" role="status" isFocused>
        <p>{say.tokenOnce}</p>
      </Notice>
      <Card>
        <Field
          name="token"
          label={say.token}
          control={(attributes) => (
            <input {...attributes} class="form-control" type="text" value={token} readOnly autocomplete="off" />
          )}
        />
        <LinkButton href="/me" label={say.title} />
      </Card>
    </div>
  );
}
