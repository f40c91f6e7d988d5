import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

describe('whose word a nomination needs', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    inClass = await a.trainingClass({ seats: 5, course: await a.course({ approvalSteps: ['group', 'bloc'] }) });
  });
  afterEach(() => app.stop());

  const nominate = async (person: BuiltPerson, unit: BuiltUnit) =>
    (
      await app.as(office).post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, {
        personId: person.id,
        unitId: unit.id,
        letter,
      })
    ).body.id;
  const decide = (who: BuiltAccount, id: string, move: string) =>
    app.as(who).post<{ code?: string; state?: string }>(`/api/v1/nominations/${id}/${move}`);

  it('of a unit of the Bloc itself the office decides at once; of a unit of the Group it waits for the Group', async () => {
    const [ours, theirs] = [await a.unitOfTheBloc(), await a.unit()];
    const own = await nominate(await a.person({ in: ours }), ours);
    const groups = await nominate(await a.person({ in: theirs }), theirs);

    expect((await app.as(office).get(`/api/v1/nominations/${own}`)).body).toMatchObject({ needsEndorsement: false });
    expect((await app.as(office).get<string>(`/nominations/${own}`)).text).toContain('Chờ văn phòng đào tạo xét duyệt');
    expect((await decide(office, own, 'acceptance')).body).toMatchObject({ state: 'accepted' });
    expect((await decide(office, groups, 'acceptance')).body).toMatchObject({ code: 'awaits_endorsement' });

    const group = await a.groupOfficer();
    expect((await app.as(group).get<string>('/endorsements')).text).toContain('Cử học chờ ý kiến Tập đoàn');
    expect((await decide(group, own, 'endorsement')).status).toBe(404);
    expect((await decide(group, groups, 'endorsement')).body).toMatchObject({ state: 'endorsed' });
  });

  it('of the Group’s only officer the office above gives the word, and the officer not', async () => {
    const unit = await a.unit();
    const person = await a.person({ in: unit, fullName: 'Lê Thị Hà' });
    const { group } = await a.organization();
    const officer = await a.account({ person, roles: [['group_officer', group]] });
    const id = await nominate(person, unit);

    expect((await decide(officer, id, 'endorsement')).body).toMatchObject({ code: 'about_oneself' });
    // On its desk the nomination stands first, and behind it the one button.
    expect((await app.as(office).get<string>('/')).text).toContain(`/nominations/${id}`);
    const page = (await app.as(office).get<string>(`/nominations/${id}`)).text;
    expect(page).toContain('cán bộ duy nhất phụ trách của Tập đoàn chính là người được cử');
    expect(page).toContain(`/nominations/${id}/endorsement`);
    expect((await decide(office, id, 'acceptance')).body).toMatchObject({ code: 'awaits_endorsement' });
    expect((await decide(office, id, 'endorsement')).body).toMatchObject({ state: 'endorsed' });
    expect((await decide(office, id, 'acceptance')).body).toMatchObject({ state: 'accepted' });
  });

  it('is not waited for where the Group is not in the chain, and then the Group has no word, for or against', async () => {
    const unit = await a.unit();
    const officer = await a.groupOfficer();
    const ofBloc = await a.trainingClass({ allocations: [[unit, 2]], course: await a.course() });
    const secretary = await a.secretaryOf(unit);
    const { id: personId } = await a.person({ in: unit });
    const { body } = await app
      .as(secretary)
      .post<{ id: string }>(`/api/v1/classes/${ofBloc.id}/nominations`, { personId, letter });
    const page = (await app.as(officer).get(`/nominations/${body.id}`)).text;
    for (const move of ['endorsement', 'acceptance', 'return', 'rejection'])
      expect(page).not.toContain(`/nominations/${body.id}/${move}`);
    expect((await app.as(officer).get(`/classes/${ofBloc.id}/nominations`)).text).not.toContain('id="review"');
    expect((await app.as(officer).get('/endorsements')).text).not.toContain(`/classes/${ofBloc.id}/`);
    const reason = 'Chưa đủ tuổi';
    for (const [move, sent] of [
      ['endorsement', {}],
      ['return', { reason, correctBy: '2026-01-20' }],
      ['rejection', { reason }],
    ] as const)
      expect((await app.as(officer).post(`/api/v1/nominations/${body.id}/${move}`, sent)).body).toMatchObject({
        code: 'not_the_groups_step',
      });
  });

  it('is given once: what the Group has endorsed, the office turns down', async () => {
    const unit = await a.unit();
    const officer = await a.groupOfficer();
    const id = await nominate(await a.person({ in: unit }), unit);
    await decide(officer, id, 'endorsement');
    expect((await app.as(officer).get(`/nominations/${id}`)).text).not.toContain(`/nominations/${id}/rejection`);
    const reject = (by: BuiltAccount) =>
      app.as(by).post(`/api/v1/nominations/${id}/rejection`, { reason: 'Chưa đủ tuổi' });
    expect((await reject(officer)).body).toMatchObject({ code: 'not_the_groups_step' });
    expect((await reject(office)).status).toBe(200);
  });

  it('of who is alone in the training office a deputy decides, whom the office itself names', async () => {
    const { bloc } = await a.organization();
    const ours = await a.unitOfTheBloc();
    const person = await a.person({ in: ours });
    await office.isRelieved(app.clock.now());
    const alone = await a.account({ person, roles: [['training_officer', bloc]] });
    const deputy = await a.account();
    const { body } = await app.as(alone).post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, {
      personId: person.id,
      unitId: ours.id,
      letter,
    });
    expect(await decide(alone, body.id, 'acceptance')).toMatchObject({
      status: 403,
      body: { code: 'about_oneself', detail: expect.stringContaining('“Ủy quyền”') as string },
    });
    const [own] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', alone.id);
    const days = { startsOn: '2026-01-05', endsOn: '2026-01-06', reason: 'Xét việc của chính mình' };
    await app.signedIn(alone).post('/api/v1/grant-loans', { grantId: own!.id, email: deputy.email, ...days });
    expect((await decide(deputy, body.id, 'acceptance')).body).toMatchObject({ state: 'accepted' });
  });

  it.each([
    ['a second officer', async () => a.groupOfficer()],
    [
      'a deputy of the first',
      async () => {
        const deputy = await a.account();
        await app.sql(
          `INSERT INTO grants (account_id, role, unit_id, granted_at, lent_from, starts_on, ends_on, lent_reason)
           SELECT $1, role, unit_id, granted_at, id, '2026-01-01', '2026-03-01', 'Nghỉ phép' FROM grants WHERE role = 'group_officer'`,
          deputy.id,
        );
        return deputy;
      },
    ],
  ])('where the Group has %s, that one gives it and the office does not', async (_, other) => {
    const unit = await a.unit();
    const person = await a.person({ in: unit });
    const { group } = await a.organization();
    await a.account({ person, roles: [['group_officer', group]] });
    const second = await other();
    const id = await nominate(person, unit);
    expect((await decide(office, id, 'endorsement')).status).toBe(403);
    expect((await decide(second, id, 'endorsement')).body).toMatchObject({ state: 'endorsed' });
  });
});
