import { endorsedAbove, type Reviewer } from '../../nominations/turn';
import { daysBetween, showDay } from '../../platform/clock';
import { defineReminder, type ReminderDefinition } from './definition';
import { classIsOver, dayOfMoment, holdersOf, reaches } from './sql';
import { classValues, daysOf, pieces } from './values';
import { smallest } from '../../platform/lists';

interface Facts {
  readonly waiting: number;
}

const waitingSince = dayOfMoment('n.since');

/** Nominations of a day that nobody has decided on, told once for each class to accounts of a role. */
export function waitingNominations({
  turn,
  told,
  isTold = () => 'true',
  link,
  texts,
}: {
  /** Whose decision they wait for. */
  readonly turn: Reviewer;
  readonly told: 'training_officer' | 'group_officer';
  /** SQL: which accounts of the role hear of it; all unless told. */
  readonly isTold?: (account: string) => string;
  readonly link: (classId: string) => string;
  readonly texts: ReminderDefinition['texts'];
}): ReminderDefinition {
  const above = endorsedAbove('$1::date');
  const isTheirs = turn === 'office' ? `(n.turn = 'office' OR ${above})` : `n.turn = 'group' AND NOT ${above}`;
  const stillWaiting = `(
    SELECT count(*) FROM nominations_in_review n
    WHERE n.class_id = c.id AND ${isTheirs} AND ${waitingSince} = r.anchor AND ${reaches(`'${told}'`, 'n.unit_id')} AND ${isTold('r.account_id')})`;
  return defineReminder<Facts>({
    candidates: `
      SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, NULL::uuid AS unit_id, NULL::uuid AS nomination_id,
             c.id::text AS subject, ${waitingSince} AS anchor, 'infinity'::timestamptz AS over_at, min(s.since) AS since
      FROM nominations_in_review n
      JOIN classes c ON c.id = n.class_id AND class_is_under_way(c.state)
      JOIN ${holdersOf(`'${told}'`)} s ON s.unit_id = n.unit_id AND ${isTold('s.account_id')}
      WHERE ${isTheirs} AND n.since <= $2
      GROUP BY s.account_id, c.id, ${waitingSince}`,
    whyNot: `CASE ${classIsOver} WHEN a.id IS NULL THEN 'not_in_charge' WHEN ${stillWaiting} = 0 THEN 'nothing_waits' END`,
    facts: `jsonb_build_object('waiting', ${stillWaiting})`,
    // Those of several days fall due together after a weekend.
    values: (group, locale) => {
      const days = daysOf(group);
      const waiting = days.map((day) => group.find(({ anchor }) => anchor === day)!.facts.waiting);
      return {
        ...classValues(group[0]!, locale),
        count: pieces[locale].nominations(waiting.reduce((sum, count) => sum + count, 0)),
        received: days.map(showDay).join(', '),
        after: String(smallest(group.map(({ anchor, dueOn }) => daysBetween(anchor, dueOn) - 1))),
      };
    },
    link: ({ classId }) => link(classId!),
    texts,
  });
}
