import { wasHeld } from '../enrollments/attended';
import { zone } from '../platform/clock';

/*
 * What counts of single facts, in SQL: as it was amended last by a decision, else as the class was closed with it. Of an
 * enrollment `e` with its id, class_id and the moment `at` it is looked at. Amended facts are looked up one by one: a join
 * would read all that were ever amended.
 */

/** The essay that counts as handed in, if there is one. */
export const essayOf = (e: string): string => `
  SELECT y.enrollment_id, y.handed_in_on, y.mark, y.decision FROM (
    SELECT 1 AS turn, enrollment_id, handed_in_on, mark, decision FROM amended_essays_in_force WHERE enrollment_id = ${e}.id
    UNION ALL
    SELECT 2, enrollment_id, (handed_in_at AT TIME ZONE '${zone}')::date, mark, decision FROM essays WHERE enrollment_id = ${e}.id) y
  ORDER BY y.turn LIMIT 1`;

/** The half-days of the class and of the person's group that were held, how the person was marked at each and what it counts as. */
export const attendanceOf = (e: string): string => `
  SELECT h.id, h.day, h.part, h.during, coalesce(y.mark, f.mark, 'unmarked') AS mark, coalesce(y.mark, f.counts_as, 'unmarked') AS counts_as
  FROM half_days h
  LEFT JOIN half_days_of_learners f ON f.half_day_id = h.id AND f.enrollment_id = ${e}.id
  LEFT JOIN LATERAL (SELECT mark FROM amended_attendance_in_force WHERE enrollment_id = ${e}.id AND half_day_id = h.id) y ON true
  WHERE h.class_id = ${e}.class_id AND h.cancelled_at IS NULL
    AND is_for_group(h.group_numbers, (SELECT group_number FROM enrollments WHERE id = ${e}.id)) AND ${wasHeld(`${e}.at`, 'h.during')}`;

const markOf = (e: string, attempt: 1 | 2) => `coalesce(
  (SELECT mark FROM amended_marks_in_force WHERE enrollment_id = ${e}.id AND module_id = m.id AND attempt = ${attempt}),
  (SELECT mark FROM marks_in_force WHERE enrollment_id = ${e}.id AND module_id = m.id AND attempt = ${attempt}))::float8`;

/** The modules of the class with both their marks. */
export const modulesOf = (e: string): string => `
  SELECT m.id, m.number, m.name, m.weight, ${markOf(e, 1)} AS first, ${markOf(e, 2)} AS resit
  FROM modules m WHERE m.class_id = ${e}.class_id`;
