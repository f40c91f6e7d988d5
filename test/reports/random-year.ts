import {
  type Builders,
  type BuiltAccount,
  type BuiltClass,
  type BuiltHalfDay,
  type BuiltPerson,
  type BuiltUnit,
} from '../builders';
import { momentAt } from '../../src/platform/clock';
import type { TestApp } from '../app';
import type { Mark } from '../builders/enrollments';

/** The same numbers for the same seed, from 0 to below 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomYear {
  readonly office: BuiltAccount;
  readonly units: readonly BuiltUnit[];
}

/** The day on which its numbers are read: some half-days are over, others to come. */
const readOn = momentAt('2026-06-15', '12:00');

/** An office's year as chance has it: people, classes in every state, nominations, learners, attendance, results and studies. */
export async function aRandomYear(app: TestApp, a: Builders, seed: number): Promise<RandomYear> {
  const year = new Chance(app, a, randomOf(seed));
  return year.happens();
}

class Chance {
  private readonly people = new Map<string, BuiltPerson[]>();
  private classes = 0;

  constructor(
    private readonly app: TestApp,
    private readonly a: Builders,
    private readonly random: () => number,
  ) {}

  async happens(): Promise<RandomYear> {
    const { a } = this;
    const office = await a.office();
    const units = [await a.unit('AA'), await a.unit('BB'), await a.unit('CC'), await a.unitOfTheBloc('DD')];
    for (const unit of units) await this.peopled(unit);
    const courses = [
      await a.course({ code: 'new_member' }),
      await a.course({ kind: 'theory', award: 'diploma', approvalSteps: ['group', 'bloc'] }),
      await a.course({ code: 'party_awareness', approvalSteps: ['group', 'bloc'] }),
    ];
    await a.rule(courses[0]!, 'admission', 'inside_probation', { months: 12 });
    await a.rule(courses[1]!, 'completion', 'late_joining', { halfDaysBefore: 'missed' });
    await a.rule(courses[2]!, 'award', 'certificate', { series: 'GCN', template: '{seq:3}', validMonths: 60 });
    for (const state of [
      'draft',
      'announced',
      'announced',
      'confirmed',
      'confirmed',
      'closed',
      'closed',
      'cancelled',
    ] as const)
      await this.held(this.oneOf(courses), state, units, `2026-0${this.upTo(5) + 1}-10`);
    await this.held(courses[0]!, 'confirmed', units, '2025-12-31');
    await this.held(courses[1]!, 'announced', units, '2027-01-01');
    for (const froze of [true, false]) await this.studied(office, units, froze);
    for (const course of courses) await this.planned(course);
    this.app.clock.moveTo(readOn);
    return { office, units };
  }

  private async peopled(unit: BuiltUnit): Promise<void> {
    const people: BuiltPerson[] = [];
    for (let count = 0; count < 14; count++) {
      const standing = this.oneOf(['official', 'official', 'probationary', 'non_member'] as const);
      const person = await this.a.person({
        in: unit,
        standing,
        ...(standing === 'probationary' ? { joinedOn: '2026-01-02' } : {}),
        theoryLevel: this.oneOf(['none', 'elementary', 'intermediate', 'advanced']),
        keyCadre: this.isSo(0.6),
        planned: this.isSo(0.4),
        leftOn: this.isSo(0.1) ? this.oneOf(['2026-01-03', '2026-12-01']) : null,
      });
      people.push(person);
    }
    this.people.set(unit.id, people);
  }

  private async held(
    course: { id: string },
    state: 'draft' | 'announced' | 'confirmed' | 'closed' | 'cancelled',
    units: readonly BuiltUnit[],
    opensOn: string,
  ): Promise<void> {
    const { a } = this;
    const shares = units.map((unit) => [unit, this.upTo(4)] as const).filter(([, seats]) => seats > 0);
    const inClass = await a.trainingClass({
      ...{ course, state, opensOn, closesOn: `${opensOn.slice(0, 4)}-12-31`, pool: 3 },
      allocations: shares,
      ...(state === 'cancelled' ? { cancelledAt: this.app.clock.now(), cancelledReason: 'Không đủ người' } : {}),
      ...(state === 'closed' ? { closedAt: this.app.clock.now() } : {}),
    });
    const halfDays: BuiltHalfDay[] = [];
    // Each class on days of its own, so that nobody is in two at one time.
    const day = 10 + this.classes++;
    for (const month of [2, 3, 4, 5]) halfDays.push(await a.halfDay(inClass, `2026-0${month}-${day}`));
    if (this.isSo(0.5)) await halfDays[3]!.isCancelled(this.app.clock.now());
    await this.nominated(
      inClass,
      state,
      units,
      shares.reduce((sum, [, seats]) => sum + seats, 3),
    );
  }

  private async nominated(
    inClass: BuiltClass,
    classState: string,
    units: readonly BuiltUnit[],
    seats: number,
  ): Promise<void> {
    let seat = 0;
    const ranks = new Map<string, number>();
    for (const unit of units)
      for (const person of this.people.get(unit.id)!.filter(() => this.isSo(0.45))) {
        if (classState === 'cancelled') {
          const submittedAt = this.isSo(0.7) ? {} : { submittedAt: null };
          await this.a.nomination({ in: inClass, person, state: 'class_cancelled', ...submittedAt });
          continue;
        }
        if (this.isSo(0.3)) {
          const state = this.oneOf(['draft', 'rejected', 'withdrawn', 'substituted', 'deferred'] as const);
          const wasDraft = state === 'withdrawn' && this.isSo(0.4) ? { submittedAt: null } : {};
          await this.a.nomination({ in: inClass, person, state, ...wasDraft });
          continue;
        }
        const state = this.oneOf(['submitted', 'endorsed', 'returned', 'accepted', 'accepted'] as const);
        if (seat < seats) await this.seated(inClass, person, state, (seat += 1), classState);
        else if (state !== 'accepted') {
          const rank = (ranks.get(unit.id) ?? 0) + 1;
          ranks.set(unit.id, rank);
          await this.a.nomination({ in: inClass, person, state: state === 'returned' ? 'submitted' : state, rank });
        }
      }
  }

  private async seated(
    inClass: BuiltClass,
    person: BuiltPerson,
    state: 'submitted' | 'endorsed' | 'returned' | 'accepted',
    seat: number,
    classState: string,
  ): Promise<void> {
    const nomination = await this.a.nomination({ in: inClass, person, state, seat });
    if (state !== 'accepted' || classState === 'announced' || classState === 'draft') return;
    const isLate = this.isSo(0.2);
    const since = isLate ? momentAt('2026-04-01') : this.app.clock.now();
    // Nobody is absent from what was held before they joined.
    const marks = [2, 3, 4, 5].map((month): Mark =>
      isLate && month < 4 ? 'unmarked' : this.oneOf(['present', 'present', 'excused', 'unexcused', 'unmarked']),
    );
    const enrollment = await this.a.enrollment({ in: inClass, person, by: nomination, since, marks });
    if (classState === 'closed' && this.isSo(0.9))
      await this.a.completion(inClass, enrollment, { completed: this.isSo(0.7) });
    else if (this.isSo(0.15)) await this.leaves(enrollment.id);
  }

  /** What comes after is not theirs any more. */
  private async leaves(id: string): Promise<void> {
    const at = momentAt('2026-03-20');
    await this.a.change('enrollments', { id }, { endedAt: at, endedReason: 'Chuyển công tác' });
    await this.app.sql(
      'UPDATE attendance_lines SET live = false WHERE enrollment_id = $1 AND lower(during) >= $2',
      id,
      at,
    );
  }

  private async studied(office: BuiltAccount, units: readonly BuiltUnit[], freezes: boolean): Promise<void> {
    const { a, app } = this;
    const course = await a.course({ kind: 'study_session', award: 'none' });
    const day = freezes ? '2026-03-05' : '2026-04-02';
    const study = await a.trainingClass({ course, seats: 90, opensOn: day, closesOn: day, state: 'confirmed' });
    await a.halfDay(study, day);
    const { bloc } = await a.organization();
    const siteId = await a.site(study, bloc);
    const called = units.filter((_, at) => at !== (freezes ? 0 : 1));
    for (const unit of called) {
      await study.calls(unit, siteId);
      const [first] = this.people.get(unit.id)!;
      const path = `/api/v1/classes/${study.id}/obliged-units/${unit.id}/exemptions/${first!.id}`;
      if (this.isSo(0.7)) await app.as(office).put(path, { ground: 'old_age', decidedBy: 'Chi bộ 1' });
    }
    if (freezes) await app.as(office).post(`/api/v1/classes/${study.id}/roll`, { reason: 'In danh sách' });
    for (const unit of called)
      for (const person of this.people.get(unit.id)!.filter(() => this.isSo(0.7)))
        await a.enrollment({
          in: study,
          person,
          marks: [this.oneOf(['present', 'present', 'excused', 'unmarked'] as const)],
        });
  }

  private async planned(course: { id: string }): Promise<void> {
    for (const quarter of [1, 2, 3, 4])
      if (this.isSo(0.6)) {
        const { id } = await this.a.planLine({
          course,
          quarter,
          plannedClasses: 1 + this.upTo(2),
          targetPeople: 10 + this.upTo(30),
        });
        await this.app.sql(
          `UPDATE classes SET plan_line_id = $1 WHERE id = (SELECT id FROM classes WHERE course_id = $2 AND plan_line_id IS NULL AND state NOT IN ('draft', 'cancelled')
             AND opens_on BETWEEN '2026-01-01' AND '2026-12-31' ORDER BY code LIMIT 1)`,
          id,
          course.id,
        );
      }
  }

  private isSo(chance: number): boolean {
    return this.random() < chance;
  }

  private upTo(most: number): number {
    return Math.floor(this.random() * (most + 1));
  }

  private oneOf<Item>(items: readonly Item[]): Item {
    return items[this.upTo(items.length - 1)]!;
  }
}
