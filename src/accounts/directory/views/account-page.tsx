import { dayOf, showDay, showMoment } from '../../../platform/clock';
import type { BadAddress } from '../../../platform/mailer/mail-addresses';
import { BadAddressNotice } from '../../../platform/mailer/views/bad-address';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { LinkedIdentity } from '../../open-id/linked-identities.service';
import { openIdWords } from '../../open-id/open-id.words';
import { Linked } from '../../open-id/views/open-id';
import type { AccountItem } from '../directory.queries';
import { directoryWords } from '../directory.words';
import { NoMail, StateBadge } from './account-list';
import { HeldRoles } from './held-roles';
import { PlaceFields, type Places } from './place-fields';

/** Which form was refused: `address`, `invite`, `revoke`, `second-factor`, `lock`, `unlock`, `role`, or the one to end a role by its id. */
export interface RefusedForm {
  readonly id: string;
  readonly typed: FormValues;
  readonly refusal: Refusal;
}

interface Props {
  readonly account: AccountItem;
  /** What is known of its address when mail comes back from there. */
  readonly badAddress: BadAddress | null;
  /** Whether the reader may invite its holder now. */
  readonly invites: boolean;
  /** Whether the reader may print a code for its holder, and take a lost second step away. */
  readonly printsCode: boolean;
  readonly removesSecondFactor: boolean;
  /** Whether it is the reader's own. */
  readonly isTheirs: boolean;
  /** The roles that can be given; null for whoever only looks. */
  readonly places: Places | null;
  /** At a provider, for whoever keeps accounts. */
  readonly identity: LinkedIdentity | null;
  readonly refused: RefusedForm | null;
  readonly mailLeaves: boolean;
}

export function AccountPage(props: Props) {
  const {
    account,
    badAddress,
    invites,
    printsCode,
    removesSecondFactor,
    isTheirs,
    places,
    identity,
    refused,
    mailLeaves,
  } = props;
  const say = useWords(directoryWords);
  const { unlinkMeans } = useWords(openIdWords);
  const { name, state, lockedAt, lockedBy, lockReason } = account;
  return (
    <>
      <PageHeader title={name} back={{ href: '/accounts', label: say.backToList }} />
      {refused && <Problem refusal={refused.refusal} formId={refused.id} />}
      {state === 'locked' && lockedAt && (
        <Notice tone="warning">
          <p>{say.lockedBecause(showMoment(lockedAt), lockedBy ?? say.somebody, lockReason ?? '')}</p>
        </Notice>
      )}
      {invites && !mailLeaves && <NoMail />}
      <BadAddressNotice bad={badAddress} />
      <Facts account={account} />
      {invites && <Invitation account={account} mailLeaves={mailLeaves} />}
      {places && state === 'invited' && <CorrectAddress {...props} />}
      {(printsCode || removesSecondFactor) && <GettingIn {...props} />}
      <HeldRoles account={account} mayEnd={places !== null} />
      {places && state !== 'locked' && <GiveRole {...{ account, places, refused }} />}
      {identity && (
        <Linked identity={identity} action={`/accounts/${account.id}/linked-identity/removal`} means={unlinkMeans} />
      )}
      {places && state === 'active' && !isTheirs && <ChangeAddress {...props} />}
      {places && <Locking account={account} refused={refused} />}
    </>
  );
}

function Facts({ account }: { account: AccountItem }) {
  const say = useWords(directoryWords);
  const { email, personId, unitName, state, locale, createdAt, acceptedAt } = account;
  return (
    <Card>
      <DescriptionList
        items={[
          { term: say.email, value: <span class="text-break">{email}</span> },
          { term: say.state, value: <StateBadge state={state} /> },
          {
            term: say.person,
            value: personId ? (
              <>
                {unitName} <a href={`/people/${personId}`}>{say.seePerson}</a>
              </>
            ) : (
              say.noPerson
            ),
          },
          { term: say.language, value: locale === 'vi' ? say.vietnamese : say.english },
          { term: say.createdAt, value: showDay(dayOf(createdAt)) },
          ...(acceptedAt
            ? [{ term: say.acceptedAt, value: showMoment(acceptedAt) }]
            : [{ term: say.invitation, value: <InvitationState account={account} /> }]),
        ]}
      />
    </Card>
  );
}

function InvitationState({ account: { invitation, invitationEndsAt } }: { account: AccountItem }) {
  const say = useWords(directoryWords);
  const at = invitationEndsAt ? showMoment(invitationEndsAt) : '';
  const sentences = {
    none: say.invitationNone,
    waiting: say.invitationWaiting,
    open: say.invitationOpen(at),
    ended: say.invitationEnded(at),
  };
  return <>{sentences[invitation]}</>;
}

function Invitation({ account: { id, invitation }, mailLeaves }: Pick<Props, 'account' | 'mailLeaves'>) {
  const say = useWords(directoryWords);
  return (
    <Card title={say.invitation}>
      <div class="actions">
        <ActionButton
          id="invite"
          action={`/accounts/${id}/invitation`}
          label={invitation === 'none' ? say.invite : say.inviteAgain}
          confirm={say.inviteAgainMeans}
          tone={mailLeaves ? 'primary' : 'plain'}
        />
        <ActionButton
          action={`/accounts/${id}/invitation-slip`}
          label={say.printSlip}
          confirm={say.printSlipMeans}
          tone={mailLeaves ? 'plain' : 'primary'}
        />
        {invitation !== 'none' && (
          <ActionButton
            id="revoke"
            action={`/accounts/${id}/invitation/revocation`}
            label={say.revoke}
            confirm={say.revokeMeans}
            tone="danger"
          />
        )}
      </div>
    </Card>
  );
}

function CorrectAddress({ account: { id, email }, refused }: Props) {
  const say = useWords(directoryWords);
  const ofForm = refused?.id === 'address' ? refused : null;
  return (
    <Card title={say.correctAddress}>
      <p>{say.correctAddressMeans}</p>
      <Form
        action={`/accounts/${id}/address`}
        id="address"
        values={ofForm?.typed ?? { email }}
        errors={ofForm?.refusal.fields ?? []}
      >
        <TextField type="email" name="email" label={say.email} required />
        <SubmitButton label={say.saveAddress} tone="plain" />
      </Form>
    </Card>
  );
}

/** Of who came by the address before. */
function ChangeAddress({ account: { id, email }, refused }: Props) {
  const say = useWords(directoryWords);
  const ofForm = refused?.id === 'address' ? refused : null;
  return (
    <div class="page-actions">
      <ActionButton
        action={`/accounts/${id}/address`}
        id="address"
        label={say.changeAddress}
        confirm={say.changeAddressMeans}
        values={ofForm?.typed ?? { email }}
        errors={ofForm?.refusal.fields ?? []}
      >
        <TextField type="email" name="email" label={say.email} required />
        <TextField name="reason" label={say.changeReason} maxLength={500} required />
      </ActionButton>
    </div>
  );
}

function GettingIn({ account: { id }, printsCode, removesSecondFactor, refused }: Props) {
  const say = useWords(directoryWords);
  const ofForm = refused?.id === 'second-factor' ? refused : null;
  return (
    <Card title={removesSecondFactor ? say.forgottenOrLost : say.forgotten}>
      <div class="actions">
        {printsCode && (
          <ActionButton action={`/accounts/${id}/password-code`} label={say.printCode} confirm={say.printCodeMeans} />
        )}
        {removesSecondFactor && (
          <ActionButton
            id="second-factor"
            action={`/accounts/${id}/second-factor-removal`}
            label={say.removeSecondFactor}
            confirm={say.removeSecondFactorMeans}
            tone="danger"
            values={ofForm?.typed ?? {}}
            errors={ofForm?.refusal.fields ?? []}
          >
            <TextField name="reason" label={say.removalReason} maxLength={500} required />
          </ActionButton>
        )}
      </div>
    </Card>
  );
}

function GiveRole({ account: { id }, places, refused }: Pick<Props, 'account' | 'refused'> & { places: Places }) {
  const say = useWords(directoryWords);
  const ofForm = refused?.id === 'role' ? refused : null;
  return (
    <Card title={say.giveRole}>
      <Form
        action={`/accounts/${id}/grants`}
        id="role"
        values={ofForm?.typed ?? {}}
        errors={ofForm?.refusal.fields ?? []}
      >
        <PlaceFields places={places} />
        <SubmitButton label={say.giveRole} tone="plain" />
      </Form>
    </Card>
  );
}

function Locking({ account: { id, state }, refused }: Pick<Props, 'account' | 'refused'>) {
  const say = useWords(directoryWords);
  const ofForm = refused?.id === 'lock' ? refused : null;
  if (state === 'locked') return <ActionButton id="unlock" action={`/accounts/${id}/unlock`} label={say.unlock} />;
  return (
    <ActionButton
      id="lock"
      action={`/accounts/${id}/lock`}
      label={say.lock}
      confirm={say.lockMeans}
      tone="danger"
      values={ofForm?.typed ?? {}}
      errors={ofForm?.refusal.fields ?? []}
    >
      <TextField name="reason" label={say.reason} maxLength={500} required />
    </ActionButton>
  );
}
