import type { TestApp } from '../app';
import type { Figures } from '../../src/reports/figures';
import type { JointReport, UnitScorecard } from '../../src/reports/reports.service';
import type { Coverage } from '../../src/reports/coverage.service';
import type { TrainingPlan } from '../../src/training-plans/training-plans.queries';

/** Numbers by what they are of: `unit / course / name`. What is 0 is left out, so that both sides say it alike. */
export type Numbers = Readonly<Record<string, number>>;

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Statements of their own, from the tables and from nothing the service reads by: no view, no function of the rules, no query of a
 * room. Each answers one row a fact; they are right as long as both they and the service are, and tell it when one is not.
 */
const ofYear = `k.opens_on >= '2026-01-01' AND k.opens_on <= '2026-12-31'`;
const facts: readonly string[] = [
  `SELECT s.unit_id AS unit, k.course_id AS course, 'allocated' AS name FROM seats s, classes k
   WHERE k.id = s.class_id AND ${ofYear} AND k.state IN ('draft', 'announced', 'confirmed', 'closed') AND s.unit_id IS NOT NULL`,
  `SELECT s.unit_id, k.course_id, 'free' FROM seats s, classes k
   WHERE k.id = s.class_id AND ${ofYear} AND k.state IN ('draft', 'announced', 'confirmed', 'closed') AND s.unit_id IS NOT NULL AND s.nomination_id IS NULL`,
  `SELECT s.unit_id, k.course_id, 'fillable' FROM seats s, classes k
   WHERE k.id = s.class_id AND ${ofYear} AND k.state = 'announced' AND s.unit_id IS NOT NULL AND s.nomination_id IS NULL`,
  `SELECT n.unit_id, k.course_id, 'held' FROM nominations n, classes k
   WHERE k.id = n.class_id AND ${ofYear} AND k.state IN ('draft', 'announced', 'confirmed', 'closed')
     AND n.id IN (SELECT nomination_id FROM seats)`,
  `SELECT n.unit_id, k.course_id,
     CASE WHEN n.state IN ('accepted', 'rejected', 'withdrawn', 'substituted', 'deferred') THEN n.state
       WHEN n.state = 'class_cancelled' THEN 'classCancelled'
       WHEN k.state IN ('closed', 'cancelled') THEN 'leftOver'
       WHEN n.state = 'returned' THEN 'returned'
       WHEN n.state = 'submitted' AND 'group' = ANY (o.approval_steps) AND EXISTS (
         SELECT FROM unit_parents b, units g WHERE b.unit_id = n.unit_id AND g.id = b.parent_id AND g.kind = 'group' AND b.valid @> k.opens_on)
         THEN 'waitingForGroup'
       WHEN n.rank IS NOT NULL THEN 'reserves'
       ELSE 'waitingForOffice' END
   FROM nominations n, classes k, courses o WHERE k.id = n.class_id AND o.id = k.course_id AND ${ofYear}
     AND n.state NOT IN ('draft', 'transferred') AND NOT (n.state IN ('withdrawn', 'class_cancelled') AND n.submitted_at IS NULL)`,
  `SELECT e.unit_id, k.course_id, 'enrolled' FROM enrollments e, classes k
   WHERE k.id = e.class_id AND ${ofYear} AND e.ended_at IS NULL`,
  `SELECT e.unit_id, k.course_id, 'judged' FROM completions d, enrollments e, classes k
   WHERE e.id = d.enrollment_id AND k.id = d.class_id AND ${ofYear} AND d.closing_id IS NOT NULL`,
  `SELECT e.unit_id, k.course_id, 'completed' FROM completions d, enrollments e, classes k
   WHERE e.id = d.enrollment_id AND k.id = d.class_id AND ${ofYear} AND d.closing_id IS NOT NULL AND d.completed`,
  `SELECT e.unit_id, k.course_id, 'present' FROM attendance_lines l, half_days h, enrollments e, classes k
   WHERE h.id = l.half_day_id AND e.id = l.enrollment_id AND k.id = e.class_id AND ${ofYear} AND h.cancelled_at IS NULL
     AND (e.ended_at IS NULL OR lower(h.during) < e.ended_at) AND l.mark = 'present'`,
  `SELECT e.unit_id, k.course_id, 'marked' FROM attendance_lines l, half_days h, enrollments e, classes k
   WHERE h.id = l.half_day_id AND e.id = l.enrollment_id AND k.id = e.class_id AND ${ofYear} AND h.cancelled_at IS NULL
     AND (e.ended_at IS NULL OR lower(h.during) < e.ended_at) AND (l.mark <> 'unmarked' OR (lower(h.during) < e.enrolled_at AND EXISTS (
       SELECT FROM course_rules r WHERE r.course_id = k.course_id AND r.rule = 'late_joining' AND r.parameters ->> 'halfDaysBefore' = 'missed')))`,
  `SELECT NULL::uuid, k.course_id, CASE k.state WHEN 'draft' THEN 'planned' WHEN 'confirmed' THEN 'open' ELSE k.state END
   FROM classes k WHERE ${ofYear}`,
  `SELECT NULL::uuid, k.course_id, 'seats' FROM seats s, classes k WHERE k.id = s.class_id AND ${ofYear} AND k.state <> 'cancelled'`,
  `SELECT NULL::uuid, k.course_id, 'pool' FROM seats s, classes k
   WHERE k.id = s.class_id AND ${ofYear} AND k.state <> 'cancelled' AND s.unit_id IS NULL`,
];

/** On the roll: frozen lines as they are, or the roster of the day where none was frozen; and who sat through all that was held. */
const studies = `
  WITH on_roll AS (
    SELECT o.class_id, o.unit_id, r.person_id, r.standing, r.exempt_ground FROM obliged_units o, roll_lines r
    WHERE r.class_id = o.class_id AND r.unit_id = o.unit_id AND o.roll_taken_on IS NOT NULL
    UNION ALL
    SELECT o.class_id, o.unit_id, p.id, p.standing, (SELECT x.ground FROM exemptions x WHERE x.class_id = o.class_id AND x.person_id = p.id)
    FROM obliged_units o, persons p WHERE p.unit_id = o.unit_id AND o.roll_taken_on IS NULL AND (p.left_on IS NULL OR p.left_on > $1::date)
  ), came AS (
    SELECT e.class_id, e.person_id FROM enrollments e, attendance_lines l, half_days h
    WHERE l.enrollment_id = e.id AND h.id = l.half_day_id AND e.ended_at IS NULL AND h.cancelled_at IS NULL AND lower(h.during) <= $2
    GROUP BY 1, 2 HAVING count(*) FILTER (WHERE l.mark <> 'present') = 0
  )
  SELECT r.unit_id AS unit, r.class_id AS course, m.name FROM on_roll r LEFT JOIN came c USING (class_id, person_id)
  CROSS JOIN LATERAL (VALUES ('members', r.standing <> 'non_member'), ('exempt', r.exempt_ground IS NOT NULL AND r.standing <> 'non_member'),
    ('attendedMembers', c.person_id IS NOT NULL AND r.standing <> 'non_member' AND r.exempt_ground IS NULL),
    ('attendedNonMembers', c.person_id IS NOT NULL AND r.standing = 'non_member')) AS m (name, holds) WHERE m.holds`;

const coverage = `
  SELECT p.unit_id AS unit, NULL::uuid AS course, m.name FROM persons p
  CROSS JOIN LATERAL (VALUES (p.theory_level, coalesce(p.key_by_post, p.key_cadre)), ('keyCadres', coalesce(p.key_by_post, p.key_cadre)),
    ('theory_level', coalesce(p.key_by_post, p.key_cadre) AND p.theory_level IN ('none', 'elementary')),
    ('new_member', p.standing = 'probationary' AND NOT EXISTS (SELECT FROM training_records t, courses o
       WHERE t.person_id = p.id AND o.id = t.course_id AND o.code = 'new_member')),
    ('certificate', p.standing = 'non_member' AND EXISTS (SELECT FROM training_records t, courses o
       WHERE t.person_id = p.id AND o.id = t.course_id AND o.code = 'party_awareness' AND t.valid_until <= $1::date + interval '6 months'))) AS m (name, holds)
  WHERE m.holds AND (p.left_on IS NULL OR p.left_on > $1::date)`;

const plan = `
  SELECT NULL::uuid AS unit, l.id AS course, m.name FROM training_plan_lines l JOIN classes k ON k.plan_line_id = l.id
  CROSS JOIN LATERAL (VALUES ('opened', k.state IN ('announced', 'confirmed', 'closed')), ('closed', k.state = 'closed')) AS m (name, holds)
  WHERE m.holds AND l.year = 2026
  UNION ALL
  SELECT NULL::uuid, k.plan_line_id, 'enrolled' FROM enrollments e, classes k, training_plan_lines l
  WHERE k.id = e.class_id AND l.id = k.plan_line_id AND l.year = 2026 AND e.ended_at IS NULL AND k.state IN ('announced', 'confirmed', 'closed')`;

export class Recomputed {
  constructor(private readonly app: TestApp) {}

  /** Of every unit and course, of each alone and of all. */
  async joint(): Promise<Numbers> {
    return sums(
      (await Promise.all(facts.map((sql) => this.app.sql<Row>(sql)))).flatMap((rows) => rows.map(named)),
      'all',
    );
  }

  async studies(): Promise<Numbers> {
    return sums((await this.app.sql<Row>(studies, this.app.clock.today(), this.app.clock.now())).map(named), 'each');
  }

  async coverage(): Promise<Numbers> {
    return sums((await this.app.sql<Row>(coverage, this.app.clock.today())).map(named), 'units');
  }

  async plan(): Promise<Numbers> {
    return sums((await this.app.sql<Row>(plan)).map(named), 'each');
  }
}

interface Named {
  readonly unit: string | null;
  readonly course: string | null;
  readonly name: string;
}

/** The columns by their places: later statements leave their names out. */
const named = (row: Row): Named => {
  const [unit, course, name] = Object.values(row) as [string | null, string | null, string];
  return { unit, course, name };
};

function sums(rows: readonly Named[], by: 'all' | 'units' | 'each'): Numbers {
  const counts: Record<string, number> = {};
  for (const { unit, course, name } of rows) {
    const all = unit === null ? [[null, course], [null, null]] : [[unit, null], [null, course], [null, null]]; // prettier-ignore
    const keys = by === 'all' ? all : by === 'units' ? [[unit, null], [null, null]] : [[unit, course]]; // prettier-ignore
    for (const [ofUnit, ofCourse] of keys) {
      const key = keyOf(ofUnit ?? null, ofCourse ?? null, name);
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

const keyOf = (unit: string | null, course: string | null, name: string) =>
  `${unit ?? '*'} / ${course ?? '*'} / ${name}`;

function told(
  of: (say: (unit: string | null, course: string | null, numbers: Readonly<Record<string, number>>) => void) => void,
): Numbers {
  const all: Record<string, number> = {};
  of((unit, course, numbers) => {
    for (const [name, count] of Object.entries(numbers)) if (count !== 0) all[keyOf(unit, course, name)] = count;
  });
  return all;
}

const counts = ({ seats, nominations, enrolled, completion, attendance }: Figures) => ({
  ...{ ...seats, ...nominations, enrolled, judged: completion.judged, completed: completion.completed },
  ...{ marked: attendance.marked, present: attendance.present },
});

const ofPlan = ({ classes, capacity }: Pick<JointReport['courses'][number], 'classes' | 'capacity'>) => ({
  ...{ planned: classes.planned, announced: classes.announced, open: classes.open },
  ...{ closed: classes.closed, cancelled: classes.cancelled, ...capacity },
});

/** What the joint report says, in the same words. */
export const toldByJoint = ({ units, courses, total }: JointReport): Numbers =>
  told((say) => {
    for (const unit of units) say(unit.unitId, null, counts(unit));
    for (const course of courses) say(null, course.courseId, { ...counts(course), ...ofPlan(course) });
    say(null, null, { ...counts(total), ...ofPlan(total) });
  });

export const toldByScorecard = (card: UnitScorecard): Numbers => told((say) => say(card.unitId, null, counts(card)));

export const toldOfStudies = ({ studySessions }: Pick<JointReport, 'studySessions'>): Numbers =>
  told((say) => {
    for (const { unitId, classId, members, exempt, attendedMembers, attendedNonMembers } of studySessions)
      say(unitId, classId, { members, exempt, attendedMembers, attendedNonMembers });
  });

/** Studies apart: who missed one is proved by {@link toldOfStudies}. */
export const toldByCoverage = ({ units, total }: Coverage): Numbers =>
  told((say) => {
    for (const unit of units) say(unit.id, null, lacks(unit));
    say(null, null, lacks(total));
  });

const lacks = ({ keyCadres, levels, needs }: Coverage['total']) => ({
  ...{ keyCadres, ...levels, theory_level: needs.theory_level },
  ...{ new_member: needs.new_member, certificate: needs.certificate },
});

export const toldByPlan = ({ lines }: TrainingPlan): Numbers =>
  told((say) => {
    for (const { id, opened, closed, enrolled } of lines) say(null, id, { opened, closed, enrolled });
  });
