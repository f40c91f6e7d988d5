import { momentAt } from '../../../src/platform/clock';
import type { TestApp } from '../../app';
import {
  type Builders,
  type BuiltAccount,
  type BuiltClass,
  type BuiltEnrollment,
  type BuiltUnit,
} from '../../builders';

interface GroupOfList {
  readonly id: string;
  readonly number: number;
  readonly people: number;
  readonly leader: { readonly fullName: string } | null;
}
export interface Groups {
  readonly items: readonly GroupOfList[];
  readonly ungrouped: number;
  readonly lastMove: { readonly id: string; readonly people: number } | null;
}
interface Divided {
  readonly moved: readonly { readonly fullName: string; readonly from: number | null; readonly to: number }[];
  readonly sizes: readonly { readonly number: number; readonly people: number }[];
  readonly busy: readonly { readonly fullName: string }[];
  readonly fingerprint: string;
}

/** A class of six people of two units, with its manager; nothing is divided yet. */
export class DividedClass {
  office: BuiltAccount;
  manager: BuiltAccount;
  course: { readonly id: string };
  aClass: BuiltClass;
  units: [BuiltUnit, BuiltUnit];
  learners: BuiltEnrollment[];

  private constructor(private readonly app: TestApp) {}

  static async build(app: TestApp, a: Builders): Promise<DividedClass> {
    const given = new DividedClass(app);
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    given.office = await a.office();
    given.course = await a.course();
    await a.rule(given.course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
    given.aClass = await a.trainingClass({ course: given.course, state: 'confirmed' });
    given.manager = await a.account({ roles: [['class_manager', given.aClass]] });
    given.units = [await a.unit(), await a.unit()];
    given.learners = [];
    for (const [index, name] of ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà'].entries()) {
      const person = await a.person({ in: given.units[index % 2]!, fullName: `Nguyễn Văn ${name}` });
      given.learners.push(await a.enrollment({ in: given.aClass, person }));
    }
    return given;
  }

  get path(): string {
    return `/api/v1/classes/${this.aClass.id}/groups`;
  }

  divide(wanted: object, by: BuiltAccount = this.manager) {
    return this.app.as(by).post<Divided & { code: string }>(`${this.path}/divisions`, wanted);
  }

  async groups(): Promise<Groups> {
    return (await this.app.as(this.manager).get<Groups>(this.path)).body;
  }

  async groupId(number: number): Promise<string> {
    return (await this.groups()).items.find((group) => group.number === number)!.id;
  }

  async move(who: readonly { readonly id: string }[], to: number | null, by: BuiltAccount = this.manager) {
    const groupId = to === null ? null : await this.groupId(to);
    return this.app.as(by).put<Groups & { moved: number; code: string }>(`${this.path}/members`, {
      enrollmentIds: who.map(({ id }) => id),
      groupId,
    });
  }

  /** A half-day of some groups, added by the office. */
  async halfDay(day: string, more: object = {}) {
    return this.app
      .as(this.office)
      .post<{ items: { id: string; groupNumbers: number[] | null }[]; code: string }>(
        `/api/v1/classes/${this.aClass.id}/half-days`,
        { day, part: 'morning', ...more },
      );
  }

  async halfDayId(day: string, more: object = {}): Promise<string> {
    return (await this.halfDay(day, more)).body.items[0]!.id;
  }

  mark(halfDayId: string, who: { readonly id: string }, mark: string, by: BuiltAccount = this.manager) {
    return this.app.as(by).put<{ code: string }>(`/api/v1/half-days/${halfDayId}/attendance`, {
      entries: [{ enrollmentId: who.id, mark }],
    });
  }

  /** Whom the sheet of a half-day expects, by given name. */
  async expectedAt(halfDayId: string): Promise<string[]> {
    const { body } = await this.app
      .as(this.manager)
      .get<{ items: { fullName: string; expected: boolean }[] }>(`/api/v1/half-days/${halfDayId}/attendance`);
    return body.items.filter(({ expected }) => expected).map(({ fullName }) => fullName.split(' ').at(-1)!);
  }
}
