import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { IdempotencyJobs } from '../../src/platform/idempotency/idempotency.jobs';
import { longestKey } from '../../src/platform/idempotency/idempotency.refusals';
import { type Answer, type Caller, startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

const letter = { number: '12-CV/ĐU', date: '2026-01-05' };
const secrets = /tr_|whsec_/;

describe('a request repeated with its Idempotency-Key', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let keys = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    office = await a.office();
    secretary = await a.secretaryOf(unit);
  });
  afterAll(() => app.stop());

  const under = (account: BuiltAccount, key = `k-${(keys += 1)}`) =>
    app.signedIn(account).with({ 'idempotency-key': key });
  const room = (name: string) => ({ name, address: 'Quận 1', capacity: 40 });
  const count = async (sql: string, ...parameters: unknown[]) =>
    (await app.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, ...parameters))[0]!.count;
  const roomsNamed = (name: string) => count('rooms WHERE name = $1', name);
  const nominationsOf = ({ id }: BuiltPerson) => count('nominations WHERE person_id = $1', id);

  it('is done once and answers the same, made from what stands', async () => {
    const inClass = await a.trainingClass();
    const person = await a.person({ in: unit });
    const caller = under(secretary);
    const nominate = () => caller.post(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter });
    const first = await nominate();
    const again = await nominate();
    expect({ ...again, headers: null }).toEqual({ ...first, headers: null });
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(await nominationsOf(person)).toBe(1);
  });

  it('is done once when many ask at once, and who comes too early is told to wait', async () => {
    const caller = under(office);
    const add = () => caller.post<{ id: string; code?: string }>('/api/v1/rooms', room('Phòng đông'));
    const answers = await Promise.all(Array.from({ length: 12 }, add));
    const others = answers.filter(({ status }) => status !== 201);
    expect(others.map(({ body }) => body.code)).toEqual(others.map(() => 'request_under_way'));
    expect(others.map(({ headers }) => headers.get('retry-after'))).toEqual(others.map(() => '2'));
    expect(await roomsNamed('Phòng đông')).toBe(1);
    expect((await add()).body.id).toBe(answers.find(({ status }) => status === 201)!.body.id);
  });

  it('leaves the key free when it was refused', async () => {
    const caller = under(office);
    expect((await caller.post('/api/v1/rooms', { ...room('Phòng sửa'), capacity: 0 })).status).toBe(422);
    expect((await caller.post('/api/v1/rooms', room('Phòng sửa'))).status).toBe(201);
  });

  it('is refused when it is not the same request', async () => {
    const caller = under(office);
    await caller.post('/api/v1/rooms', room('Phòng một'));
    const reused = { status: 422, body: { code: 'idempotency_key_reused' } };
    expect(await caller.post('/api/v1/rooms', room('Phòng khác'))).toMatchObject(reused);
    expect(await caller.post('/api/v1/lecturers', room('Phòng một'))).toMatchObject(reused);
    expect(await roomsNamed('Phòng khác')).toBe(0);
  });

  it('is another account’s own, though the key is the same', async () => {
    const other = await a.office();
    const made = await under(office, 'ours').post('/api/v1/rooms', room('Phòng của tôi'));
    const theirs = await under(other, 'ours').post('/api/v1/rooms', room('Phòng của bạn'));
    expect([made.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body['id']).not.toBe(made.body['id']);
  });

  it('names the header when the key is too long, and cuts none', async () => {
    const long = 'x'.repeat(longestKey);
    for (const key of [`${long}1`, '']) {
      const refused = await under(office, key).post('/api/v1/rooms', room('Phòng dài'));
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'Idempotency-Key' }] } });
    }
    expect((await under(office, long).post('/api/v1/rooms', room('Phòng dài'))).status).toBe(201);
    expect(await roomsNamed('Phòng dài')).toBe(1);
  });

  it('knows a file by its content and the fields beside it', async () => {
    const inClass = await a.trainingClass();
    const file = { name: 'ds.csv', content: listOf('Nguyễn Văn Một') };
    const path = `/api/v1/classes/${inClass.id}/list-imports`;
    const caller = under(secretary);
    const send = (sent: typeof file, fields = { unitId: unit.id }) => caller.upload(path, sent, fields);
    const first = await send(file);
    expect(first.status).toBe(201);
    expect((await send(file)).body['id']).toBe(first.body['id']);
    const reused = { status: 422, body: { code: 'idempotency_key_reused' } };
    expect(await send({ ...file, content: listOf('Nguyễn Văn Hai') })).toMatchObject(reused);
    expect(await send({ ...file, name: 'khac.csv' })).toMatchObject(reused);
    expect(await count('imports WHERE class_id = $1', inClass.id)).toBe(1);
  });

  it('tells that it was done where people’s data were answered', async () => {
    const person = await a.person({ in: unit });
    await a.nomination({ in: await a.trainingClass(), person });
    const target = await a.unit();
    const caller = under(office, 'move').with({ 'accept-language': 'en' });
    const move = () =>
      caller.post(`/api/v1/people/${person.id}/moves`, { unitId: target.id, on: '2026-01-05', reason: 'Điều động' });
    expect((await move()).status).toBe(201);
    expect(await move()).toMatchObject({
      status: 201,
      body: { code: 'done_before', doneAt: startOfSpecs.toISOString() },
    });
    expect((await move()).body['detail']).toContain('was carried out at 08:00 05/01/2026 and is not done again');
  });

  it('goes on with the rows that are left, and tells of all of them', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], poolOpen: false });
    const people = [await a.person({ in: unit }), await a.person({ in: unit })];
    const sent = await Promise.all(
      people.map(({ id }) =>
        app.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, { personId: id, letter }),
      ),
    );
    const decisions = sent.map(({ body }) => ({ nominationId: body['id'], decision: 'accept' }));
    const caller = under(office);
    const review = async () =>
      (await caller.post<{ results: object[] }>('/api/v1/nominations/reviews', { decisions })).body.results;
    const first = await review();
    expect(await review()).toEqual(first);
    // One of the two is a reserve and was refused; once the other's seat is free, the same call accepts it.
    const seated = sent.find(({ body }) => body['seat'] !== null)!;
    await app.as(office).post(`/api/v1/nominations/${seated.body['id']}/withdrawal`, { reason: 'Bận' });
    await review();
    expect(await count(`journal_lines WHERE action = 'nominations.accepted' AND class_id = $1`, inClass.id)).toBe(2);
  });

  describe('that is answered with a secret', () => {
    let hook: string;
    const ask: Readonly<Record<string, (caller: Caller) => Promise<Answer>>> = {
      'POST /api/v1/api-tokens': (caller) => caller.post('/api/v1/api-tokens', { name: 'Máy trạm' }),
      'POST /api/v1/webhooks': (caller) =>
        caller.post('/api/v1/webhooks', {
          name: 'Cổng SMS',
          url: 'https://sms.example.vn/in',
          topics: ['reminder.class_near'],
        }),
      'POST /api/v1/webhooks/:id/secret-rotation': (caller) => caller.post(`/api/v1/webhooks/${hook}/secret-rotation`),
    };

    /** Told on paper: accounts/invite-rosters.spec repeats it. */
    const printed = [
      'POST /api/v1/accounts/:id/invitation-slip',
      'POST /api/v1/accounts/:id/password-code',
      'POST /api/v1/roster-invitations/slips',
    ];

    beforeAll(async () => {
      hook = await a.insert('webhooks', {
        name: 'Cổng khác',
        url: 'https://sms.example.vn',
        topics: '{reminder.class_near}',
        enabled: true,
        secret: 'whsec_eA==',
        createdAt: app.clock.now(),
      });
    });

    it('is each of the routes that declare it', () => {
      const declared = app
        .get(DeclaredRoutes)
        .list()
        .filter(({ isShownOnce }) => isShownOnce);
      expect(declared.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
        [...Object.keys(ask), ...printed].toSorted(),
      );
    });

    it.each(Object.entries(ask))('says how to get a new one, without the secret: %s', async (_, post) => {
      const caller = under(office).with({ 'accept-language': 'en' });
      const [first, again] = [await post(caller), await post(caller)];
      expect(first.text).toMatch(secrets);
      expect(again.text).not.toMatch(secrets);
      expect(again).toMatchObject({ status: first.status, body: { code: 'done_before' } });
      expect(again.body['id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(again.body['detail']).toContain('shown once only');
      expect(await count(`idempotency_keys WHERE response::text ~ 'tr_|whsec_'`)).toBe(0);
    });

    it('may be looked up again where its owner may: an address of a calendar', async () => {
      const caller = under(office);
      const inClass = await a.trainingClass();
      const make = () => caller.post('/api/v1/calendar-feeds', { kind: 'class', classId: inClass.id });
      expect((await make()).body).toEqual((await make()).body);
    });

    it('is kept nowhere: the database takes ids and numbers, and no text', async () => {
      const keep = (response: object) =>
        a.insert('idempotency_keys', {
          accountId: office.id,
          key: `k-${(keys += 1)}`,
          step: 'work',
          requestHash: 'x',
          response,
          keptAt: app.clock.now(),
        });
      await expect(keep({ id: hook, deep: [{ token: 'tr_abc' }] })).rejects.toThrow('idempotency_keys_no_text');
      await expect(keep({ name: 'Nguyễn Văn Một' })).rejects.toThrow('idempotency_keys_no_text');
      await keep({ id: hook, count: 3, done: true, none: null });
    });
  });

  it('is known as long as the setting says, and then a recurring look clears the key with all its steps', async () => {
    const caller = under(office, 'old');
    await caller.post('/api/v1/rooms', room('Phòng cũ'));
    const old = { accountId: office.id, step: 'work', requestHash: 'x', keptAt: app.clock.now() };
    await a.insertAll(
      'idempotency_keys',
      Array.from({ length: 2500 }, (_, n) => ({ ...old, key: `many-${n}` })),
    );
    const look = async (hoursLater: number) => {
      app.clock.moveTo(new Date(startOfSpecs.getTime() + hoursLater * 3_600_000));
      await app.get(IdempotencyJobs).forgetOld();
      return count(`idempotency_keys WHERE key = 'old' OR key LIKE 'many-%'`);
    };
    expect(await look(71)).toBe(2501);
    expect(await look(73)).toBe(0);
    app.clock.moveTo(startOfSpecs);
  });

  it('is described for every POST but the public ones', async () => {
    const { body } = await app
      .as(null)
      .get<{ paths: Record<string, { post?: { parameters: { name: string }[] } }> }>('/api/openapi.json');
    const without = Object.entries(body.paths).filter(
      ([, { post }]) => post && !post.parameters.some(({ name }) => name === 'Idempotency-Key'),
    );
    const open = app
      .get(DeclaredRoutes)
      .list()
      .filter(({ method, path, need }) => method === 'POST' && path.startsWith('/api/') && need === 'public');
    expect(without.map(([path]) => path).toSorted()).toEqual(
      open.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')).toSorted(),
    );
  });
});

const listOf = (fullName: string) =>
  Buffer.from(`TT,Họ và tên,Năm sinh,"Chức vụ, đơn vị công tác"\n1,${fullName},1980,Trưởng phòng\n`);
