/**
 * How everybody of the called units takes part in the studies `c` for which `where` holds, as the named query `taking_part` beside `called`:
 * on the roll as frozen, or as the roster stands today before; or registered without being on it, for whom `member` is null. Whoever moved
 * to another unit since the roll was frozen still counts where they were on it. In SQL.
 */
export const takingPart = ({
  where,
  today,
  now,
}: {
  readonly where: string;
  readonly today: string;
  readonly now: string;
}) => `
       called AS (
         SELECT o.*, c.code, c.name, c.opens_on,
           EXISTS (SELECT FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL AND lower(h.during) <= ${now}) AS held,
           (SELECT (r.parameters ->> 'minimumShare')::float8 FROM course_rules r
            WHERE r.course_id = c.course_id AND r.rule = 'unit_done' AND r.valid @> c.opens_on) AS minimum_share
         FROM obliged_units o JOIN classes c ON c.id = o.class_id WHERE o.went_to_unit_id IS NULL AND ${where}
       ), frozen AS (
         SELECT r.class_id, r.unit_id, r.person_id, r.standing <> 'non_member' AS member, r.exempt_ground IS NOT NULL AS exempt
         FROM called o JOIN frozen_rolls r ON r.class_id = o.class_id AND r.unit_id = o.unit_id
       ), roll AS (
         SELECT * FROM frozen
         UNION ALL
         SELECT o.class_id, o.unit_id, p.id, p.standing <> 'non_member', x.ground IS NOT NULL AND p.standing <> 'non_member'
         FROM called o JOIN persons p ON p.unit_id = o.unit_id AND NOT has_left(p.left_on, ${today})
         LEFT JOIN exemptions x ON x.class_id = o.class_id AND x.unit_id = o.unit_id AND x.person_id = p.id
         WHERE o.roll_taken_on IS NULL AND NOT EXISTS (SELECT FROM frozen f WHERE f.class_id = o.class_id AND f.person_id = p.id)
       ), seated AS (
         SELECT e.class_id, e.unit_id, e.person_id, s.enrollment_id IS NOT NULL AND s.decision IS DISTINCT FROM 'sent_back' AS essay, coalesce((
           SELECT bool_and(f.mark = 'present') FROM half_days_of_learners f
           WHERE f.enrollment_id = e.id AND f.live AND f.counts_as <> 'left_out' AND (lower(f.during) <= ${now} OR f.mark <> 'unmarked')), false) AS attended
         FROM enrollments e LEFT JOIN essays s ON s.enrollment_id = e.id
         WHERE e.class_id IN (SELECT class_id FROM called) AND e.ended_at IS NULL
       ), taking_part AS (
         SELECT class_id, coalesce(r.unit_id, s.unit_id) AS unit_id, person_id, r.member, r.exempt, s.attended, s.essay
         FROM roll r FULL JOIN seated s USING (class_id, person_id)
       )`;

/** The studies of the year that is this parameter: those that open in it and were not cancelled. In SQL. */
export const studiesOfYear = (year: string) =>
  `c.opens_on >= make_date(${year}, 1, 1) AND c.opens_on < make_date(${year} + 1, 1, 1) AND c.state NOT IN ('draft', 'cancelled')`;
