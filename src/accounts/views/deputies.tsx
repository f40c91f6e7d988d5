import { showDay, showMoment } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { roleNames } from '../accounts.words';
import type { GrantLoanItem, LendableGrant, LoanState } from '../grant-loans.queries';
import { grantLoanWords, loanStateWords } from '../grant-loans.words';

export const lendForm = 'lend';

/** Which form was refused: the one to lend, or by the loan's id the one to end it. */
export interface RefusedForm {
  readonly id: string;
  readonly typed: FormValues;
  readonly refusal: Refusal;
}

interface Props {
  readonly given: readonly GrantLoanItem[];
  readonly received: readonly GrantLoanItem[];
  readonly lendable: readonly LendableGrant[];
  readonly refused: RefusedForm | null;
}

export function Deputies({ given, received, lendable, refused }: Props) {
  const say = useWords(grantLoanWords);
  const mayLend = lendable.length > 0;
  return (
    <>
      <PageHeader title={say.title} subtitle={mayLend || given.length > 0 ? null : say.nothingToLend} />
      {refused && <Problem refusal={refused.refusal} formId={refused.id} />}
      {(mayLend || given.length > 0) && (
        <Card title={say.given}>
          <Loans
            caption={say.given}
            loans={given}
            refused={refused}
            empty={{ title: say.givenNone, ...(mayLend ? { next: say.givenNoneNext } : {}) }}
          />
        </Card>
      )}
      <Card title={say.received}>
        <Loans
          caption={say.received}
          loans={received}
          refused={refused}
          empty={{ title: say.receivedNone, next: say.receivedNoneNext }}
        />
      </Card>
      {mayLend && <Lend lendable={lendable} refused={refused?.id === lendForm ? refused : null} />}
    </>
  );
}

function Loans({
  caption,
  loans,
  refused,
  empty,
}: {
  caption: string;
  loans: readonly GrantLoanItem[];
  refused: RefusedForm | null;
  empty: { readonly title: string; readonly next?: string };
}) {
  const say = useWords(grantLoanWords);
  const isGiven = loans[0]?.direction === 'given';
  return (
    <Table
      caption={caption}
      list="whole"
      hidesCaption
      rows={loans}
      empty={empty}
      columns={[
        {
          label: isGiven ? say.deputy : say.lender,
          isRowName: true,
          cell: ({ deputyName, lenderName }) => (isGiven ? deputyName : lenderName),
        },
        { label: say.grant, cell: (loan) => <GrantName grant={loan} /> },
        { label: say.period, cell: ({ startsOn, endsOn }) => say.fromTo(showDay(startsOn), showDay(endsOn)) },
        { label: say.why, cell: ({ reason }) => reason },
        {
          label: say.state,
          cell: (loan) => (
            <>
              <State loan={loan} />
              {isOpen(loan) && <End loan={loan} refused={refused?.id === loan.id ? refused : null} />}
            </>
          ),
        },
      ]}
    />
  );
}

const isOpen = ({ state }: GrantLoanItem) => state === 'running' || state === 'coming';

function GrantName({ grant: { role, placeName } }: { grant: Pick<LendableGrant, 'role' | 'placeName'> }) {
  return <>{nameOfGrant(useWords(roleNames)[role], placeName)}</>;
}

const nameOfGrant = (role: string, placeName: string) =>
  `${role.charAt(0).toUpperCase()}${role.slice(1)} – ${placeName}`;

const tones: Readonly<Record<LoanState, Tone>> = {
  running: 'success',
  coming: 'info',
  over: 'neutral',
  ended_early: 'neutral',
  without_ground: 'warning',
};

function State({ loan }: { loan: GrantLoanItem }) {
  const say = useWords(grantLoanWords);
  const { state, startsOn, endsOn, endedAt, endedByName, endReason } = loan;
  const sentences: Readonly<Record<LoanState, string>> = {
    running: say.endsBy(showDay(endsOn)),
    coming: say.beginsOn(showDay(startsOn)),
    over: say.endedOn(showDay(endsOn)),
    ended_early: say.endedBy(endedByName ?? say.somebody, endedAt ? showMoment(endedAt) : '', endReason ?? ''),
    without_ground: say.lenderLost,
  };
  return (
    <>
      <Badge tone={tones[state]} text={useWords(loanStateWords)[state]} /> <small>{sentences[state]}</small>
    </>
  );
}

function End({ loan, refused }: { loan: GrantLoanItem; refused: RefusedForm | null }) {
  const say = useWords(grantLoanWords);
  const isGiven = loan.direction === 'given';
  return (
    <ActionButton
      id={loan.id}
      action={`/me/deputies/${loan.id}/ending`}
      label={isGiven ? say.takeBack : say.giveBack}
      confirm={isGiven ? say.takeBackMeans(loan.deputyName) : say.giveBackMeans(loan.lenderName)}
      values={refused?.typed ?? {}}
      errors={refused?.refusal.fields ?? []}
    >
      <TextField name="reason" label={say.endReason} maxLength={500} required />
    </ActionButton>
  );
}

function Lend({ lendable, refused }: { lendable: readonly LendableGrant[]; refused: RefusedForm | null }) {
  const say = useWords(grantLoanWords);
  const names = useWords(roleNames);
  const [only, ...others] = lendable;
  const choices = lendable.map(({ id, role, placeName }) => ({
    value: id,
    label: nameOfGrant(names[role], placeName),
  }));
  return (
    <Card title={say.lend}>
      <Form
        action="/me/deputies"
        id={lendForm}
        values={refused?.typed ?? (others.length === 0 ? { grantId: only?.id } : {})}
        errors={refused?.refusal.fields ?? []}
      >
        <SelectField name="grantId" label={say.whichGrant} choices={choices} required />
        <TextField name="email" type="email" label={say.email} hint={say.emailHint} required />
        <FieldRow>
          <DayField name="startsOn" label={say.startsOn} required />
          <DayField name="endsOn" label={say.endsOn} hint={say.endsOnHint} required />
        </FieldRow>
        <TextArea name="reason" label={say.why} hint={say.reasonHint} rows={2} maxLength={500} required />
        <SubmitButton label={say.lendButton} />
      </Form>
    </Card>
  );
}
