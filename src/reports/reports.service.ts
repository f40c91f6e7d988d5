import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { type Participation, ParticipationQueries } from '../study-sessions/participation.queries';
import { type Figures, figuresOf } from './figures';
import { mayCompareUnits, scorecardsOpenTo, unitsComparedBy } from './reports.policy';
import { type CountedRow, type CoursePlan, type KeyCadres, type ReportedUnit, ReportsQueries } from './reports.queries';
import { isWithin, type Reach } from '../platform/access/reach';

export interface CourseLine extends Figures {
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseNameVi: string;
  readonly courseNameEn: string;
  /** Classes that open in the year, by state; `open` are those with an opening decision. */
  readonly classes: {
    readonly planned: number;
    readonly announced: number;
    readonly open: number;
    readonly closed: number;
    readonly cancelled: number;
    readonly total: number;
  };
  /** Seats of the classes not cancelled, whoever they belong to, and those of them allocated to no unit. */
  readonly capacity: { readonly seats: number; readonly pool: number };
}

export interface UnitLine extends Figures {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitNameVi: string;
  readonly unitNameEn: string;
}

export interface JointReport {
  readonly year: number;
  /** The day the numbers were read. */
  readonly asOf: Day;
  /** When they were counted; null when that was just now. */
  readonly countedAt: Date | null;
  readonly courses: readonly CourseLine[];
  readonly units: readonly UnitLine[];
  readonly total: Figures & Pick<CourseLine, 'classes' | 'capacity'>;
  readonly studySessions: readonly Participation[];
}

export interface UnitScorecard extends UnitLine {
  readonly year: number;
  readonly asOf: Day;
  readonly countedAt: Date | null;
  readonly courses: readonly (Figures &
    Pick<CourseLine, 'courseId' | 'courseCode' | 'courseNameVi' | 'courseNameEn'>)[];
  /** Key cadres on the roster today, lowest theory level first. */
  readonly keyCadres: readonly KeyCadres[];
  readonly studySessions: readonly Participation[];
}

/** What the Bloc and the Group both read: the same numbers, counted once. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly queries: ReportsQueries,
    private readonly participation: ParticipationQueries,
    private readonly clock: Clock,
  ) {}

  /** The year's work per course and per unit; an officer of the Group reads it for the units of the Group. */
  async joint(actor: Actor, year = this.thisYear): Promise<JointReport> {
    if (!mayCompareUnits(actor)) throw new NotAllowed();
    return this.ofUnits(unitsComparedBy(actor), year);
  }

  /** The same over these units, null for all: whoever asks has looked whose they are. */
  async ofUnits(units: Reach, year: number): Promise<JointReport> {
    const countedAt = await this.queries.countedAt();
    const [plan, counted, studySessions] = await this.numbers(year, units, countedAt);
    const unitsCounted = counted.flatMap(({ unitId }) => unitId ?? []);
    const reported = await this.queries.units(year, units, unitsCounted);
    const courses = plan.map((course) => courseLine(course, counted));
    return {
      year,
      asOf: this.clock.today(),
      countedAt,
      courses,
      units: reported.map((unit) => unitLine(unit, counted)),
      total: { ...totalOf(counted), classes: addUp(courses, 'classes'), capacity: addUp(courses, 'capacity') },
      studySessions,
    };
  }

  /**
   * One unit's year. Whoever may open the scorecard of one unit only need not name it.
   * @returns null when it was not said which unit and there are several to choose from
   * @throws NotFound when the unit's scorecard is not the actor's to see
   */
  async scorecard(
    actor: Actor,
    unitId = onlyOne(scorecardsOpenTo(actor)),
    year = this.thisYear,
  ): Promise<UnitScorecard | null> {
    if (unitId === undefined) return null;
    if (!isWithin(scorecardsOpenTo(actor), unitId)) throw new NotFound();
    const countedAt = await this.queries.countedAt();
    const [[unit], [plan, counted, studySessions], keyCadres] = await Promise.all([
      this.queries.units(year, [unitId], [unitId]),
      this.numbers(year, [unitId], countedAt),
      this.queries.keyCadres(unitId),
    ]);
    if (!unit) throw new NotFound();
    const courses = plan.map((course) => ({ ...namesOf(course), ...figuresOfCourse(course, counted) }));
    const read = { year, asOf: this.clock.today(), countedAt };
    return { ...read, ...unitLine(unit, counted), courses, keyCadres, studySessions };
  }

  /** The units to choose a scorecard from. */
  async scorecardUnits(actor: Actor): Promise<ReportedUnit[]> {
    return this.queries.units(this.thisYear, scorecardsOpenTo(actor), []);
  }

  /** By course, by unit and of the studies. */
  private async numbers(year: number, units: Reach, countedAt: Date | null) {
    const isKept = countedAt !== null;
    return Promise.all([
      this.queries.plan(year, isKept),
      this.queries.counted(year, units, isKept),
      isKept ? this.queries.keptStudies(year, units) : this.participation.ofYear(year, units),
    ]);
  }

  get thisYear(): number {
    return Number(this.clock.today().slice(0, 4));
  }
}

const namesOf = ({ courseId, courseCode, courseNameVi, courseNameEn }: CoursePlan) => ({
  courseId,
  courseCode,
  courseNameVi,
  courseNameEn,
});

const figuresOfCourse = ({ courseId }: CoursePlan, counted: readonly CountedRow[]): Figures =>
  figuresOf(counted.find((row) => row.courseId === courseId)?.counts ?? {});

const totalOf = (counted: readonly CountedRow[]): Figures =>
  figuresOf(counted.find((row) => row.courseId === null && row.unitId === null)?.counts ?? {});

function courseLine(course: CoursePlan, counted: readonly CountedRow[]): CourseLine {
  const { planned = 0, announced = 0, open = 0, closed = 0, cancelled = 0, seats = 0, pool = 0 } = course.counts;
  const total = planned + announced + open + closed + cancelled;
  return {
    ...namesOf(course),
    classes: { planned, announced, open, closed, cancelled, total },
    capacity: { seats, pool },
    ...figuresOfCourse(course, counted),
  };
}

function unitLine(unit: ReportedUnit, counted: readonly CountedRow[]): UnitLine {
  const counts = counted.find((row) => row.unitId === unit.id)?.counts ?? {};
  return {
    unitId: unit.id,
    unitCode: unit.code,
    unitNameVi: unit.nameVi,
    unitNameEn: unit.nameEn,
    ...figuresOf(counts),
  };
}

function addUp<Key extends 'classes' | 'capacity'>(courses: readonly CourseLine[], key: Key): CourseLine[Key] {
  const sums: Record<string, number> = {};
  for (const course of courses) {
    for (const [name, count] of Object.entries(course[key])) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums as unknown as CourseLine[Key];
}

const onlyOne = (units: Reach): string | undefined => (units?.length === 1 ? units[0] : undefined);
