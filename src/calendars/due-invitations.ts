import { zone } from '../platform/clock';
import { isHeldBack } from '../nominations/held-decisions';
import { eventColumns, eventJoins, examColumns, examJoins } from './calendar-events';
import { feedFollowedForDays } from './calendar-feeds.words';

/** Messages that the mail server refused for good, or that came back. */
export const refusedMail = `(SELECT id, to_address FROM mail_messages WHERE dead_at IS NOT NULL OR returned_at IS NOT NULL)`;

/**
 * A class of eighteen months would otherwise fill one mail with two hundred files: people are told of this month and
 * the two after it, and on the first of each month of one more. What a calendar holds already is kept right for ever.
 */
const monthsAhead = 3;

/** Whether the mail of an invitation `i` put it into a calendar: one that left, or without a mail server (`$3` is false) any, since it is read where it is kept. A call counts. */
const isKnown = `coalesce(CASE WHEN i.called_at IS NOT NULL OR (refused.id IS NULL AND (m.delivered_at IS NOT NULL OR NOT $3::boolean))
  THEN i.method = 'REQUEST' ELSE i.was_known END, false)`;
/**
 * A calendar that was told nothing, an older version, or one that fell away; after a mail that was refused once there is
 * another address. @param isOlder whether `i` tells an appointment `h` as it no longer is; SQL
 */
const isDue = (
  address: string,
  isOlder = 'i.appointment_sequence < h.sequence',
) => `CASE told.method WHEN 'REQUEST' THEN i.method IS DISTINCT FROM 'REQUEST' OR ${isOlder}
  OR (refused.to_address <> ${address} AND i.called_at IS NULL) ELSE i.method = 'REQUEST' END`;
const isAhead = `h.day >= $1::date AND lower(h.during) > $2
  AND (h.day < date_trunc('month', $1::date::timestamp) + interval '${monthsAhead} months' OR i.method = 'REQUEST')`;
const mailOf = `LEFT JOIN mail_messages m ON m.id = i.mail_id LEFT JOIN ${refusedMail} refused ON refused.id = i.mail_id`;
/** Whose telephone follows their feed has them there; what a calendar got by mail is still kept right. */
const isNotFollowed = (person: string) => `(i.method = 'REQUEST' OR NOT EXISTS (SELECT FROM calendar_feeds f
  WHERE f.person_id = ${person} AND f.revoked_at IS NULL AND f.read_at > $2::timestamptz - interval '${feedFollowedForDays} days'))`;
const addressOfLearner = 'coalesce(a.email, p.email)';

/** Narrows the people, by what names them. */
type Among = (attendee: string) => string;

/**
 * People and half-days still to come whose calendar is not right; from where they have leave they are taken off it. Of several enrollments in one class the live one counts,
 * else the last. A calendar knows what a mail that left told it, and not what one told that waits or came back. `$1` is
 * today, `$2` now.
 */
const dueLearners = (among: Among) => `
  SELECT e.person_id AS attendee, e.person_id, NULL::uuid AS lecturer_id, e.unit_id, h.id AS appointment_id, h.id AS half_day_id, NULL::uuid AS exam_id,
    NULL::uuid AS room_id, h.sequence AS appointment_sequence, told.method,
    ${isKnown} AS is_known, lower(h.during) AS starts_at, ${addressOfLearner}::text AS address, a.id AS account_id, coalesce(a.locale, 'vi') AS locale, p.full_name
  FROM half_days h
  JOIN classes c ON c.id = h.class_id
  JOIN enrollments e ON e.class_id = h.class_id
  CROSS JOIN LATERAL (SELECT CASE WHEN e.ended_at IS NULL AND h.cancelled_at IS NULL AND c.state <> 'cancelled' AND is_for_group(h.group_numbers, e.group_number)
    AND NOT EXISTS (SELECT FROM half_days_on_leave q WHERE q.enrollment_id = e.id AND q.half_day_id = h.id) THEN 'REQUEST' ELSE 'CANCEL' END AS method) told
  LEFT JOIN calendar_invitations i ON i.attendee = e.person_id AND i.appointment_id = h.id
  ${mailOf}
  JOIN persons p ON p.id = e.person_id
  LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
  WHERE ${isAhead} AND ${addressOfLearner} IS NOT NULL AND ${isNotFollowed('e.person_id')}
    AND NOT EXISTS (SELECT 1 FROM enrollments o WHERE o.class_id = e.class_id AND o.person_id = e.person_id AND o.id <> e.id
      AND (o.ended_at IS NULL OR (e.ended_at IS NOT NULL AND (o.ended_at, o.id) > (e.ended_at, e.id))))
    AND ${isDue(addressOfLearner)} AND (e.nomination_id IS NULL OR NOT ${isHeldBack('e.nomination_id', '$2')}) ${among('e.person_id')}`;

/** The same of who teaches them, and of who was told they would. @param which of them are asked for */
const lecturersOf = (which: string) => `
  SELECT w.id AS attendee, NULL::uuid AS person_id, w.id AS lecturer_id, NULL::uuid AS unit_id, h.id AS appointment_id, h.id AS half_day_id, NULL::uuid AS exam_id,
    NULL::uuid AS room_id, h.sequence AS appointment_sequence, told.method,
    ${isKnown} AS is_known, lower(h.during) AS starts_at, w.email::text AS address, NULL::uuid AS account_id, 'vi' AS locale, w.full_name
  FROM half_days h
  JOIN classes c ON c.id = h.class_id AND c.state <> 'draft'
  CROSS JOIN LATERAL (
    SELECT h.lecturer_id AS id WHERE h.lecturer_id IS NOT NULL
    UNION SELECT lecturer_id FROM calendar_invitations WHERE half_day_id = h.id AND lecturer_id IS NOT NULL) concerned
  JOIN lecturers w ON w.id = concerned.id
  CROSS JOIN LATERAL (SELECT CASE WHEN h.lecturer_id = w.id AND h.cancelled_at IS NULL AND c.state <> 'cancelled' THEN 'REQUEST' ELSE 'CANCEL' END AS method) told
  LEFT JOIN calendar_invitations i ON i.attendee = w.id AND i.appointment_id = h.id
  ${mailOf}
  WHERE ${isAhead} AND ${which}`;
const dueLecturers = (among: Among) => lecturersOf(`w.email IS NOT NULL AND ${isDue('w.email')} ${among('w.id')}`);

/** Who sits an examination `exam` or keeps watch over it, each with the room that is theirs; SQL. */
const concernedBy = (exam: string) => `
  SELECT e.person_id, NULL::uuid AS lecturer_id, d.room_id FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id AND e.ended_at IS NULL WHERE d.exam_id = ${exam}
  UNION ALL SELECT person_id, lecturer_id, room_id FROM exam_invigilators WHERE exam_id = ${exam}`;

/** The same of examinations: of who sits them, who keeps watch, and who was told they would. */
const addressAtExam = 'coalesce(a.email, p.email, w.email)';
const isOlderOfExam = 'i.appointment_sequence < h.sequence OR i.room_id IS DISTINCT FROM concerned.room_id';
const atExams = (which: string) => `
  SELECT coalesce(p.id, w.id) AS attendee, p.id AS person_id, w.id AS lecturer_id, NULL::uuid AS unit_id, h.id AS appointment_id, NULL::uuid AS half_day_id, h.id AS exam_id,
    concerned.room_id, h.sequence AS appointment_sequence, told.method,
    ${isKnown} AS is_known, lower(h.during) AS starts_at, ${addressAtExam}::text AS address, a.id AS account_id, coalesce(a.locale, 'vi') AS locale, coalesce(p.full_name, w.full_name) AS full_name
  FROM (SELECT x.*, (lower(x.during) AT TIME ZONE '${zone}')::date AS day FROM exams x) h
  JOIN classes c ON c.id = h.class_id AND c.state <> 'draft'
  CROSS JOIN LATERAL (
    SELECT person_id, lecturer_id, (array_agg(room_id))[1] AS room_id, bool_or(is_theirs) AS is_theirs FROM (
      SELECT t.*, true AS is_theirs FROM (${concernedBy('h.id')}) t
      UNION ALL SELECT person_id, lecturer_id, NULL, false FROM calendar_invitations WHERE exam_id = h.id) one
    GROUP BY person_id, lecturer_id) concerned
  LEFT JOIN persons p ON p.id = concerned.person_id
  LEFT JOIN lecturers w ON w.id = concerned.lecturer_id
  LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
  CROSS JOIN LATERAL (SELECT CASE WHEN concerned.is_theirs AND h.cancelled_at IS NULL AND c.state <> 'cancelled' THEN 'REQUEST' ELSE 'CANCEL' END AS method) told
  LEFT JOIN calendar_invitations i ON i.attendee = coalesce(p.id, w.id) AND i.appointment_id = h.id
  ${mailOf}
  WHERE ${isAhead} AND ${which}`;
const dueAtExams = (among: Among) =>
  atExams(`${addressAtExam} IS NOT NULL AND (p.id IS NULL OR ${isNotFollowed('p.id')})
    AND ${isDue(addressAtExam, isOlderOfExam)} ${among('coalesce(p.id, w.id)')}`);

export const duePeople = (among: Among) => `${dueLearners(among)} UNION ALL ${dueAtExams(among)}`;
export const dueTeaching = (among: Among) => `${dueLecturers(among)} UNION ALL ${dueAtExams(among)}`;
export const dueInvitations = (among: Among) =>
  `${dueLearners(among)} UNION ALL ${dueLecturers(among)} UNION ALL ${dueAtExams(among)}`;

/** Who has no address, or whose mail did not arrive, and is to be called. */
const isToCall = (due: string) =>
  `CASE WHEN w.email IS NULL THEN ${due} ELSE refused.to_address = w.email AND i.called_at IS NULL END`;
export const lecturersToCall = `${lecturersOf(isToCall(isDue('w.email')))} UNION ALL ${atExams(`w.id IS NOT NULL AND ${isToCall(isDue('w.email', isOlderOfExam))}`)}`;

/** Half-days and examinations, as far as both are the same. */
export const appointments = `(SELECT id, class_id, during, sequence FROM half_days UNION ALL SELECT id, class_id, during, sequence FROM exams)`;

/**
 * What a calendar shows of an appointment, with `class_id`, `cancelled_reason` and `during`. @param invitation what names it
 * and whose it is (`half_day_id`, `exam_id`, `attendee`, `room_id`); @param unit whose site it is held at; SQL
 */
export const appointmentOf = (invitation: string, unit: string) => `
  CROSS JOIN LATERAL (
    SELECT ${eventColumns}, false AS is_exam, false AS is_resit, false AS is_watch, h.class_id, h.cancelled_reason, h.during
    FROM half_days h JOIN classes c ON c.id = h.class_id ${eventJoins(unit)} WHERE h.id = ${invitation}.half_day_id
    UNION ALL
    SELECT ${examColumns}, EXISTS (SELECT FROM exam_invigilators g WHERE g.exam_id = x.id AND coalesce(g.person_id, g.lecturer_id) = ${invitation}.attendee) AS is_watch,
      x.class_id, x.cancelled_reason, x.during
    FROM exams x JOIN classes c ON c.id = x.class_id ${examJoins(`${invitation}.room_id`)} WHERE x.id = ${invitation}.exam_id) v`;

/** In SQL: whether an invitation `i` tells its examination as it is no longer; of half-days their sequence alone says so. */
export const roomHasChanged = `i.exam_id IS NOT NULL AND EXISTS (SELECT FROM (${concernedBy('i.exam_id')}) t
  WHERE coalesce(t.person_id, t.lecturer_id) = i.attendee AND t.room_id IS DISTINCT FROM i.room_id)`;
