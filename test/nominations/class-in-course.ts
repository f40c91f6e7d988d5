import { InvariantsService } from '../../src/invariants/invariants.service';
import { momentAt } from '../../src/platform/clock';
import type { TestApp } from '../app';
import {
  type Builders,
  type BuiltAccount,
  type BuiltClass,
  type BuiltEnrollment,
  type BuiltHalfDay,
  type BuiltPerson,
  type BuiltUnit,
} from '../builders';

export interface RosterItem {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly continues: { readonly classCode: string } | null;
  readonly continuedBy: { readonly classCode: string } | null;
}

export interface Learner {
  readonly person: BuiltPerson;
  readonly nominationId: string;
  readonly enrollment: BuiltEnrollment;
}

/** Theory classes of one course under way: two units with their people, six mornings, of which two are over. */
export class ClassInCourse {
  private constructor(
    readonly app: TestApp,
    readonly a: Builders,
    readonly office: BuiltAccount,
    readonly units: readonly [BuiltUnit, BuiltUnit],
    readonly course: { id: string },
  ) {}

  static async gather(app: TestApp, a: Builders): Promise<ClassInCourse> {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    const course = await a.course({ kind: 'theory', award: 'diploma', carries: 'nothing' });
    return new ClassInCourse(app, a, await a.office(), [await a.unit(), await a.unit()], course);
  }

  /** Seats of the first unit and of the second, and mornings from 2 February on. */
  async aClass(seats: readonly [number, number], words: object = {}): Promise<BuiltClass> {
    const allocations = this.units.map((unit, index) => [unit, seats[index]!] as [BuiltUnit, number]);
    return this.a.trainingClass({
      ...{ course: this.course, state: 'confirmed', allocations, opensOn: '2026-02-02', poolOpen: false },
      ...{ openingDecision: '1-QĐ/ĐUK', ...words },
    });
  }

  async mornings(of: BuiltClass, words: object = {}, from = 2): Promise<BuiltHalfDay[]> {
    const made: BuiltHalfDay[] = [];
    for (let n = 0; n < 6; n += 1)
      made.push(await this.a.halfDay(of, `2026-02-${String(from + n).padStart(2, '0')}`, words));
    return made;
  }

  async learner(
    inClass: BuiltClass,
    seat: number,
    fullName: string,
    unit: BuiltUnit = this.units[0],
    marks: readonly ('present' | 'unexcused' | 'excused')[] = ['present', 'unexcused'],
  ): Promise<Learner> {
    const person = await this.a.person({ in: unit, fullName });
    const by = await this.a.nomination({ in: inClass, person, state: 'accepted', seat });
    const enrollment = await this.a.enrollment({ in: inClass, person, by, marks });
    return { person, nominationId: by.id, enrollment };
  }

  /** Two mornings are over. */
  midway(): void {
    this.app.clock.moveTo(momentAt('2026-02-03', '15:00'));
  }

  async roster({ id }: { id: string }, ended = false): Promise<RosterItem[]> {
    const { body } = await this.app
      .as(this.office)
      .get<{ items: RosterItem[] }>(`/api/v1/classes/${id}/enrollments${ended ? '?ended=true' : ''}`);
    return body.items as RosterItem[];
  }

  async marksOf({ person }: Learner, { id }: { id: string }): Promise<string[]> {
    const rows = await this.app.sql<{ mark: string }>(
      `SELECT l.mark FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id JOIN half_days h ON h.id = l.half_day_id
       WHERE e.person_id = $1 AND e.class_id = $2 AND e.ended_at IS NULL AND h.cancelled_at IS NULL AND l.live AND l.for_line_id IS NULL ORDER BY h.number`,
      person.id,
      id,
    );
    return rows.map(({ mark }) => mark);
  }

  /** What breaks an invariant, of all that are asked by SQL or of seats. */
  async broken(): Promise<string[]> {
    const findings = await this.app
      .get(InvariantsService)
      .examine(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I8', 'I10', 'I12', 'I13']);
    return findings.flatMap(({ invariant, ids }) => ids.map((id) => `${invariant}: ${id}`));
  }
}
