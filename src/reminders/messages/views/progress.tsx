import { Progress } from '../../../platform/pages/badges';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { stateWords } from '../../reminders.words';
import { reminderStates } from '../../rules/rule';
import type { ClassMessage } from '../messages.queries';
import { audienceWords, messageWords } from '../messages.words';

/** Whom it went to, with the unit where it is one's people. */
export function AudienceOf({ message: { audience, unitName, group } }: { message: ClassMessage }) {
  const audiences = useWords(audienceWords);
  const say = useWords(messageWords);
  return (
    <>
      {audiences[audience]}
      {group !== null && <small class="choice-hint">{say.groupNamed(group)}</small>}
      {unitName && <small class="choice-hint">{unitName}</small>}
    </>
  );
}

/** How many recipients it has come to which state with. */
export function StatesOf({ message: { states } }: { message: ClassMessage }) {
  const say = useWords(messageWords);
  const locale = useLocale();
  const counted = reminderStates.filter((state) => states[state]);
  return <>{counted.map((state) => say.stateCount(stateWords[locale][state], states[state]!)).join(' · ')}</>;
}

/** Asks again every second while somebody is still to be told. */
export function MessageProgress({ message }: { message: ClassMessage }) {
  const say = useWords(messageWords);
  const { id, recipients, states } = message;
  const waiting = (states.due ?? 0) + (states.written ?? 0);
  return (
    <Progress
      label={say.progress}
      done={recipients - waiting}
      total={recipients}
      {...(waiting > 0 ? { pollUrl: `/class-messages/${id}/progress` } : {})}
    >
      <p>
        <StatesOf message={message} />
      </p>
    </Progress>
  );
}
