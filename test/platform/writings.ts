import type { TestApp } from '../app';
import { accountWithPassword } from '../accounts/given-accounts';
import { Closing } from '../completions/closing';
import type { BuiltAccount, BuiltClass, Builders, BuiltUnit } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
const password = 'mật khẩu rất dài';

/** What is done with many at once, or where many are already: each asks one request, which is the last of its own. */
export class Writings {
  constructor(
    private readonly app: TestApp,
    private readonly a: Builders,
    private readonly office: BuiltAccount,
    private readonly many: number,
  ) {}

  /** By the route that is asked. */
  readonly all: Readonly<Record<string, () => Promise<number>>> = {
    'POST /api/v1/classes/:id/nominations': async () => {
      const { unit, inClass } = await this.halfFull();
      const { id: personId } = await this.a.person({ in: unit });
      return this.as(await this.a.secretaryOf(unit), `classes/${inClass.id}/nominations`, { personId, letter });
    },
    'POST /api/v1/classes/:id/nominations/batch': async () => {
      const { unit, inClass } = await this.halfFull();
      const personIds = await this.each(async () => (await this.a.person({ in: unit })).id);
      return this.as(await this.a.secretaryOf(unit), `classes/${inClass.id}/nominations/batch`, { personIds, letter });
    },
    'POST /api/v1/nominations/:id/acceptance': async () => {
      const [first] = await this.waiting();
      return this.as(this.office, `nominations/${first!}/acceptance`);
    },
    'POST /api/v1/nominations/reviews': async () => {
      const decisions = (await this.waiting()).map((nominationId) => ({ nominationId, decision: 'accept' }));
      return this.as(this.office, 'nominations/reviews', { decisions });
    },
    'POST /api/v1/check-ins': async () => {
      const { inClass, halfDay } = await this.running();
      const { person } = await this.a.enrollment({ in: inClass });
      const hall = await this.opened(`/api/v1/half-days/${halfDay.id}/check-in-halls`);
      const { body } = await this.app
        .as(this.office)
        .get<{ address: string }>(`/api/v1/check-in-halls/${hall}/code?direction=in`);
      const token = body.address.split('/').at(-1)!;
      return this.as(await this.a.account({ person }), 'check-ins', { token, device: 'phone' });
    },
    'PUT /api/v1/half-days/:id/attendance': async () => {
      const { halfDay, enrollmentIds } = await this.running();
      const entries = enrollmentIds.map((enrollmentId) => ({ enrollmentId, mark: 'present' }));
      return (await this.app.as(this.office).put(`/api/v1/half-days/${halfDay.id}/attendance`, { entries })).status;
    },
    'POST /api/v1/classes/:id/closing': async () => {
      const closing = new Closing(this.app, this.a);
      const inClass = await closing.class();
      await closing.crowd(inClass, this.many);
      return this.as(this.office, `classes/${inClass.id}/closing`);
    },
    'POST /api/v1/sign-in': async () => {
      const email = `vao-${this.many}@example.vn`;
      await accountWithPassword(this.app, { email, name: 'Trần Thị Ánh', password });
      return (await this.app.as(null).post('/api/v1/sign-in', { email, password })).status;
    },
  };

  private async as(account: BuiltAccount, path: string, body: object = {}): Promise<number> {
    return (await this.app.as(account).post(`/api/v1/${path}`, body)).status;
  }

  private async opened(path: string): Promise<string> {
    return (await this.app.as(this.office).post<{ id: string }>(path)).body.id;
  }

  private async each<T>(build: (n: number) => Promise<T>): Promise<T[]> {
    const built: T[] = [];
    for (let n = 1; n <= this.many; n += 1) built.push(await build(n));
    return built;
  }

  /** A class whose first seats are held by many of a unit, with as many free. */
  private async halfFull(): Promise<{ unit: BuiltUnit; inClass: BuiltClass; ids: string[] }> {
    const unit = await this.a.unit();
    const inClass = await this.a.trainingClass({ allocations: [[unit, this.many * 2]] });
    const ids = await this.each(async (seat) => (await this.a.nomination({ in: inClass, of: unit, seat })).id);
    return { unit, inClass, ids };
  }

  private async waiting(): Promise<string[]> {
    return (await this.halfFull()).ids;
  }

  /** A class of many learners and its half-day this morning. */
  private async running() {
    const inClass = await this.a.trainingClass({ state: 'confirmed', opensOn: '2026-01-05', seats: this.many + 1 });
    const halfDay = await this.a.halfDay(inClass, '2026-01-05');
    const unit = await this.a.unit();
    const enrollmentIds = await this.each(async () => (await this.a.enrollment({ in: inClass, of: unit })).id);
    return { inClass, halfDay, enrollmentIds };
  }
}
