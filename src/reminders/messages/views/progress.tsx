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

/** What leaves within this long is looked at each second; what waits longer waits for a mail server. */
const leavesWithinMinutes = 5;
const slowly = 30;

/** In how many seconds there is something new to see: not before it leaves. */
function secondsToWait({ leavesAt, takenBackAt }: ClassMessage, now: Date): number {
  const left = Math.ceil((leavesAt.getTime() - now.getTime()) / 1000);
  if (takenBackAt !== null || left < -60 * leavesWithinMinutes) return slowly;
  return Math.max(left, 1);
}

/** Asks again while somebody is still to be told, from when it leaves on. */
export function MessageProgress({ message, now }: { message: ClassMessage; now: Date }) {
  const say = useWords(messageWords);
  const { id, recipients, states } = message;
  const waiting = (states.due ?? 0) + (states.written ?? 0);
  return (
    <Progress
      label={say.progress}
      done={recipients - waiting}
      total={recipients}
      {...(waiting > 0 ? { pollUrl: `/class-messages/${id}/progress`, pollAfter: secondsToWait(message, now) } : {})}
    >
      <p>
        <StatesOf message={message} />
      </p>
    </Progress>
  );
}
