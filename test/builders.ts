import type { Day } from '../src/platform/clock';
import { type AccountHolder, BuiltAccount, type RoleGiven } from './builders/accounts';
import { BuiltClass, BuiltHalfDay, type ClassWords, type HalfDayWords } from './builders/classes';
import { buildCertificate, buildCompletion, type CertificateWords, type CompletionWords } from './builders/completions';
import { buildCourse, type CourseWords } from './builders/courses';
import { BuiltEnrollment, type EnrollmentWords } from './builders/enrollments';
import { BuiltNomination, type NominationWords } from './builders/nominations';
import { BuiltPerson, type PersonWords } from './builders/people';
import { sortName } from '../src/platform/names';
import { Rows } from './builders/rows';
import { type BuiltUnit, buildUnit } from './builders/units';
import type { TestApp } from './app';

export type { BuiltAccount, BuiltClass, BuiltEnrollment, BuiltHalfDay, BuiltNomination, BuiltPerson, BuiltUnit };

/**
 * Things a spec needs, each making the parents it was not given, in the words of the domain. They write rows, not use
 * cases, so that a spec exercises only what it speaks about.
 */
export class Builders extends Rows {
  private counter = 0;
  private tree: Promise<{ bloc: BuiltUnit; group: BuiltUnit }> | null = null;

  constructor(app: TestApp) {
    super(app);
  }

  /** The Bloc at the root and the Group below it. */
  async organization(): Promise<{ bloc: BuiltUnit; group: BuiltUnit }> {
    this.tree ??= (async () => {
      const bloc = await buildUnit(this, { code: 'KHOI', kind: 'bloc' });
      return { bloc, group: await buildUnit(this, { code: 'TAPDOAN', kind: 'group', below: bloc }) };
    })();
    return this.tree;
  }

  /** A Bloc that became part of the one at the root: it stays in the tree and organises nothing. */
  async mergedBloc(): Promise<BuiltUnit> {
    const { bloc } = await this.organization();
    return buildUnit(this, { code: `KHOI-${this.next()}`, kind: 'bloc', below: bloc, mergedInto: bloc });
  }

  /** A base unit below the Group. */
  async unit(code = `U${this.next()}`): Promise<BuiltUnit> {
    const { group } = await this.organization();
    return buildUnit(this, { code, kind: 'base', below: group });
  }

  /** A base unit of the Bloc itself, which no Group speaks for. */
  async unitOfTheBloc(code = `K${this.next()}`): Promise<BuiltUnit> {
    const { bloc } = await this.organization();
    return buildUnit(this, { code, kind: 'base', below: bloc });
  }

  /** An eligible key cadre for an intermediate theory class, unless told otherwise. */
  async person({
    in: unit,
    ...given
  }: Partial<PersonWords> & { in?: { readonly id: string } } = {}): Promise<BuiltPerson> {
    const home = unit ?? (await this.unit());
    return BuiltPerson.build(this, this.next(), home, given);
  }

  async account({
    roles = [],
    person,
    locale = 'vi',
  }: { roles?: readonly RoleGiven[]; person?: AccountHolder; locale?: 'vi' | 'en' } = {}): Promise<BuiltAccount> {
    return BuiltAccount.build(this, { email: `a${this.next()}@example.vn`, roles, person, locale, now: this.now() });
  }

  async office(): Promise<BuiltAccount> {
    return this.account({ roles: [['training_officer', (await this.organization()).bloc]] });
  }

  async groupOfficer(): Promise<BuiltAccount> {
    return this.account({ roles: [['group_officer', (await this.organization()).group]] });
  }

  async secretaryOf(unit: { readonly id: string }): Promise<BuiltAccount> {
    return this.account({ roles: [['unit_secretary', unit]] });
  }

  /** A course without rules, one approval step, unless told otherwise. */
  async course(words: CourseWords = {}): Promise<{ id: string }> {
    return buildCourse(this, this.next(), words);
  }

  async rule(
    course: { id: string },
    purpose: 'admission' | 'completion' | 'award',
    rule: string,
    parameters: object,
    severity: 'warn' | 'block' = 'block',
    valid = '[2020-01-01,)',
  ): Promise<void> {
    await this.insert('course_rules', {
      courseId: course.id,
      purpose,
      rule,
      parameters,
      severity,
      valid,
      citationVi: 'Quy định mẫu',
      citationEn: 'Sample regulation',
      verified: true,
    });
  }

  /** A class with its seats as rows: `seats` in the pool, or shared out by `allocations` with `pool` more behind them. */
  async trainingClass({
    seats = 5,
    allocations = [],
    pool = 0,
    course,
    ...words
  }: ClassGiven = {}): Promise<BuiltClass> {
    const shared = allocations.flatMap(([unit, count]) => Array<string>(count).fill(unit.id));
    const unshared = Array<null>(shared.length > 0 ? pool : seats).fill(null);
    const { id: courseId } = course ?? (await this.course());
    return BuiltClass.build(this, this.next(), courseId, [...shared, ...unshared], words, this.now());
  }

  /** A line of the plan of 2026, its first quarter, unless told otherwise. */
  async planLine({ course, ...given }: PlanLineWords = {}): Promise<{ id: string }> {
    const id = await this.insert('training_plan_lines', {
      year: 2026,
      quarter: 1,
      courseId: (course ?? (await this.course())).id,
      plannedClasses: 2,
      targetPeople: 60,
      version: 1,
      ...given,
    });
    return { id };
  }

  /** Units are asked about a year, until the end of January unless told. */
  async planSeason(year = 2026, lastDay: Day = '2026-01-31'): Promise<void> {
    await this.app.sql(
      'INSERT INTO training_plan_seasons (year, last_day, opened_at) VALUES ($1, $2, $3) ON CONFLICT (year) DO UPDATE SET last_day = $2',
      year,
      lastDay,
      this.now(),
    );
  }

  /** What a unit proposes for 2026, its second quarter, unless told otherwise. */
  async planProposal({
    of,
    course,
    year = 2026,
  }: {
    of: { readonly id: string };
    course?: { readonly id: string };
    year?: number;
  }): Promise<string> {
    await this.planSeason(year);
    return this.insert('training_plan_proposals', {
      year,
      unitId: of.id,
      courseId: (course ?? (await this.course())).id,
      quarter: 2,
      people: 5,
      proposedAt: this.now(),
      state: 'proposed',
      version: 1,
    });
  }

  /** One half-day of a class, in the morning unless told. */
  async halfDay(inClass: { readonly id: string }, day: Day, words: HalfDayWords = {}): Promise<BuiltHalfDay> {
    const [row] = await this.app.sql<{ next: number }>(
      `SELECT coalesce(max(number), 0) + 1 AS next FROM half_days WHERE class_id = $1`,
      inClass.id,
    );
    return BuiltHalfDay.build(this, inClass, row!.next, day, words);
  }

  async room(name = `Hội trường ${this.next()}`, address = '1 Lê Duẩn, Quận 1', capacity = 100): Promise<string> {
    return this.insert('rooms', { name, address, capacity });
  }

  async lecturer(fullName = 'Trần Thị Ánh', workplace = 'Trường Chính trị'): Promise<string> {
    return this.insert('lecturers', { fullName, sortName: sortName(fullName), workplace });
  }

  async module(
    inClass: { readonly id: string },
    number: number,
    name = `Học phần ${number}`,
    weight = 1,
  ): Promise<string> {
    return this.insert('modules', { classId: inClass.id, number, name, kind: 'module', weight });
  }

  /** A site of a study, at which a unit is host. */
  async site(study: { readonly id: string }, host: { readonly id: string }, words: SiteWords = {}): Promise<string> {
    return this.insert('sites', {
      classId: study.id,
      hostUnitId: host.id,
      name: 'Hội trường',
      address: 'TP. Hồ Chí Minh',
      capacity: 50,
      central: true,
      ...words,
    });
  }

  /** Somebody of a unit nominated into a class. */
  async nomination({ in: inClass, of, person, ...words }: NominationGiven): Promise<BuiltNomination> {
    const who = person ?? (await this.person(of ? { in: of } : {}));
    return BuiltNomination.build(this, inClass, who, words, this.now());
  }

  async enrollment({ person, of, since = this.now(), ...words }: EnrollmentGiven): Promise<BuiltEnrollment> {
    const who = person ?? (await this.person(of ? { in: of } : {}));
    return BuiltEnrollment.build(this.app, this, { person: who, since, ...words });
  }

  /** What a judgement found of somebody enrolled. */
  async completion(
    inClass: { readonly id: string },
    enrollment: { readonly id: string; readonly person: { readonly id: string } },
    words: CompletionWords = {},
  ): Promise<string> {
    return buildCompletion(this, inClass, enrollment, { judgedAt: this.now(), ...words });
  }

  /** A certificate of the register GCN of 2026, without its register. */
  async certificate(
    completionId: string,
    holder: { readonly id: string; readonly fullName: string },
    sequence: number,
    words: CertificateWords = {},
  ): Promise<string> {
    return buildCertificate(this, completionId, holder, sequence, words);
  }

  /** The register of certificates GCN of 2026, whose last number was given already. */
  async register(lastSequence = 0): Promise<void> {
    await this.insert('certificate_registers', { series: 'GCN', year: 2026, lastSequence });
  }

  private now(): Date {
    return this.app.clock.now();
  }

  private next(): number {
    this.counter += 1;
    return this.counter;
  }
}

type ClassGiven = ClassWords & {
  readonly seats?: number;
  readonly allocations?: readonly (readonly [{ readonly id: string }, number])[];
  readonly pool?: number;
  readonly course?: { readonly id: string };
};
type NominationGiven = NominationWords & {
  readonly in: { readonly id: string };
  readonly of?: BuiltUnit;
  readonly person?: BuiltPerson;
};
type EnrollmentGiven = Omit<EnrollmentWords, 'person' | 'since'> & {
  readonly person?: BuiltPerson;
  readonly of?: BuiltUnit;
  readonly since?: Date;
};
interface PlanLineWords {
  readonly course?: { readonly id: string };
  readonly year?: number;
  readonly quarter?: number | null;
  readonly plannedClasses?: number;
  readonly targetPeople?: number;
}
interface SiteWords {
  readonly name?: string;
  readonly address?: string;
  readonly capacity?: number;
  readonly central?: boolean;
}
