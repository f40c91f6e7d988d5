import type { ComponentChildren } from 'preact';
import type { Actor } from '../../platform/access/actor';
import { type Day, showDay } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { DayField, NumberField, TextArea } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, type ButtonTone } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { CandidateItem } from '../candidates.queries';
import type { Move } from '../nomination-moves';
import { mayReview } from '../nominations.policy';
import type { NominationItem } from '../nominations.queries';
import { oneNominationWords } from '../nomination.words';
import { ScanField } from '../../scans/views/scan-field';
import { reserveNumberAfter } from '../turn';
import { Acknowledge } from './acknowledge';
import { GroupLetterFields, LetterFields } from './letter-fields';
import { errorsOf } from './refused-action';

export interface RefusedMove {
  readonly move: Move;
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

interface Props {
  readonly nomination: NominationItem;
  readonly actor: Actor;
  readonly moves: readonly Move[];
  readonly newcomers: readonly CandidateItem[];
  readonly isLate: boolean;
  readonly today: Day;
  readonly refused: RefusedMove | null;
}

export const moveFormId = (move: Move) => `do-${move}`;

const tones: Readonly<Record<Move, ButtonTone>> = {
  submission: 'primary',
  ranking: 'plain',
  endorsement: 'primary',
  acceptance: 'primary',
  return: 'plain',
  rejection: 'danger',
  substitution: 'plain',
  withdrawal: 'danger',
};

/** Moves that come by a letter, which may be scanned. */
const withLetter: readonly Move[] = ['submission', 'substitution', 'endorsement'];

/** What the reader can do with a nomination now, and why not yet what they may be waiting for. */
export function NominationMoves({ nomination, actor, moves, newcomers, isLate, today, refused }: Props) {
  const say = useWords(oneNominationWords);
  const { id, letter, state, rank, reservesBefore, unitId } = nomination;
  const fields: Readonly<Record<Move, ComponentChildren>> = {
    submission: (
      <>
        <LetterFields />
        <ScanField />
        {isLate && <TextArea name="lateReason" label={say.takeLate} rows={2} maxLength={500} required />}
        {refused?.move === 'submission' && <Acknowledge refusal={refused.refusal} />}
      </>
    ),
    ranking: <NumberField name="place" label={say.place} hint={say.placeHint} required />,
    endorsement: (
      <>
        <GroupLetterFields />
        <ScanField />
      </>
    ),
    acceptance: null,
    return: (
      <>
        <Reason />
        <DayField name="correctBy" label={say.correctBy} min={today} required />
      </>
    ),
    rejection: <Reason />,
    substitution: <Newcomer people={newcomers} refusal={refused?.move === 'substitution' ? refused.refusal : null} />,
    withdrawal: <Reason />,
  };
  const isReviewed = mayReview(actor, unitId) && (state === 'submitted' || state === 'endorsed');
  const waitsFor = isReviewed && !moves.includes('acceptance') && (rank === null ? say.awaitsGroup : say.stillReserve);
  const filledIn: Partial<Record<Move, FormValues>> = {
    submission: { letter },
    ranking: { place: reservesBefore === null ? null : reserveNumberAfter(reservesBefore) },
  };
  const open = moves.filter((move) => move !== 'substitution' || newcomers.length > 0);
  if (open.length === 0) return null;
  return (
    <Card title={say.actions}>
      {waitsFor && <p>{waitsFor}</p>}
      <div class="actions">
        {open.map((move) => (
          <ActionButton
            id={moveFormId(move)}
            action={`/nominations/${id}/${move}`}
            label={say[move]}
            tone={tones[move]}
            isMultipart={withLetter.includes(move)}
            confirm={move === 'acceptance' ? undefined : say[`${move}Confirm`]}
            values={refused?.move === move ? refused.typed : filledIn[move]}
            errors={refused?.move === move ? errorsOf(refused.refusal) : []}
          >
            {fields[move]}
          </ActionButton>
        ))}
      </div>
      {moves.includes('substitution') && newcomers.length === 0 && <p class="quiet">{say.noNewcomer}</p>}
    </Card>
  );
}

function Reason() {
  const say = useWords(oneNominationWords);
  return <TextArea name="reason" label={say.reason} hint={say.reasonToUnit} rows={2} maxLength={500} required />;
}

function Newcomer({ people, refusal }: { people: readonly CandidateItem[]; refusal: Refusal | null }) {
  const say = useWords(oneNominationWords);
  return (
    <>
      <SelectField
        name="personId"
        label={say.newcomer}
        hint={say.newcomerHint}
        required
        choices={people.map(({ personId, fullName, birthDate, position }) => ({
          value: personId,
          label: say.born(fullName, showDay(birthDate), position),
        }))}
      />
      <Reason />
      <LetterFields />
      <ScanField />
      {refusal && <Acknowledge refusal={refusal} />}
    </>
  );
}
