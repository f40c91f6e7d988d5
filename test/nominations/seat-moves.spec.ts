import { SeatReleasesService } from '../../src/nominations/seats/releases.service';
import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

interface Told {
  readonly items: { readonly unitCode: string | null; readonly seats: number; readonly held: number }[];
  readonly promoted: { readonly nominationId: string; readonly fullName: string | null; readonly seat: number }[];
  readonly passedOver: { readonly nominationId: string; readonly because: { readonly vi: string } }[];
  readonly dryRun: boolean;
  readonly fingerprint: string;
  readonly code?: string;
}

interface Nominated {
  readonly id: string;
  readonly seat: number | null;
  readonly rank: number | null;
  readonly sentence: { readonly vi: string };
}

describe('moves of seats', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let one: BuiltUnit;
  let other: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    one = await a.unit();
    other = await a.unit();
  });

  const nominate = async (inClass: BuiltClass, person: BuiltPerson) =>
    (
      await app.as(office).post<Nominated>(`/api/v1/classes/${inClass.id}/nominations`, {
        personId: person.id,
        unitId: person.unitId,
        letter,
      })
    ).body;
  const nominateOf = async (inClass: BuiltClass, unit: BuiltUnit) => nominate(inClass, await a.person({ in: unit }));
  const shown = async ({ id }: Nominated) => (await app.as(office).get<Nominated>(`/api/v1/nominations/${id}`)).body;
  const move = (inClass: BuiltClass, verb: string, body: object = {}) =>
    app.as(office).post<Told>(`/api/v1/classes/${inClass.id}/seats/${verb}`, { reason: 'Điều chỉnh', ...body });
  const withdraw = ({ id }: Nominated) =>
    app.as(office).post(`/api/v1/nominations/${id}/withdrawal`, { reason: 'Đi công tác' });
  const shares = ({ items }: Told) =>
    Object.fromEntries(items.map(({ unitCode, seats, held }) => [unitCode ?? 'pool', `${held}/${seats}`]));
  const seatsOf = async (inClass: BuiltClass) =>
    shares((await app.as(office).get<Told>(`/api/v1/classes/${inClass.id}/seats`)).body);

  describe('tried out', () => {
    it('say who would move up and who would be passed over and why, and change nothing', async () => {
      const inClass = await a.trainingClass({
        allocations: [
          [one, 1],
          [other, 2],
        ],
      });
      await nominateOf(inClass, one);
      const left = await a.person({ in: one, fullName: 'Trần Thị Đã Chuyển' });
      const gone = await nominate(inClass, left);
      const waiting = await nominateOf(inClass, one);
      await left.leaves();

      const trial = await move(inClass, 'releases', { dryRun: true });
      expect(trial.status).toBe(200);
      expect(trial.body.promoted.map(({ nominationId }) => nominationId)).toEqual([waiting.id]);
      expect(trial.body.passedOver).toMatchObject([
        {
          nominationId: gone.id,
          fullName: 'Trần Thị Đã Chuyển',
          because: { vi: 'Không còn sinh hoạt tại đơn vị cử.' },
        },
      ]);
      expect(shares(trial.body)).toEqual({ [one.code]: '1/1', pool: '1/2' });
      expect(await seatsOf(inClass)).toEqual({ [one.code]: '1/1', [other.code]: '0/2' });
      expect(await shown(waiting)).toMatchObject({ seat: null, rank: 2 });
      expect(
        await app.sql(`SELECT 1 FROM journal_lines WHERE class_id = $1 AND action LIKE 'seats.%'`, inClass.id),
      ).toEqual([]);

      const done = await move(inClass, 'releases', { expects: trial.body.fingerprint });
      expect(done.status).toBe(200);
      expect(done.body).toMatchObject({
        promoted: trial.body.promoted,
        fingerprint: trial.body.fingerprint,
        dryRun: false,
      });
      expect((await shown(waiting)).seat).toBe(2);
    });

    it('are refused when something else would happen by now, and nothing is done', async () => {
      const inClass = await a.trainingClass({
        allocations: [
          [one, 1],
          [other, 1],
        ],
      });
      await nominateOf(inClass, one);
      const first = await nominateOf(inClass, one);
      const trial = await move(inClass, 'releases', { dryRun: true });
      await withdraw(first);
      await nominateOf(inClass, one);

      const late = await move(inClass, 'releases', { expects: trial.body.fingerprint });
      expect(late).toMatchObject({ status: 409, body: { code: 'seats_changed_meanwhile' } });
      expect(await seatsOf(inClass)).toEqual({ [one.code]: '1/1', [other.code]: '0/1' });
    });

    it('hide the names of other units from a secretary', async () => {
      const inClass = await a.trainingClass({
        allocations: [
          [one, 1],
          [other, 1],
        ],
      });
      await nominateOf(inClass, one);
      await nominateOf(inClass, one);
      const secretary = await a.secretaryOf(other);
      const trial = await app
        .as(secretary)
        .post<Told>(`/api/v1/classes/${inClass.id}/seats/returns`, { unitId: other.id, count: 1, dryRun: true });
      expect(trial.body.promoted).toMatchObject([{ fullName: null, seat: 2 }]);
    });
  });

  describe('after the release day', () => {
    const release = () => app.get(SeatReleasesService).releaseOverdue();

    it('happen by the clock, once, and the journal says why', async () => {
      const inClass = await a.trainingClass({
        allocations: [
          [one, 1],
          [other, 3],
        ],
        releaseAfter: '2026-01-10',
      });
      await nominateOf(inClass, one);
      const waiting = await nominateOf(inClass, one);
      app.clock.moveTo(momentAt('2026-01-10', '23:59'));
      expect(await release()).toBe(0);
      app.clock.moveTo(momentAt('2026-01-11', '00:00'));
      expect(await release()).toBe(1);
      expect((await shown(waiting)).seat).not.toBeNull();
      expect(await seatsOf(inClass)).toEqual({ [one.code]: '1/1', pool: '1/3' });
      const [line] = await app.sql<{ reason: string }>(
        `SELECT reason FROM journal_lines WHERE class_id = $1 AND action = 'seats.released'`,
        inClass.id,
      );
      expect(line!.reason).toBe('Hết ngày giữ chỉ tiêu 10/01/2026');

      await move(inClass, 'allocations', { shares: [{ unitId: other.id, seats: 2 }] });
      expect(await release()).toBe(0);
      expect(await seatsOf(inClass)).toEqual({ [one.code]: '1/1', [other.code]: '0/2', pool: '1/1' });
    });

    it('happen once when two workers look at the same time', async () => {
      await a.trainingClass({ allocations: [[one, 3]], releaseAfter: '2026-01-10' });
      app.clock.moveTo(momentAt('2026-01-11', '08:00'));
      const counts = await Promise.all([release(), release(), release()]);
      expect(counts.toSorted()).toEqual([0, 0, 1]);
    });

    it('are due again when the office sets another day', async () => {
      const inClass = await a.trainingClass({ allocations: [[one, 2]], releaseAfter: '2026-01-06' });
      app.clock.moveTo(momentAt('2026-01-07', '08:00'));
      await release();
      await move(inClass, 'allocations', { shares: [{ unitId: one.id, seats: 2 }] });
      const changed = await app
        .as(office)
        .patch(`/api/v1/classes/${inClass.id}/seats/settings`, { releaseAfter: '2026-01-08' });
      expect(changed.status).toBe(200);
      app.clock.moveTo(momentAt('2026-01-09', '08:00'));
      expect(await release()).toBe(1);
      expect(await seatsOf(inClass)).toEqual({ pool: '0/2' });
    });

    it('cannot come after the class is over', async () => {
      const inClass = await a.trainingClass();
      const refused = await app
        .as(office)
        .patch(`/api/v1/classes/${inClass.id}/seats/settings`, { releaseAfter: '2026-12-31' });
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'releaseAfter', code: 'after_closing' }] },
      });
    });
  });

  describe('of a seat freed by a withdrawal', () => {
    const crossing = (more: object) =>
      a.trainingClass({
        allocations: [
          [one, 1],
          [other, 1],
        ],
        ...more,
      });

    it('stay with a unit that has no reserve, unless the class passes freed seats on', async () => {
      const inClass = await crossing({});
      const leaving = await nominateOf(inClass, one);
      await nominateOf(inClass, other);
      const waiting = await nominateOf(inClass, other);
      await withdraw(leaving);
      expect(await shown(waiting)).toMatchObject({ seat: null, rank: 1 });
    });

    it('go on to whoever waits first where the class says so, and the history of seats shows it', async () => {
      const inClass = await crossing({ freedToPool: true });
      const leaving = await nominateOf(inClass, one);
      await nominateOf(inClass, other);
      const waiting = await nominateOf(inClass, other);
      await withdraw(leaving);
      expect(await shown(waiting)).toMatchObject({ seat: 1, rank: null });
      expect(await seatsOf(inClass)).toEqual({ [other.code]: '1/1', pool: '1/1' });
      const page = await app.as(office).get(`/classes/${inClass.id}/seats`);
      expect(page.text).toContain(`Chỉ tiêu ${one.code} vừa trống, không còn dự phòng`);
    });

    it('go to the pool once the release day is over, whoever is or is not waiting there', async () => {
      const inClass = await crossing({ releaseAfter: '2026-01-06' });
      const leaving = await nominateOf(inClass, one);
      await nominateOf(inClass, other);
      const waiting = await nominateOf(inClass, other);
      app.clock.moveTo(momentAt('2026-01-07', '08:00'));
      await app.get(SeatReleasesService).releaseOverdue();
      await withdraw(leaving);
      expect(await shown(waiting)).toMatchObject({ seat: 1, rank: null });
      await withdraw(waiting);
      expect(await seatsOf(inClass)).toEqual({ [other.code]: '1/1', pool: '0/1' });
      const page = await app.as(office).get(`/classes/${inClass.id}/seats`);
      expect(page.text).toContain(`Chỉ tiêu ${one.code} vừa trống, không còn dự phòng`);
    });

    it('go to the unit’s own reserve first even then', async () => {
      const inClass = await crossing({ freedToPool: true });
      const leaving = await nominateOf(inClass, one);
      await nominateOf(inClass, other);
      const earlier = await nominateOf(inClass, other);
      const own = await nominateOf(inClass, one);
      await withdraw(leaving);
      expect((await shown(own)).seat).toBe(1);
      expect((await shown(earlier)).seat).toBeNull();
    });
  });

  it('let reserves in at once when the pool is opened to them', async () => {
    const inClass = await a.trainingClass({
      allocations: [
        [one, 1],
        [other, 1],
      ],
      poolOpen: false,
    });
    await nominateOf(inClass, one);
    const waiting = await nominateOf(inClass, one);
    await move(inClass, 'releases');
    expect((await shown(waiting)).seat).toBeNull();
    await app.as(office).patch(`/api/v1/classes/${inClass.id}/seats/settings`, { poolOpen: true });
    expect((await shown(waiting)).seat).toBe(2);
  });

  it('refuse a capacity below the holders, naming them', async () => {
    const inClass = await a.trainingClass({ allocations: [[one, 2]] });
    await nominate(inClass, await a.person({ in: one, fullName: 'Lê Văn Giữ Chỗ' }));
    await nominate(inClass, await a.person({ in: one, fullName: 'Phạm Thị Có Chỗ' }));
    const refused = await app
      .as(office)
      .post<{ code: string; detail: string }>(`/api/v1/classes/${inClass.id}/seats/capacity`, {
        capacity: 1,
        reason: 'Phòng nhỏ',
      });
    expect(refused).toMatchObject({ status: 409, body: { code: 'seats_taken' } });
    expect(refused.body.detail).toContain(`Lê Văn Giữ Chỗ (${one.code}), Phạm Thị Có Chỗ (${one.code})`);
  });

  it('are shown on the page before they are made, and made exactly so', async () => {
    const inClass = await a.trainingClass({
      allocations: [
        [one, 1],
        [other, 1],
      ],
    });
    await nominateOf(inClass, one);
    const waiting = await a.person({ in: one, fullName: 'Võ Thị Đang Chờ' });
    const reserve = await nominate(inClass, waiting);
    const page = app.as(office);
    const trial = await page.form(`/classes/${inClass.id}/seats/releases`, { reason: 'Hết hạn', dryRun: 'true' });
    expect(trial.status).toBe(200);
    expect(trial.text).toContain('Nếu thực hiện ngay bây giờ');
    expect(trial.text).toContain('Võ Thị Đang Chờ: chỉ tiêu số 2');
    expect((await shown(reserve)).seat).toBeNull();

    const expects = /name="expects" value="([0-9a-f]+)"/.exec(trial.text)![1]!;
    const done = await page.form(`/classes/${inClass.id}/seats/releases`, { reason: 'Hết hạn', expects });
    expect(done.status).toBe(303);
    expect((await shown(reserve)).seat).toBe(2);
  });
});
