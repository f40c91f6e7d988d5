import { addDays, type Day } from '../../platform/clock';
import { linkTo, type Query } from '../../platform/pages/links';
import { useWords } from '../../platform/pages/page-context';
import { type ReminderTroubles, troubleDays } from '../desks.queries';
import { officeWords } from '../office-desk.words';

/** What of the last weeks' reminders did not come through, each leading to its lines. */
export function Troubles({ failed, returned, missed, today }: ReminderTroubles & { today: Day }) {
  const say = useWords(officeWords);
  const from = addDays(today, -troubleDays);
  const linesOf = (query: Query) => linkTo('/reminders', { ...query, from });
  if (failed + returned + missed === 0) return <p>{say.allSent}</p>;
  return (
    <ul>
      {failed > 0 && (
        <li>
          <a href={linesOf({ state: 'failed' })}>{say.failed(failed)}</a>
        </li>
      )}
      {returned > 0 && (
        <li>
          <a href={linesOf({ state: 'returned' })}>{say.returned(returned)}</a>
        </li>
      )}
      {missed > 0 && (
        <li>
          <a href={linesOf({ state: 'missed', reason: 'too_late' })}>{say.missed(missed)}</a>
        </li>
      )}
    </ul>
  );
}
