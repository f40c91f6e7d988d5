import { TestApp } from '../app';
import { type BuiltAccount, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

interface Found {
  readonly items: readonly {
    readonly kind: string;
    readonly items: readonly Readonly<Record<string, string>>[];
    readonly isMore: boolean;
  }[];
}

/** What one of each kind is called by. */
const nameOf: Readonly<Record<string, string>> = {
  people: 'code',
  classes: 'code',
  nominations: 'personCode',
  letters: 'number',
  certificates: 'number',
  units: 'code',
  accounts: 'email',
};
const [myEmail, theirEmail] = ['anh.nguyen@pin.example.vn', 'anh.nguyen@lix.example.vn'];

describe('a search of everything', () => {
  let app: TestApp;
  let a: Builders;
  let [mine, theirs]: BuiltPerson[] = [];
  let [one, two]: BuiltUnit[] = [];
  const callers: Record<string, BuiltAccount> = {};

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    const { bloc } = await a.organization();
    await a.register(32);
    [one, two] = [await a.unit('PIN'), await a.unit('LIX')];
    const known = { fullName: 'Nguyễn Thị Ánh' };
    mine = await a.person({ ...known, in: one, code: 'PIN-07', phone: '0901234567', email: myEmail });
    theirs = await a.person({ ...known, in: two, code: 'LIX-08', phone: '0907654321', email: theirEmail });
    const held = await a.trainingClass({ code: 'TC-15', name: 'Trung cấp lý luận chính trị khóa 15' });
    await a.trainingClass({ code: 'TC-16', name: 'Trung cấp lý luận chính trị khóa 16', state: 'draft' });
    for (const [person, letter, sequence, code] of [
      [mine, '12-CV/ĐU', 31, 'PN01-PN01-PN01-PN01'],
      [theirs, '77-CV/ĐU', 32, 'QX01-QX01-QX01-QX01'],
    ] as const) {
      const { id } = await a.nomination({ in: held, person, state: 'accepted' });
      await app.sql('UPDATE nominations SET letter_number = $2 WHERE id = $1', id, letter);
      const enrollment = await a.enrollment({ in: held, person });
      const completion = await a.completion(held, { id: enrollment.id, person });
      await a.certificate(completion, person, sequence, { verificationCode: code });
    }
    callers['office'] = await a.office();
    callers['group'] = await a.groupOfficer();
    callers['secretary'] = await a.secretaryOf(one);
    callers['other secretary'] = await a.secretaryOf(two);
    callers['manager'] = await a.account({ roles: [['class_manager', held]] });
    callers['cadre'] = await a.account({ person: mine });
    await a.account({ person: theirs });
    callers['administrator'] = await a.account({ roles: [['admin', bloc]] });
    callers['data officer'] = await a.account({ roles: [['data_officer', bloc]] });
    await app.sql('UPDATE accounts SET email = $2 WHERE person_id = $1', theirs.id, `work-${theirEmail}`);
  });
  afterAll(() => app.stop());

  const found = async (caller: string, q: string, more = ''): Promise<Record<string, string[]>> => {
    const { body } = await app.as(callers[caller]!).get<Found>(`/api/v1/search?q=${encodeURIComponent(q)}${more}`);
    return Object.fromEntries(body.items.map(({ kind, items }) => [kind, items.map((item) => item[nameOf[kind]!]!)]));
  };
  const [myNumber, theirNumber] = ['031/2026/GCN-ĐUK', '032/2026/GCN-ĐUK'];

  it.each(['office', 'group', 'administrator', 'data officer'])(
    'shows people of both units to the %s',
    async (caller) => {
      expect(await found(caller, 'nguyen thi anh')).toMatchObject({
        people: expect.arrayContaining(['PIN-07', 'LIX-08']) as string[],
        nominations: expect.arrayContaining(['PIN-07', 'LIX-08']) as string[],
        certificates: expect.arrayContaining([myNumber, theirNumber]) as string[],
      });
    },
  );

  it.each([
    ['secretary', ['PIN-07'], [myNumber]],
    ['other secretary', ['LIX-08'], [theirNumber]],
    ['cadre', ['PIN-07'], [myNumber]],
  ] as const)('shows the %s those of the own unit, or oneself, alone', async (caller, codes, certificates) => {
    expect(await found(caller, 'nguyen thi anh')).toEqual({ people: codes, nominations: codes, certificates });
  });

  it('shows nobody to whoever manages a class, who reads the class', async () => {
    expect(await found('manager', 'nguyen thi anh')).toEqual({});
    expect(await found('manager', 'lix-08')).toEqual({});
    expect(await found('manager', '12-CV')).toEqual({});
    expect(await found('manager', 'gcn-duk')).toEqual({});
    expect(await found('manager', 'tc-15')).toEqual({ classes: ['TC-15'] });
  });

  it.each([
    ['people', 'lix-08', 'LIX-08'],
    ['people', '0907 654 321', 'LIX-08'],
    ['people', theirEmail, 'LIX-08'],
    ['letters', '77-CV/ĐU', '77-CV/ĐU'],
    ['certificates', '032/2026', theirNumber],
    ['certificates', 'qx01-qx01-qxo1-qxo1', theirNumber],
    ['units', 'don vi lix', 'LIX'],
    ['accounts', 'work-anh', `work-${theirEmail}`],
  ])('shows one of the %s by “%s” to the office, and to no stranger', async (kind, q, name) => {
    expect((await found(kind === 'accounts' ? 'administrator' : 'office', q))[kind]).toContain(name);
    expect((await found('other secretary', q))[kind]).toContain(name);
    for (const stranger of ['secretary', 'cadre', 'manager'])
      expect((await found(stranger, q))[kind] ?? []).not.toContain(name);
  });

  it('shows classes to everybody, and drafts to the office alone', async () => {
    expect((await found('office', 'khoa trung cap'))['classes']?.toSorted()).toEqual(['TC-15', 'TC-16']);
    for (const caller of ['group', 'secretary', 'manager', 'cadre'])
      expect((await found(caller, 'khoa trung cap'))['classes']).toEqual(['TC-15']);
  });

  it.each([
    ['people', 'ánh nguyễn', 'PIN-07'],
    ['people', 'NGUYỄN THỊ ÁNH', 'PIN-07'],
    ['people', '+84 901.234.567', 'PIN-07'],
    ['people', '0901 23', 'PIN-07'],
    ['people', 'anh.nguyen@pin', 'PIN-07'],
    ['people', '07', 'PIN-07'],
    ['nominations', 'anh nguyen', 'PIN-07'],
    ['letters', 'công văn số 012', '12-CV/ĐU'],
    ['letters', '12', '12-CV/ĐU'],
    ['letters', '12-cv/du', '12-CV/ĐU'],
    ['certificates', 'gcn-duk', myNumber],
    ['certificates', 'PN01PN01PN01PN01', myNumber],
    ['units', 'pin', 'PIN'],
  ])('finds one of the %s by “%s”', async (kind, q, name) => {
    expect((await found('secretary', q))[kind]).toEqual([name]);
  });

  it('tells nothing of what was searched for in the journal', async () => {
    const lines = async () =>
      (await app.sql<{ count: number }>('SELECT count(*)::int AS count FROM journal_lines'))[0]!.count;
    const before = await lines();
    await found('office', 'nguyen thi anh');
    await app.as(callers['office']!).get('/search?q=nguyen+thi+anh');
    expect(await lines()).toBe(before);
  });

  it('stands in the log without what was typed', async () => {
    await app.as(callers['office']!).get(`/search?q=${encodeURIComponent(mine!.fullName)}`);
    expect(app.log.text).toContain('"url":"/search?…"');
    expect(await app.saidOfPeople()).toEqual([]);
  });

  it('asks for two letters', async () => {
    const office = app.as(callers['office']!);
    const { status, body } = await office.get<{ errors: unknown }>('/api/v1/search?q=a');
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('too_short');
    expect((await office.get<string>('/search?q=a')).text).toContain('Gõ từ 2 chữ hoặc số trở lên');
  });

  it('shows the first five of a kind, and up to fifty of one', async () => {
    for (let n = 0; n < 6; n += 1) await a.person({ in: one!, fullName: 'Phan Thanh Giản' });
    const { body } = await app.as(callers['secretary']!).get<Found>('/api/v1/search?q=phan+thanh');
    expect(body.items.map(({ kind, items, isMore }) => [kind, items.length, isMore])).toEqual([['people', 5, true]]);
    expect((await found('secretary', 'phan thanh', '&kind=people'))['people']).toHaveLength(6);
    const page = await app.as(callers['secretary']!).get<string>('/search?q=phan+thanh');
    expect(page.text).toContain('href="/people?search=phan+thanh"');
  });

  it('says so where nothing is found, and what can be searched for', async () => {
    const { text } = await app.as(callers['secretary']!).get<string>('/search?q=khong+co+ai');
    expect(text).toContain('Không tìm thấy gì với “khong co ai”');
    expect(text).toContain('số công văn');
  });

  it('leads only to what the reader may open', async () => {
    for (const caller of Object.keys(callers))
      for (const q of ['anh', 'trung cap', '12-CV', '2026', 'don vi', 'lix', 'example']) {
        const as = app.as(callers[caller]!);
        const { text } = await as.get<string>(`/search?q=${encodeURIComponent(q)}`);
        const main = text.slice(text.indexOf('class="found"'), text.indexOf('</main>'));
        for (const [, href] of main.matchAll(/href="([^"]+)"/g))
          expect([caller, href, (await as.get(href!.replaceAll('&amp;', '&'))).status]).toEqual([caller, href, 200]);
      }
  }, 120_000);

  it('answers a part of the page to whoever types in the box, which stands on every page', async () => {
    const as = app.as(callers['cadre']!);
    const { text } = await as.with({ 'hx-request': 'true' }).get<string>('/search?q=anh');
    expect(text).not.toContain('<html');
    expect(text).toContain('Nguyễn Thị Ánh');
    expect((await as.get<string>('/notices')).text).toContain('action="/search"');
    expect((await app.as(null).get<string>('/sign-in')).text).not.toContain('action="/search"');
  });
});
