import { zone } from '../platform/clock';
import type { ReminderRule } from './reminder-rules';

/** The day in Ho Chi Minh City on which a moment falls, in SQL. */
export const dayOfMoment = (moment: string) => `(${moment} AT TIME ZONE '${zone}')::date`;
/** The moment a day begins there, in SQL. */
const startOfDay = (day: string) => `((${day})::timestamp AT TIME ZONE '${zone}')`;

/** Beyond this the past is history: importing a class of last year reminds nobody and fills no ledger. */
const daysLookedBack = 14;

/** Accounts that hold `role` and the units it reaches on the day `$1`; `since` is the first day they did. */
export const holdersOf = (role: string) => `
  (SELECT g.account_id, reached AS unit_id, min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')})) AS since
   FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL, units_below(g.unit_id, $1::date) reached
   WHERE g.role = ${role} GROUP BY g.account_id, reached)`;

/** The grants by which accounts manage a class on the day `$1`. */
export const managersOf = (classId: string) => `
  (SELECT g.* FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
   WHERE g.role = 'class_manager' AND g.class_id = ${classId})`;

/** The first half-day of a class `c` that takes place. */
export const firstHalfDay = `
  (SELECT h.* FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL AND h.day >= c.opens_on ORDER BY lower(h.during) LIMIT 1)`;

/** Nominations of a unit that count against its seats: a draft was sent to nobody, so its unit is still chased. */
export const sentNominations = (unit: string) => `
  (SELECT count(*) FROM nominations n WHERE n.class_id = c.id AND n.unit_id = ${unit} AND n.ended_at IS NULL AND n.state <> 'draft')`;

export const answeredNone = (unit: string) =>
  `EXISTS (SELECT 1 FROM standing_unit_answers w WHERE w.class_id = c.id AND w.unit_id = ${unit})`;

/** The day a call can be told of: its opening, or later when the class was announced later. */
export const callOpening = `greatest(${dayOfMoment('c.call_opens_at')}, ${dayOfMoment('c.announced_at')})`;

/** Whose turn a waiting nomination `n` of a course `co` is: the Group's while its word is asked for and not given. */
export const reviewer = `CASE WHEN n.state = 'submitted' AND 'group' = ANY (co.approval_steps) THEN 'group_officer' ELSE 'training_officer' END`;
export const waitingSince = dayOfMoment('coalesce(n.endorsed_at, n.submitted_at)');
/** A nomination somebody could decide on now; a reserve waits for a seat, not for a reviewer. */
export const waitsForReview = `n.state IN ('submitted', 'endorsed') AND n.rank IS NULL`;

/**
 * Who may have to be reminded, rule by rule: one row per recipient and `subject` (what it is about, so that it is said
 * once), with `anchor` (the day the rule counts from), `over_at` (from when it is too late to say) and `since` (the day
 * the recipient came to it). `$1` is today, `$2` now.
 */
export const candidates: Readonly<Record<ReminderRule, string>> = {
  call_opened: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, u.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, u.unit_id) AS subject, ${callOpening} AS anchor, c.call_closes_at AS over_at, s.since
    FROM classes c
    CROSS JOIN LATERAL (SELECT DISTINCT unit_id FROM seats WHERE class_id = c.id AND unit_id IS NOT NULL) u
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
    WHERE c.state = 'announced' AND c.call_opens_at <= $2 AND ${callOpening} >= $1::date - ${daysLookedBack}
      AND NOT ${answeredNone('u.unit_id')}`,

  deadline_near: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, u.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, u.unit_id) AS subject, ${dayOfMoment('c.call_closes_at')} AS anchor, c.call_closes_at AS over_at,
           greatest(s.since, ${dayOfMoment('c.announced_at')}) AS since
    FROM classes c
    CROSS JOIN LATERAL (
      SELECT unit_id, count(*) AS seats FROM seats WHERE class_id = c.id AND unit_id IS NOT NULL
      GROUP BY unit_id HAVING bool_or(nomination_id IS NULL)
    ) u
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
    WHERE c.state = 'announced' AND c.call_opens_at <= $2 AND ${dayOfMoment('c.call_closes_at')} >= $1::date - ${daysLookedBack}
      AND NOT ${answeredNone('u.unit_id')} AND ${sentNominations('u.unit_id')} < u.seats`,

  class_near: `
    SELECT NULL::uuid AS account_id, e.person_id, c.id AS class_id, e.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, e.person_id) AS subject, c.opens_on AS anchor,
           coalesce(lower(h.during), ${startOfDay('c.opens_on + 1')}) AS over_at, ${dayOfMoment('e.enrolled_at')} AS since
    FROM classes c
    JOIN enrollments e ON e.class_id = c.id AND e.ended_at IS NULL
    LEFT JOIN LATERAL ${firstHalfDay} h ON true
    WHERE c.state IN ('announced', 'confirmed') AND c.opens_on >= $1::date - ${daysLookedBack} AND $2::timestamptz IS NOT NULL`,

  nomination_returned: `
    SELECT s.account_id, NULL::uuid AS person_id, n.class_id, n.unit_id, n.id AS nomination_id,
           concat_ws(':', n.id, extract(epoch FROM n.decided_at)) AS subject, ${dayOfMoment('n.decided_at')} AS anchor,
           coalesce(${startOfDay('n.correct_by + 1')}, 'infinity') AS over_at, s.since
    FROM nominations n
    JOIN classes c ON c.id = n.class_id AND c.state IN ('announced', 'confirmed')
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = n.unit_id
    WHERE n.state = 'returned' AND n.decided_at <= $2`,

  review_waiting: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, NULL::uuid AS unit_id, NULL::uuid AS nomination_id,
           c.id::text AS subject, ${waitingSince} AS anchor, 'infinity'::timestamptz AS over_at, min(s.since) AS since
    FROM nominations n
    JOIN classes c ON c.id = n.class_id AND c.state IN ('announced', 'confirmed')
    JOIN courses co ON co.id = c.course_id
    JOIN (SELECT 'training_officer' AS role, * FROM ${holdersOf(`'training_officer'`)} o
          UNION ALL SELECT 'group_officer', * FROM ${holdersOf(`'group_officer'`)} g) s ON s.role = ${reviewer} AND s.unit_id = n.unit_id
    WHERE ${waitsForReview} AND n.submitted_at <= $2
    GROUP BY s.account_id, c.id, ${waitingSince}`,

  // Whoever came after a change never knew the timetable otherwise.
  timetable_changed: `
    SELECT told.account_id, told.person_id, t.class_id, told.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', t.half_day_id, t.id) AS subject, ${dayOfMoment('t.changed_at')} AS anchor, t.over_at, told.since
    FROM timetable_changes t
    JOIN classes c ON c.id = t.class_id AND c.state IN ('announced', 'confirmed')
    CROSS JOIN LATERAL (
      SELECT NULL::uuid AS account_id, e.person_id, e.unit_id, ${dayOfMoment('e.enrolled_at')} AS since
      FROM enrollments e WHERE e.class_id = t.class_id AND e.ended_at IS NULL AND e.enrolled_at <= t.changed_at
      UNION ALL
      SELECT a.id, NULL, NULL, min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')}))
      FROM ${managersOf('t.class_id')} g JOIN accounts a ON a.id = g.account_id
      WHERE g.granted_at <= t.changed_at AND NOT EXISTS (
        SELECT 1 FROM enrollments e WHERE e.class_id = t.class_id AND e.person_id = a.person_id AND e.ended_at IS NULL)
      GROUP BY a.id
    ) told
    WHERE t.changed_at <= $2 AND ${dayOfMoment('t.changed_at')} >= $1::date - ${daysLookedBack}`,
};
