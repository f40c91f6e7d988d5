import { zone } from '../../platform/clock';

/** The day in Ho Chi Minh City on which a moment falls, in SQL. */
export const dayOfMoment = (moment: string) => `(${moment} AT TIME ZONE '${zone}')::date`;
/** The moment a day begins there, in SQL. */
export const startOfDay = (day: string) => `((${day})::timestamp AT TIME ZONE '${zone}')`;

/** Beyond this the past is history: importing a class of last year reminds nobody and fills no ledger. */
export const daysLookedBack = 14;

/** How far ahead the rules that count in months look. */
export const daysLookedAhead = 400;

/** As many days ahead, in SQL; a plan looks no further than the days of its rule reach. */
export const ahead = (days: number) => `(SELECT ${days})`;
const anyAhead = /\(SELECT \d+\)/g;
/** A day off brings a day forward by this at most. */
const longestHoliday = 31;
const asFarAsRule = `(SELECT coalesce(max(d), 0) + ${longestHoliday} FROM unnest(
  ARRAY(SELECT unnest(days_before) FROM reminder_rules WHERE code = $3 UNION ALL SELECT unnest(days_before) FROM reminder_rule_exceptions WHERE rule = $3)) d)`;

/** Whether a day is one of the portion that is planned; any is where nothing is planned. */
export const inPortion = (day: string) => `${day} BETWEEN '-infinity'::date AND 'infinity'::date`;

/** What a rule asks, as a plan for everybody asks it: once, and no further than its days reach. The rule is `$3`. */
export const asPlanned = (sql: string) =>
  sql.replaceAll(forSomeAlone, 'MATERIALIZED').replaceAll(anyAhead, asFarAsRule);

/** The same of a portion: the days from `$5` to `$6`. */
export const asPlannedInPortions = (sql: string) =>
  asPlanned(sql).replaceAll(`'-infinity'::date`, '$5').replaceAll(`'infinity'::date`, '$6');

/** How far ahead half-days are looked for: nobody wants to hear of one a month before. */
export const halfDaysLookedAhead = 14;

/** Essays come two months late, so a unit is reminded for three. */
export const essayDaysChased = 100;

/** Of some recipients, what concerns them is looked for alone; whoever plans for all takes this away, and looks once. */
const forSomeAlone = 'NOT MATERIALIZED';

/** Accounts that hold `role` and the units it reaches on the day `$1`; `since` is the first day they did. */
export const holdersOf = (role: string) => `
  (WITH held AS ${forSomeAlone} (
     SELECT g.account_id, reached.id AS unit_id, min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')})) AS since
     FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
     JOIN every_unit_below($1::date) reached ON reached.root = g.unit_id
     WHERE g.role = ${role} GROUP BY g.account_id, reached.id)
   SELECT * FROM held)`;

/** The accounts that are of the training office of the Bloc on the day `$1`. */
export const holdersOfOffice = `
  (SELECT DISTINCT g.account_id FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
   WHERE g.role = 'training_officer')`;

/** Whether an account of the office is to hear what the office left lying: it is named as head, or nobody is. */
export const isHeadOfOffice = (account: string) => `(EXISTS (SELECT FROM office_heads h WHERE h.account_id = ${account})
  OR NOT EXISTS (SELECT FROM office_heads h JOIN ${holdersOfOffice} o ON o.account_id = h.account_id))`;

/** The grants by which accounts manage a class on the day `$1`. */
export const managersOf = (classId: string) => `
  (SELECT g.* FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
   WHERE g.role = 'class_manager' AND g.group_number IS NULL AND g.class_id = ${classId})`;

/**
 * What concerns people, to themselves and to the secretaries of the unit that sent them and of the one they are of now. `about` gives person_id, class_id, unit_id,
 * nomination_id, subject (of one person), anchor, over_at and since.
 */
export const toPersonAndSecretaries = (about: string) => `
  WITH about AS ${forSomeAlone} (${about}), secretaries AS ${forSomeAlone} (SELECT * FROM ${holdersOf(`'unit_secretary'`)} s)
  SELECT NULL::uuid AS account_id, person_id, class_id, unit_id, nomination_id, subject, anchor, over_at, since FROM about
  UNION ALL
  SELECT s.account_id, NULL, b.class_id, b.unit_id, b.nomination_id, b.subject, b.anchor, b.over_at, s.since
  FROM about b JOIN secretaries s ON s.unit_id = b.unit_id
  UNION ALL
  SELECT s.account_id, NULL, b.class_id, s.unit_id, b.nomination_id, b.subject, b.anchor, b.over_at, s.since
  FROM about b JOIN persons p ON p.id = b.person_id AND p.unit_id <> b.unit_id JOIN secretaries s ON s.unit_id = p.unit_id
  WHERE NOT EXISTS (SELECT FROM secretaries t WHERE t.unit_id = b.unit_id AND t.account_id = s.account_id)`;

/** The same without the people themselves. */
export const toSecretaries = (about: string) => `
  SELECT s.account_id, NULL::uuid AS person_id, b.class_id, b.unit_id, b.nomination_id, b.subject, b.anchor, b.over_at, s.since
  FROM (${about}) b JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = b.unit_id`;

/** What the subject of a reminder `r` names first: the row it is about. */
export const subjectId = `split_part(r.occurrence, ':', 1)::uuid`;

/** Whether the recipient of a reminder `r` holds `role` over `unit`. */
export const reaches = (role: string, unit: string) => `
  EXISTS (SELECT 1 FROM grants_in_force($1::date) g WHERE g.account_id = r.account_id AND g.role = ${role}
    AND ${unit} IN (SELECT units_below(g.unit_id, $1::date)))`;

/** Why the secretary a reminder `r` goes to is not to be told any more. */
export const secretaryLeft = `
  WHEN r.account_id IS NOT NULL AND NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'`;

/** Whether the person a reminder `r` goes to is enrolled in the class `c`. */
export const isEnrolled = `
  EXISTS (SELECT 1 FROM enrollments e WHERE e.class_id = c.id AND e.person_id = r.person_id AND e.ended_at IS NULL)`;

/** The first half-day of a class `c` that takes place. */
export const firstHalfDay = `
  (SELECT h.* FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL AND h.day >= c.opens_on ORDER BY lower(h.during) LIMIT 1)`;

const whereHeld = (told: string, halfDay: string) => `coalesce(
  (SELECT ${told} FROM obliged_units o JOIN sites at ON at.id = o.site_id WHERE o.class_id = c.id AND o.unit_id = r.unit_id),
  (SELECT ${told} FROM rooms at WHERE at.id = coalesce(${halfDay}.held_room_id, c.room_id)))`;
/** Where the unit of a reminder `r` goes for a half-day of the class `c`: its site, else the room it is held in; the class's own while there is no half-day. */
export const placeOf = (halfDay: string) => whereHeld(`concat_ws(', ', at.name, at.address)`, halfDay);
export const placeNameOf = (halfDay: string) => whereHeld('at.name', halfDay);
export const addressOf = (halfDay: string) => whereHeld('at.address', halfDay);

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

/** The half-day `h` of the class of an enrollment `e` is one the person has leave from. */
export const isOnLeave = `
  EXISTS (SELECT 1 FROM half_days_on_leave q WHERE q.enrollment_id = e.id AND q.half_day_id = h.id)`;

/** A request for leave `q`, and each time its half-day was moved, as the subject of a reminder. */
export const leaveSubject = `concat_ws(':', q.id, extract(epoch FROM q.reopened_at)::bigint)`;

/** What a request for leave `q` is for: its half-days in their order, and the days of its period; two pairs of JSON. */
export const leaveFor = `
  'halfDays', (SELECT coalesce(jsonb_agg(jsonb_build_object('day', h.day, 'part', h.part, 'movedFrom', f.moved_from,
      'movedFromTime', to_char(f.moved_from_at AT TIME ZONE '${zone}', 'HH24:MI')) ORDER BY lower(h.during)), '[]')
   FROM leave_request_half_days f JOIN half_days h ON h.id = f.half_day_id WHERE f.leave_request_id = q.id),
  'period', CASE WHEN q.period_id IS NOT NULL THEN jsonb_build_object('from', q.from_day, 'to', q.to_day) END`;

/** Until when the essay `s` of an enrollment is due, and whether it is still to come, by the term `t` of the class. */
export const essayDue = `coalesce(s.due_again_at, t.due_at)`;
export const essayIsMissing = `(s.enrollment_id IS NULL OR s.decision IS NOT DISTINCT FROM 'sent_back')`;

/** Why nothing about the class `c` needs to be said any more. */
export const classIsOver = `
  WHEN c.state = 'cancelled' THEN 'class_cancelled' WHEN c.state IN ('closed', 'draft', 'merged') THEN 'class_over'`;
