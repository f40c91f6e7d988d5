import { randomUUID } from 'node:crypto';
import { ActorsQueries } from '../../src/accounts/actors.queries';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';

describe('what somebody reaches', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    office = await a.office();
  });
  afterAll(() => app.stop());

  const actorOf = async ({ id }: BuiltAccount) => (await app.get(ActorsQueries).ofAccount(id))!;

  it('is every unit for the office of the Bloc, however many there are', async () => {
    const actor = await actorOf(office);
    expect(actor.unitsOf('training_officer')).toBeNull();
    expect(actor.reaches('training_officer', unit.id)).toBe(true);
  });

  it('is a unit and what lies below it for everybody else', async () => {
    const { group } = await a.organization();
    const ofTheBloc = await a.unitOfTheBloc();
    const officer = await actorOf(await a.groupOfficer());
    expect(officer.unitsOf('group_officer')).toEqual(expect.arrayContaining([group.id, unit.id]));
    expect(officer.reaches('group_officer', ofTheBloc.id)).toBe(false);
    expect((await actorOf(await a.secretaryOf(unit))).unitsOf('unit_secretary')).toEqual([unit.id]);
  });

  it('is nothing for the office of a Bloc that became part of another', async () => {
    const former = await a.account({ roles: [['training_officer', await a.mergedBloc()]] });
    const actor = await actorOf(former);
    expect(actor.reaches('training_officer', unit.id)).toBe(false);
    expect((await app.as(former).get('/api/v1/people')).status).toBe(403);
  });

  it('ends with its grant, at the next request', async () => {
    const leaving = await a.office();
    expect((await app.as(leaving).get('/api/v1/people')).status).toBe(200);
    await app.sql('UPDATE grants SET ended_at = now() WHERE account_id = $1', leaving.id);
    expect((await app.as(leaving).get('/api/v1/people')).status).toBe(403);
  });

  it('is nobody who is on no roster, however many units there are', async () => {
    const { bloc } = await a.organization();
    const apart = await a.account({ roles: [['admin', bloc]] });
    const search = `search=${encodeURIComponent(apart.email)}`;
    const as = app.as(office);
    expect((await as.get(`/api/v1/accounts/${apart.id}`)).status).toBe(404);
    expect((await as.get(`/accounts/${apart.id}`)).status).toBe(404);
    expect((await as.get(`/api/v1/accounts?${search}`)).body).toMatchObject({ items: [] });
    expect((await as.get(`/search?q=${encodeURIComponent(apart.email)}`)).text).not.toContain(`/accounts/${apart.id}`);
    expect((await as.delete(`/api/v1/accounts/${apart.id}/invitation`)).status).toBe(404);
    expect((await app.as(apart).get(`/api/v1/accounts?${search}`)).body).toMatchObject({ items: [{ id: apart.id }] });
  });

  it('is no unit that is not there', async () => {
    const nowhere = randomUUID();
    const held = await a.trainingClass();
    const as = app.as(office);
    const file = {
      name: 'roster.csv',
      content: Buffer.from('Họ và tên,Năm sinh,Chức vụ,Đơn vị\nNguyễn Thị Ánh,1980,Trưởng phòng,PIN\n'),
    };
    const person = {
      code: 'P-1',
      fullName: 'Lê Văn Cường',
      sex: 'male',
      birthDate: '1990-02-03',
      standing: 'non_member',
      education: 'university',
    };
    const written = [
      await as.post('/api/v1/people', { ...person, unitId: nowhere }),
      await as.upload('/api/v1/roster-imports', file, { unitId: nowhere }),
      await as.upload(`/api/v1/classes/${held.id}/list-imports`, file, { unitId: nowhere }),
      await as.post(`/api/v1/classes/${held.id}/none-this-time`, { unitId: nowhere }),
      await app.signedIn(office).post('/api/v1/roster-invitations', { unitId: nowhere }),
      await app.signedIn(office).form('/roster-invitations', { unitId: nowhere }),
    ];
    expect(written.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await as.get(`/api/v1/people?unitId=${nowhere}`)).body).toEqual({ items: [], next: null });
    for (const path of [
      '/roster-invitations',
      '/api/v1/roster-invitations',
      '/reports/unit',
      '/reports/coverage',
      `/classes/${held.id}/list-form`,
      `/api/v1/classes/${held.id}/candidates`,
    ])
      expect([path, (await as.get(`${path}?unitId=${nowhere}`)).status]).toEqual([path, 404]);
  });
});
