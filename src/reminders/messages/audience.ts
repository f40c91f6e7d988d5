/** Whom a message of a class may go to. */
export const audiences = ['participants', 'nominees', 'people', 'lecturers', 'managers'] as const;
export type Audience = (typeof audiences)[number];

/** Those that may be narrowed to the people one unit sends. */
export const audiencesOfUnits: readonly Audience[] = ['participants', 'nominees', 'people'];

/** In SQL: whether somebody is on the roster of the class `$1`, or was as it was cancelled. */
export const isOnRoster = `(e.ended_at IS NULL OR e.ended_at >= (SELECT cancelled_at FROM classes WHERE id = $1 AND state = 'cancelled'))`;
const participants = `
  SELECT NULL::uuid AS account_id, e.person_id, NULL::uuid AS lecturer_id, e.unit_id FROM enrollments e
  WHERE e.class_id = $1 AND ${isOnRoster} AND ($2::uuid IS NULL OR e.unit_id = $2) AND ($7::int IS NULL OR e.group_number = $7)`;
/** Who was put forward and is not accepted yet, reserves too; a draft was sent to nobody. */
const nominees = `
  SELECT NULL::uuid AS account_id, n.person_id, NULL::uuid AS lecturer_id, n.unit_id FROM nominations n
  WHERE n.class_id = $1 AND n.ended_at IS NULL AND n.state IN ('submitted', 'endorsed', 'returned') AND ($2::uuid IS NULL OR n.unit_id = $2) AND $7::int IS NULL`;

/** SQL of the recipients, each once: `$1` is the class, `$2` a unit or null, `$3` today, `$7` a group or null. */
export const recipientsOf: Readonly<Record<Audience, string>> = {
  participants,
  nominees,
  people: `${participants} UNION ${nominees}`,
  lecturers: `
    SELECT DISTINCT NULL::uuid AS account_id, NULL::uuid AS person_id, h.lecturer_id, NULL::uuid AS unit_id FROM half_days h
    WHERE h.class_id = $1 AND h.lecturer_id IS NOT NULL AND h.cancelled_at IS NULL AND $2::uuid IS NULL AND $7::int IS NULL`,
  managers: `
    SELECT DISTINCT g.account_id, NULL::uuid AS person_id, NULL::uuid AS lecturer_id, NULL::uuid AS unit_id
    FROM grants_in_force($3::date) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
    WHERE g.class_id = $1 AND g.role = 'class_manager' AND g.group_number IS NULL AND $2::uuid IS NULL AND $7::int IS NULL`,
};
