import { InvariantsService } from '../../src/invariants/invariants.service';
import { RemindersService } from '../../src/reminders/reminders.service';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import { rosterOf, rosterRow } from '../people/rosters';
import { Situations } from '../reminders/situations';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
const reason = 'QĐ 12 điều động';

interface Leaver {
  readonly id: string;
  readonly personId: string;
  readonly nominationId: string | null;
  readonly enrollmentId: string | null;
  readonly maySubstitute: boolean;
}

describe('whoever leaves or moves with a place in a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let old: BuiltUnit;
  let young: BuiltUnit;
  let oldSecretary: BuiltAccount;
  let newSecretary: BuiltAccount;
  let inClass: BuiltClass;
  let person: BuiltPerson;
  let nominationId: string;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    [old, young] = [await a.unit(), await a.unit()];
    [oldSecretary, newSecretary] = [await a.secretaryOf(old), await a.secretaryOf(young)];
    inClass = await a.trainingClass({ allocations: [[old, 1]], poolOpen: false });
    await a.halfDay(inClass, '2026-02-07');
    person = await a.person({ in: old });
    nominationId = await nominate(person);
    await app.as(office).post(`/api/v1/nominations/${nominationId}/acceptance`);
  });
  afterAll(() => app.stop());

  const nominate = async ({ id: personId }: BuiltPerson) =>
    (await app.as(oldSecretary).post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter }))
      .body.id;
  const move = (to = young) =>
    app.as(office).post(`/api/v1/people/${person.id}/moves`, { unitId: to.id, on: '2026-01-05', reason });
  const depart = () => app.as(oldSecretary).post(`/api/v1/people/${person.id}/departure`, { on: '2026-01-05', reason });
  const open = async (who = oldSecretary) =>
    (await app.as(who).get<{ items: Leaver[] }>(`/api/v1/leavers?classId=${inClass.id}`)).body.items;
  const page = async (who: BuiltAccount, path = '/') => (await app.as(who).get<string>(path)).text;
  const roster = async (who: BuiltAccount) =>
    (await app.as(who).get<{ items: object[] }>(`/api/v1/classes/${inClass.id}/enrollments`)).body.items;
  const doctor = async () => (await app.get(InvariantsService).examine(['I13']))[0]!.ids;

  it('is flagged at once to the unit that sent them, the one they are of now, the office and on the roster', async () => {
    expect(await open()).toEqual([]);
    await move();

    expect(await open()).toMatchObject([
      { personId: person.id, unitId: old.id, nowOfUnitId: young.id, leftOn: null, nominationId, maySubstitute: true },
    ]);
    for (const who of [oldSecretary, newSecretary, office])
      expect(await page(who)).toContain(`Đã chuyển từ Đơn vị ${old.code} sang Đơn vị ${young.code}`);
    expect(await page(office, `/classes/${inClass.id}/roster`)).toContain(`/leavers?classId=${inClass.id}`);
    expect(await roster(office)).toMatchObject([{ nowOf: { unitName: `Đơn vị ${young.code}`, leftOn: null } }]);
  });

  it('is seen by the unit they are of now, which decides nothing about a place that is not its own', async () => {
    expect(await roster(newSecretary)).toEqual([]);
    await move();
    expect(await roster(newSecretary)).toMatchObject([{ personId: person.id }]);
    expect((await app.as(newSecretary).get(`/api/v1/nominations/${nominationId}`)).body).toMatchObject({
      unitId: old.id,
      nowOfUnitId: young.id,
    });
    expect(await page(newSecretary)).toContain(`Đơn vị ${old.code} hoặc văn phòng đào tạo quyết định`);
    const [leaver] = await open(newSecretary);
    const stays = await app.as(newSecretary).post(`/api/v1/leavers/${leaver!.id}/staying`);
    expect(stays.status).toBe(403);
    // Nobody else hears of them.
    expect(await open(await a.secretaryOf(await a.unit()))).toEqual([]);
  });

  it('stays by one button of the unit that sent them, and is flagged anew when they go on', async () => {
    await move();
    const [leaver] = await open();
    const answer = await app.as(oldSecretary).post(`/leavers/${leaver!.id}/staying`);
    expect(answer.headers.get('location')).toBe('/leavers');
    expect(await open()).toEqual([]);
    expect(await roster(office)).toHaveLength(1);
    expect(await page(oldSecretary, `/nominations/${nominationId}`)).toContain('Quyết định cho học tiếp');
    const again = await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/staying`);
    expect(again.body).toMatchObject({ status: 409, code: 'leaver_settled' });

    await move(await a.unit());
    expect(await open()).toHaveLength(1);
    expect(await doctor()).toEqual([]);
  });

  it('is flagged anew when they came back, and moved to the same unit once more', async () => {
    await move();
    const [leaver] = await open();
    await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/staying`);
    await move(old);
    expect(await open()).toEqual([]);
    await move();
    expect(await open()).toHaveLength(1);
    expect(await doctor()).toEqual([]);
  });

  it('is decided about once, though they leave the unit they moved to and return there', async () => {
    await move();
    const [leaver] = await open();
    await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/staying`);
    const left = { on: '2026-01-05', reason };
    await app.as(newSecretary).post(`/api/v1/people/${person.id}/departure`, left);
    expect(await open()).toHaveLength(1);
    await app.as(newSecretary).post(`/api/v1/people/${person.id}/return`, left);
    expect(await open()).toEqual([]);
    expect(await doctor()).toEqual([]);
  });

  it('loses no place by an old flag once they are back', async () => {
    const { id, person: entered } = await a.enrollment({ in: inClass, person: await a.person({ in: old }) });
    const moveTo = (unit: BuiltUnit) =>
      app.as(office).post(`/api/v1/people/${entered.id}/moves`, { unitId: unit.id, on: '2026-01-05', reason });
    await moveTo(young);
    const [leaver] = await open();
    await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/staying`);
    await moveTo(old);
    const late = await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/withdrawal`, { reason });
    expect(late.body).toMatchObject({ status: 409, code: 'leaver_settled' });
    expect(await app.sql('SELECT ended_at FROM enrollments WHERE id = $1', id)).toEqual([{ endedAt: null }]);
  });

  it('gives the place up by a decision, and the unit’s reserve has it', async () => {
    const reserve = await nominate(await a.person({ in: old }));
    await depart();
    const [leaver] = await open();
    const without = await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/withdrawal`, {});
    expect(without.body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/withdrawal`, { reason });
    expect(await open()).toEqual([]);
    expect(await roster(office)).toEqual([]);
    expect((await app.as(office).get(`/api/v1/nominations/${reserve}`)).body).toMatchObject({ seat: 1 });
  });

  it('is replaced by somebody else of the unit', async () => {
    await depart();
    const newcomer = await a.person({ in: old });
    expect(await page(oldSecretary)).toContain(`/nominations/${nominationId}#do-substitution`);
    const { status } = await app
      .as(oldSecretary)
      .post(`/api/v1/nominations/${nominationId}/substitution`, { personId: newcomer.id, reason, letter });
    expect(status).toBe(201);
    expect(await open()).toEqual([]);
    expect(await doctor()).toEqual([]);
  });

  it('needs no decision any more when they come back', async () => {
    await depart();
    expect(await open()).toHaveLength(1);
    await app.as(oldSecretary).post(`/api/v1/people/${person.id}/return`, { on: '2026-01-05', reason });
    expect(await open()).toEqual([]);
  });

  it('needs none either when a roster names them again', async () => {
    await person.becomes({ fullName: 'Lê Thị Hà' });
    await depart();
    const [row] = await app.sql<{ code: string; born: string }>(
      `SELECT code, to_char(birth_date, 'DD/MM/YYYY') AS born FROM persons WHERE id = $1`,
      person.id,
    );
    const roster = rosterOf([rosterRow(row!.code, 'Lê Thị Hà', { 'Ngày sinh': row!.born })]);
    const { body } = await app
      .as(oldSecretary)
      .upload<{ id: string }>('/api/v1/roster-imports', roster, { unitId: old.id });
    expect(await open()).toHaveLength(1);
    await app.as(oldSecretary).post(`/api/v1/roster-imports/${body.id}/application`);
    expect(await open()).toEqual([]);
  });

  it('is no leaver who only goes along as the unit becomes part of another', async () => {
    await app
      .as(office)
      .post('/api/v1/unit-mergers', { unitIds: [old.id], intoUnitId: young.id, on: '2026-01-05', reason });
    expect((await app.as(office).get(`/api/v1/people/${person.id}`)).body).toMatchObject({ unitId: young.id });
    expect(await open(office)).toEqual([]);
    expect(await doctor()).toEqual([]);
  });

  it('of somebody the office entered, the office ends the place as well', async () => {
    const { id, person: entered } = await a.enrollment({ in: inClass, person: await a.person({ in: old }) });
    await app.as(office).post(`/api/v1/people/${entered.id}/departure`, { on: '2026-01-05', reason });
    const [leaver] = await open(office);
    expect(leaver).toMatchObject({ enrollmentId: id, nominationId: null, maySubstitute: false });
    await app.as(office).post(`/api/v1/leavers/${leaver!.id}/withdrawal`, { reason });
    expect(await app.sql('SELECT ended_reason FROM enrollments WHERE id = $1', id)).toEqual([{ endedReason: reason }]);
  });

  it('is reminded of to both units until it is settled', async () => {
    const given = new Situations(app, a);
    given.goTo('2026-01-05');
    await move();
    await given.planAndSend();
    const told = async () => (await given.ledger(inClass)).filter(({ rule }) => rule === 'nominee_left');
    expect((await told()).map(({ accountId }) => accountId).toSorted()).toEqual(
      [oldSecretary.id, newSecretary.id].toSorted(),
    );
    // What else is told of them, the unit they are of now hears too.
    const accepted = (await given.ledger(inClass)).filter(({ rule }) => rule === 'nomination_accepted');
    expect(accepted.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining([oldSecretary.id, newSecretary.id]),
    );
    const [leaver] = await open();
    await app.as(oldSecretary).post(`/api/v1/leavers/${leaver!.id}/staying`);
    given.goTo('2026-01-12');
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
    expect((await told()).filter(({ state }) => state === 'written')).toHaveLength(2);
  });

  it('is found by the doctor when nothing flagged it', async () => {
    await app.sql('ALTER TABLE persons DISABLE TRIGGER persons_who_leave_are_flagged');
    await a.change('persons', { id: person.id }, { unitId: young.id });
    await app.sql('ALTER TABLE persons ENABLE TRIGGER persons_who_leave_are_flagged');
    expect(await doctor()).toEqual([`${inClass.id} person ${person.id}`]);
    await move(await a.unit());
    expect(await doctor()).toEqual([]);
    await a.remove('leavers', { classId: inClass.id });
    expect(await doctor()).toEqual([`${inClass.id} person ${person.id}`]);
  });
});
