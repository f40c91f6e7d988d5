import type { ClassItem } from '../../../classes/classes.queries';
import type { SeatShare } from '../shares.queries';
import { Card } from '../../../platform/pages/blocks';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import type { Query } from '../../../platform/pages/links';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { ReservesMoved } from '../moves.queries';
import type { SeatMoveOutcome } from '../moves.service';
import type { SeatMoveForm } from '../seats.requests';
import { seatWords } from '../seats.words';

/** What a move would do, as it was tried out. */
export interface SeatTrialShown {
  readonly form: SeatMoveForm;
  readonly outcome: SeatMoveOutcome;
  readonly reserves: ReservesMoved;
}

interface Props {
  readonly item: ClassItem;
  readonly shares: readonly SeatShare[];
  readonly trial: SeatTrialShown;
  readonly typed: FormValues;
}

/** Who would get what and who would move up, with one button that does exactly that. */
export function SeatTrial({ item, shares, trial: { form, outcome, reserves }, typed }: Props) {
  const say = useWords(seatWords);
  return (
    <Card title={say.trial}>
      <p>{say.trialNothingStored}</p>
      <Changes before={shares} after={outcome.shares} />
      <Reserves reserves={reserves} />
      <Form
        id="apply-trial"
        action={`/classes/${item.id}/seats/${form}`}
        hidden={{ ...(typed as Query), dryRun: null, expects: outcome.fingerprint }}
      >
        <SubmitButton label={say.doExactly} />
      </Form>
    </Card>
  );
}

function Changes({ before, after }: { before: readonly SeatShare[]; after: readonly SeatShare[] }) {
  const say = useWords(seatWords);
  const none = { seats: 0, free: 0, held: 0, reserves: 0 };
  const now = (unitId: string | null) => before.find((share) => share.unitId === unitId) ?? none;
  const gone = before.filter(({ unitId }) => !after.some((share) => share.unitId === unitId));
  const changed = [...after, ...gone.map((share) => ({ ...share, ...none }))]
    .filter((then) => {
      const { seats, held, reserves } = now(then.unitId);
      return seats !== then.seats || held !== then.held || reserves !== then.reserves;
    })
    .toSorted(byUnitThenPool);
  if (changed.length === 0) return <p>{say.noChange}</p>;
  return (
    <Table
      caption={say.trial}
      hidesCaption
      rows={changed}
      empty={{ title: say.noChange }}
      columns={[
        { label: say.unit, isRowName: true, cell: ({ unitName, unitCode }) => unitName ?? unitCode ?? say.pool },
        { label: say.before, isNumber: true, cell: ({ unitId }) => now(unitId).seats },
        { label: say.after, isNumber: true, cell: ({ seats }) => seats },
        { label: say.freeAfter, isNumber: true, cell: ({ free }) => free },
        { label: say.reservesAfter, isNumber: true, cell: ({ unitId, reserves }) => (unitId ? reserves : null) },
      ]}
    />
  );
}

const byUnitThenPool = (one: SeatShare, other: SeatShare) =>
  Number(one.unitId === null) - Number(other.unitId === null) ||
  (one.unitCode ?? '').localeCompare(other.unitCode ?? '');

function Reserves({ reserves: { promoted, passedOver } }: { reserves: ReservesMoved }) {
  const say = useWords(seatWords);
  const locale = useLocale();
  return (
    <>
      {promoted.length === 0 ? <p>{say.nobodyMoves}</p> : <h3>{say.moveUp(promoted.length)}</h3>}
      <ul>
        {promoted.map(({ unitCode, fullName, seat }) => (
          <li>{say.getsSeat(unitCode, fullName ?? say.somebody, seat)}</li>
        ))}
      </ul>
      {passedOver.length > 0 && <h3>{say.skipped(passedOver.length)}</h3>}
      <ul>
        {passedOver.map(({ unitCode, fullName, because }) => (
          <li>{say.skippedBecause(unitCode, fullName ?? say.somebody, because[locale])}</li>
        ))}
      </ul>
    </>
  );
}
