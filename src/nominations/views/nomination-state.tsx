import { showDay } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { NominationState } from '../nomination.states';
import { isLeftOpen, stateSentence } from '../nominations.present';
import type { NominationItem } from '../nominations.queries';
import { nominationWords, stateWords } from '../nominations.words';
import { reserveNumberAfter } from '../turn';

export const stateTones: Readonly<Record<NominationState, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  endorsed: 'info',
  accepted: 'success',
  returned: 'warning',
  rejected: 'danger',
  withdrawn: 'neutral',
  substituted: 'neutral',
  transferred: 'neutral',
  deferred: 'neutral',
  class_cancelled: 'neutral',
};

/** Whether it stands where its place tells: on the way to be accepted, or there. */
export const isWherePlaced = ({ state, seat, reservesBefore }: NominationItem) =>
  ['submitted', 'endorsed', 'accepted'].includes(state) && (seat !== null || reservesBefore !== null);

export function StateBadge({ nomination }: { nomination: Pick<NominationItem, 'state' | 'classState'> }) {
  const { leftOver } = useWords(nominationWords);
  const names = useWords(stateWords);
  if (isLeftOpen(nomination)) return <Badge tone="neutral" text={leftOver} />;
  return <Badge tone={stateTones[nomination.state]} text={names[nomination.state]} />;
}

/** Where a nomination stands, in a word and in a sentence. */
export function State({ nomination }: { nomination: NominationItem }) {
  const say = useWords(nominationWords);
  const { groupLetter } = nomination;
  return (
    <>
      <StateBadge nomination={nomination} />
      <small class={isWherePlaced(nomination) ? 'choice-hint is-told-twice' : 'choice-hint'}>
        {stateSentence(nomination)[useLocale()]}
      </small>
      {groupLetter && (
        <small class="choice-hint"> {say.groupLetter(groupLetter.number, showDay(groupLetter.date))}</small>
      )}
    </>
  );
}

/** The seat held, or the turn among the reserves of the unit. */
export function Place({ nomination }: { nomination: NominationItem }) {
  const { seat, reservesBefore } = nomination;
  const say = useWords(nominationWords);
  if (seat !== null) return <span class="one-line">{say.seat(seat)}</span>;
  if (reservesBefore === null || isLeftOpen(nomination)) return <span class="quiet">{say.noPlace}</span>;
  return (
    <>
      <span class="one-line">{say.reserve(reserveNumberAfter(reservesBefore))}</span>
      <small class="choice-hint">{reservesBefore === 0 ? say.nobodyBefore : say.before(reservesBefore)}</small>
    </>
  );
}
