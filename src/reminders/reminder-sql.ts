import { zone } from '../platform/clock';

/** The day in Ho Chi Minh City on which a moment falls, in SQL. */
export const dayOfMoment = (moment: string) => `(${moment} AT TIME ZONE '${zone}')::date`;
/** The moment a day begins there, in SQL. */
export const startOfDay = (day: string) => `((${day})::timestamp AT TIME ZONE '${zone}')`;

/** Beyond this the past is history: importing a class of last year reminds nobody and fills no ledger. */
export const daysLookedBack = 14;

/** Accounts that hold `role` and the units it reaches on the day `$1`; `since` is the first day they did. */
export const holdersOf = (role: string) => `
  (SELECT g.account_id, reached AS unit_id, min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')})) AS since
   FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL, units_below(g.unit_id, $1::date) reached
   WHERE g.role = ${role} GROUP BY g.account_id, reached)`;

/** The grants by which accounts manage a class on the day `$1`. */
export const managersOf = (classId: string) => `
  (SELECT g.* FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
   WHERE g.role = 'class_manager' AND g.class_id = ${classId})`;

/** Whether the recipient of a reminder `r` holds `role` over `unit`. */
export const reaches = (role: string, unit: string) => `
  EXISTS (SELECT 1 FROM grants_in_force($1::date) g WHERE g.account_id = r.account_id AND g.role = ${role}
    AND ${unit} IN (SELECT units_below(g.unit_id, $1::date)))`;

/** Whether the person a reminder `r` goes to is enrolled in the class `c`. */
export const isEnrolled = `
  EXISTS (SELECT 1 FROM enrollments e WHERE e.class_id = c.id AND e.person_id = r.person_id AND e.ended_at IS NULL)`;

/** The first half-day of a class `c` that takes place. */
export const firstHalfDay = `
  (SELECT h.* FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL AND h.day >= c.opens_on ORDER BY lower(h.during) LIMIT 1)`;

/** Seats of the unit of a reminder `r` in the class `c`. */
export const seatsOfUnit = (more = '') =>
  `(SELECT count(*) FROM seats s WHERE s.class_id = c.id AND s.unit_id = r.unit_id ${more})`;

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

/** Why nothing about the class `c` needs to be said any more. */
export const classIsOver = `
  WHEN c.state = 'cancelled' THEN 'class_cancelled' WHEN c.state IN ('closed', 'draft') THEN 'class_over'`;
