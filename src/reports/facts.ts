import { studiesOfYear, takingPart } from '../study-sessions/taking-part';
import { standing } from '../nominations/turn';
import { classStates, type NumberName, standings } from './figures';

/** The classes whose facts are counted or listed, by the name `classes_of_year`. In SQL. */
export const classesWhere = (condition: string) =>
  `SELECT id, code, name, course_id, state FROM classes WHERE ${condition}`;

/** What stands behind a number, one row each: $1 is the year. In SQL, of the classes `c` of a year. */
export const classesOfYear = classesWhere(`opens_on >= make_date($1, 1, 1) AND opens_on < make_date($1 + 1, 1, 1)`);

interface Fact {
  /** What it may be counted as. */
  readonly tells: readonly NumberName[];
  readonly measure: string;
  readonly unit: string;
  readonly from: string;
  readonly nomination?: string;
  readonly enrollment?: string;
  /** Whom it is about; nobody unless told. */
  readonly person?: string;
  /** Whether it may be about nobody. */
  readonly mayBeOfNobody?: true;
  readonly seat?: string;
  readonly isTaken?: string;
  readonly halfDay?: string;
}

/** One row under each of these names for which the condition holds. */
const each = (measures: Readonly<Record<string, string>>) =>
  `CROSS JOIN LATERAL (VALUES ${Object.entries(measures)
    .map(([measure, holds]) => `('${measure}', ${holds})`)
    .join(', ')}) AS m (measure, holds)`;
const seats = { seat: 's.number', isTaken: 's.nomination_id IS NOT NULL' };
const heldClasses = `c.state NOT IN ('cancelled', 'merged')`;

/** What is counted of units, each kind of fact once. */
const ofUnits: readonly Fact[] = [
  {
    ...seats,
    tells: ['allocated', 'free', 'fillable'],
    measure: 'm.measure',
    unit: 's.unit_id',
    nomination: 's.nomination_id',
    person: 'n.person_id',
    mayBeOfNobody: true,
    from: `JOIN seats s ON s.class_id = c.id LEFT JOIN nominations n ON n.id = s.nomination_id ${each({
      allocated: 'true',
      free: 's.nomination_id IS NULL',
      fillable: `s.nomination_id IS NULL AND c.state = 'announced'`,
    })}
      WHERE ${heldClasses} AND s.unit_id IS NOT NULL AND m.holds`,
  },
  {
    ...seats,
    tells: ['held'],
    measure: `'held'`,
    unit: 'n.unit_id',
    nomination: 'n.id',
    person: 'n.person_id',
    from: `JOIN seats s ON s.class_id = c.id JOIN nominations n ON n.id = s.nomination_id WHERE ${heldClasses}`,
  },
  {
    tells: standings,
    measure: standing,
    unit: 'n.unit_id',
    nomination: 'n.id',
    person: 'n.person_id',
    from: `JOIN nominations n ON n.class_id = c.id
      WHERE n.state <> 'draft' AND (n.state NOT IN ('withdrawn', 'class_cancelled') OR n.submitted_at IS NOT NULL)`,
  },
  {
    tells: ['enrolled'],
    measure: `'enrolled'`,
    unit: 'e.unit_id',
    nomination: 'e.nomination_id',
    enrollment: 'e.id',
    person: 'e.person_id',
    from: 'JOIN enrollments e ON e.class_id = c.id WHERE e.ended_at IS NULL',
  },
  {
    tells: ['judged', 'completed'],
    measure: 'm.measure',
    unit: 'e.unit_id',
    nomination: 'e.nomination_id',
    enrollment: 'e.id',
    person: 'e.person_id',
    from: `JOIN completions d ON d.class_id = c.id AND d.closing_id IS NOT NULL JOIN enrollments e ON e.id = d.enrollment_id
      ${each({ judged: 'true', completed: 'd.completed' })} WHERE m.holds`,
  },
  {
    tells: ['marked', 'present'],
    measure: 'm.measure',
    unit: 'e.unit_id',
    nomination: 'e.nomination_id',
    enrollment: 'e.id',
    person: 'e.person_id',
    halfDay: 'f.half_day_id',
    from: `JOIN enrollments e ON e.class_id = c.id JOIN half_days_of_learners f ON f.enrollment_id = e.id
      ${each({ marked: 'true', present: `f.counts_as = 'present'` })}
      WHERE f.live AND f.counts_as NOT IN ('unmarked', 'left_out') AND m.holds`,
  },
];

/** What is counted of courses alone, whosever the seats are. */
const ofCourses: readonly Fact[] = [
  {
    tells: classStates,
    measure: `CASE c.state WHEN 'draft' THEN 'planned' WHEN 'confirmed' THEN 'open' ELSE c.state END`,
    unit: 'NULL::uuid',
    from: `WHERE c.state <> 'merged'`,
  },
  {
    ...seats,
    tells: ['seats', 'pool'],
    measure: 'm.measure',
    unit: 's.unit_id',
    from: `JOIN seats s ON s.class_id = c.id ${each({ seats: 'true', pool: 's.unit_id IS NULL' })}
      WHERE ${heldClasses} AND m.holds`,
  },
];

const counted = ({ measure, unit, from }: Fact) =>
  `SELECT c.course_id, ${unit} AS unit_id, ${measure} AS measure, count(*) AS count FROM classes_of_year c ${from} GROUP BY 1, 2, 3`;

/** Each branch counts one kind of fact per course and unit, so that courses, units and the total are sums of the same numbers. */
export const countedFacts = ofUnits.map(counted).join(' UNION ALL ');

/** Per course alone. */
export const countedFactsOfCourses = ofCourses
  .map((fact) => counted({ ...fact, unit: 'NULL::uuid' }))
  .join(' UNION ALL ');

/** Facts one by one, with what each is about. */
interface ListedFacts {
  readonly sql: string;
  /** Whether each of them is about somebody. */
  readonly areOfPeople: boolean;
  /** Whether each of them is about an enrollment. */
  readonly areOfEnrollments: boolean;
}

/** The same one by one, of the one kind that is counted as these. */
export function listedFacts(names: readonly NumberName[]): ListedFacts {
  const fact = [...ofUnits, ...ofCourses].find(({ tells }) => names.every((name) => tells.includes(name)))!;
  const sql = `SELECT c.course_id, ${fact.unit} AS unit_id, ${fact.measure} AS measure, c.id AS class_id, c.code AS class_code, c.name AS class_name,
      c.state AS class_state, ${fact.nomination ?? 'NULL::uuid'} AS nomination_id, ${fact.enrollment ?? 'NULL::uuid'} AS enrollment_id,
      ${fact.seat ?? 'NULL::int'} AS seat, ${fact.isTaken ?? 'NULL::boolean'} AS is_taken, ${fact.halfDay ?? 'NULL::uuid'} AS half_day_id,
      ${fact.person ?? 'NULL::uuid'} AS person_id
    FROM classes_of_year c ${fact.from}`;
  const areOfPeople = fact.person !== undefined && !fact.mayBeOfNobody;
  return { sql, areOfPeople, areOfEnrollments: fact.enrollment !== undefined };
}

/** Who took part in the studies of a year; those to come count in their own study alone. */
export const listedStudyFacts = {
  with: (today: string, now: string) => takingPart({ where: studiesOfYear('$1'), today, now }),
  /** @param classId the parameter that names one study */
  facts: (classId: string) => `
    SELECT c.course_id, t.unit_id, m.measure, c.id AS class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state,
      NULL::uuid AS nomination_id, NULL::uuid AS enrollment_id, NULL::int AS seat, NULL::boolean AS is_taken, NULL::uuid AS half_day_id, t.person_id
    FROM taking_part t JOIN called o ON o.class_id = t.class_id AND o.unit_id = t.unit_id JOIN classes c ON c.id = t.class_id
    ${each({
      studyMembers: 't.member',
      studyAttended: 't.attended AND t.member AND NOT t.exempt',
      studyNonMembers: 't.attended AND NOT t.member',
    })} WHERE m.holds AND (o.held OR c.id = ${classId})`,
};
