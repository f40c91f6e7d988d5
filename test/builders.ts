import { createHash, randomUUID } from 'node:crypto';
import type { Role } from '../src/platform/access/actor';
import { foldName, sortName } from '../src/platform/names';
import type { TestApp } from './app';

/**
 * Things a spec needs, each making the parents it was not given. They write rows, not use cases, so that a spec
 * exercises only what it speaks about.
 */
export class Builders {
  private counter = 0;
  private tree: Promise<{ bloc: BuiltUnit; group: BuiltUnit }> | null = null;

  constructor(private readonly app: TestApp) {}

  /** The Bloc at the root and the Group below it. */
  async organization(): Promise<{ bloc: BuiltUnit; group: BuiltUnit }> {
    this.tree ??= (async () => {
      const bloc = await this.insertUnit('KHOI', 'bloc', null);
      return { bloc, group: await this.insertUnit('TAPDOAN', 'group', bloc.id) };
    })();
    return this.tree;
  }

  /** A Bloc that became part of the one at the root: it stays in the tree and organises nothing. */
  async mergedBloc(): Promise<BuiltUnit> {
    const { bloc } = await this.organization();
    return this.insertUnit(`KHOI-${this.next()}`, 'bloc', bloc.id, bloc.id);
  }

  /** A base unit below the Group. */
  async unit(code = `U${this.next()}`): Promise<BuiltUnit> {
    const { group } = await this.organization();
    return this.insertUnit(code, 'base', group.id);
  }

  /** An eligible key cadre for an intermediate theory class, unless told otherwise. */
  async person({ in: unit, ...given }: Partial<PersonColumns> & { in?: BuiltUnit } = {}): Promise<BuiltPerson> {
    const home = unit ?? (await this.unit());
    const n = this.next();
    const row: PersonColumns = {
      code: `P-${n}`,
      full_name: `Nguyễn Văn Thứ ${n}`,
      sex: 'male',
      birth_date: '1980-05-12',
      cell: 'Chi bộ 1',
      position: 'Trưởng phòng Kỹ thuật',
      party_position: null,
      key_cadre: true,
      planned: true,
      standing: 'official',
      joined_on: '2008-06-01',
      official_on: '2009-06-01',
      education: 'university',
      theory_level: 'elementary',
      ratings: { 2024: 'good', 2025: 'good' },
      phone: null,
      email: `p${n}@example.vn`,
      left_on: null,
      ...given,
    };
    const id = await this.insert('persons', {
      ...row,
      unit_id: home.id,
      folded_name: foldName(row.full_name),
      sort_name: sortName(row.full_name),
    });
    return { id, unitId: home.id, fullName: row.full_name, code: row.code };
  }

  /** An account with a token for the API that opens a web session too, and the roles it was given. */
  async account({
    roles = [],
    person,
    locale = 'vi',
  }: { roles?: readonly RoleGiven[]; person?: BuiltPerson; locale?: 'vi' | 'en' } = {}): Promise<BuiltAccount> {
    const token = randomUUID();
    const email = `a${this.next()}@example.vn`;
    const id = await this.insert('accounts', {
      person_id: person?.id ?? null,
      email,
      name: person?.fullName ?? email,
      password_hash: 'none',
      locale,
      created_at: this.now(),
    });
    for (const [role, on] of roles) {
      const place = role === 'class_manager' ? { class_id: on.id } : { unit_id: on.id };
      await this.insert('grants', { account_id: id, role, ...place, granted_at: this.now() });
    }
    await this.insert('api_tokens', {
      token_hash: createHash('sha256').update(token).digest('hex'),
      account_id: id,
      name: 'spec',
      created_at: this.now(),
      expires_at: '2100-01-01',
    });
    await this.insert('web_sessions', {
      token_hash: createHash('sha256').update(token).digest('hex'),
      account_id: id,
      created_at: this.now(),
      expires_at: '2100-01-01',
    });
    return { id, token, email };
  }

  async office(): Promise<BuiltAccount> {
    return this.account({ roles: [['training_officer', (await this.organization()).bloc]] });
  }

  async groupOfficer(): Promise<BuiltAccount> {
    return this.account({ roles: [['group_officer', (await this.organization()).group]] });
  }

  async secretaryOf(unit: BuiltUnit): Promise<BuiltAccount> {
    return this.account({ roles: [['unit_secretary', unit]] });
  }

  /** A course without rules, one approval step, unless told otherwise. */
  async course(given: Readonly<Record<string, unknown>> = {}): Promise<{ id: string }> {
    const n = this.next();
    const id = await this.insert('courses', {
      code: `course_${n}`,
      name_vi: `Chương trình ${n}`,
      name_en: `Course ${n}`,
      kind: 'short',
      raises_to: null,
      approval_steps: '{bloc}',
      award: 'certificate',
      usual_half_days: 10,
      position: n,
      ...given,
    });
    return { id };
  }

  async rule(
    course: { id: string },
    purpose: 'admission' | 'completion' | 'award',
    rule: string,
    parameters: object,
    severity: 'warn' | 'block' = 'block',
  ): Promise<void> {
    await this.insert('course_rules', {
      course_id: course.id,
      purpose,
      rule,
      parameters,
      severity,
      valid: '[2020-01-01,)',
      citation_vi: 'Quy định mẫu',
      citation_en: 'Sample regulation',
      verified: true,
    });
  }

  /**
   * An announced class whose call is open at the start of specs, with its seats as rows: `seats` in the pool, or
   * shared out by `allocations`.
   */
  async trainingClass({ seats = 5, allocations = [], course, ...given }: ClassGiven = {}): Promise<BuiltClass> {
    const n = this.next();
    const capacity = allocations.reduce((sum, [, count]) => sum + count, 0) || seats;
    const id = await this.insert('classes', {
      code: `LOP-${n}`,
      course_id: (course ?? (await this.course())).id,
      name: `Lớp mẫu ${n}`,
      mode: 'part_time',
      state: 'announced',
      opens_on: '2026-02-07',
      closes_on: '2026-03-08',
      capacity,
      pool_open: true,
      call_opens_at: '2026-01-01T00:00:00+07:00',
      call_closes_at: '2026-01-20T17:00:00+07:00',
      announced_at: this.now(),
      created_at: this.now(),
      version: 1,
      ...given,
    });
    const owners = allocations.flatMap(([unit, count]) => Array<string>(count).fill(unit.id));
    await this.app.sql(
      `INSERT INTO seats (class_id, number, unit_id) SELECT $1, n, ($2::uuid[])[n] FROM generate_series(1, $3::int) n`,
      id,
      owners,
      capacity,
    );
    return { id };
  }

  /** A line of the plan of 2026, its first quarter, unless told otherwise. */
  async planLine({ course, ...given }: Readonly<Record<string, unknown>> & { course?: { readonly id: string } } = {}) {
    const id = await this.insert('training_plan_lines', {
      year: 2026,
      quarter: 1,
      course_id: (course ?? (await this.course())).id,
      planned_classes: 2,
      target_people: 60,
      version: 1,
      ...given,
    });
    return { id };
  }

  /** One half-day of a class, from 08:00 to 11:30 in the morning unless told. */
  async halfDay(
    inClass: BuiltClass,
    day: string,
    given: Readonly<Record<string, unknown>> = {},
  ): Promise<{ id: string }> {
    const [row] = await this.app.sql<{ next: number }>(
      `SELECT coalesce(max(number), 0) + 1 AS next FROM half_days WHERE class_id = $1`,
      inClass.id,
    );
    const id = await this.insert('half_days', {
      class_id: inClass.id,
      number: row!.next,
      day,
      part: 'morning',
      during: `[${day}T08:00:00+07:00,${day}T11:30:00+07:00)`,
      ...given,
    });
    return { id };
  }

  /** Inserts one row and returns its id. */
  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
    const names = Object.keys(row);
    const values = names.map((name) => (isPlainObject(row[name]) ? JSON.stringify(row[name]) : row[name]));
    const places = names.map((_, index) => `$${index + 1}`);
    const [added] = await this.app.sql<{ id: string }>(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')}) RETURNING id`,
      ...values,
    );
    return added!.id;
  }

  private async insertUnit(
    code: string,
    kind: string,
    parentId: string | null,
    mergedIntoId: string | null = null,
  ): Promise<BuiltUnit> {
    const merged = mergedIntoId ? { merged_into_id: mergedIntoId, merged_on: '2025-01-01' } : {};
    const id = await this.insert('units', { code, kind, ...merged });
    await this.app.sql(
      `INSERT INTO unit_names (unit_id, name_vi, name_en, valid) VALUES ($1, $2, $2, '[2000-01-01,)')`,
      id,
      `Đơn vị ${code}`,
    );
    if (parentId)
      await this.app.sql(
        `INSERT INTO unit_parents (unit_id, parent_id, valid) VALUES ($1, $2, '[2000-01-01,)')`,
        id,
        parentId,
      );
    return { id, code };
  }

  private now(): Date {
    return this.app.clock.now();
  }

  private next(): number {
    this.counter += 1;
    return this.counter;
  }
}

const isPlainObject = (value: unknown) =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value);

export interface BuiltUnit {
  readonly id: string;
  readonly code: string;
}
export interface BuiltPerson {
  readonly id: string;
  readonly unitId: string;
  readonly fullName: string;
  readonly code: string;
}
export interface BuiltAccount {
  readonly id: string;
  readonly token: string;
  readonly email: string;
}
export interface BuiltClass {
  readonly id: string;
}
export type RoleGiven = readonly [Role, { readonly id: string }];
export type ClassGiven = Readonly<Record<string, unknown>> & {
  readonly seats?: number;
  readonly allocations?: readonly (readonly [BuiltUnit, number])[];
  readonly course?: { readonly id: string };
};

interface PersonColumns {
  readonly code: string;
  readonly full_name: string;
  readonly sex: 'male' | 'female';
  readonly birth_date: string;
  readonly cell: string | null;
  readonly position: string | null;
  readonly party_position: string | null;
  readonly key_cadre: boolean;
  readonly planned: boolean;
  readonly standing: string;
  readonly joined_on: string | null;
  readonly official_on: string | null;
  readonly education: string;
  readonly theory_level: string;
  readonly ratings: Readonly<Record<number, string>>;
  readonly phone: string | null;
  readonly email: string | null;
  readonly left_on: string | null;
}
