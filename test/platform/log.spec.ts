import { Logger } from 'nestjs-pino';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltPerson, Builders } from '../builders';
import { KeptLog } from '../log-kept';

const code = 'A7KD-93MX-22QQ';
const email = 'anh.tuyet@example.vn';

describe('the log', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let person: BuiltPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    person = await a.person({ fullName: 'Nguyễn Thị Ánh Tuyết', phone: '0901 234 567', email });
    app.log.mustNotSay(code);
  });
  afterAll(() => app.stop());

  it('tells of every request, and of no search, code or key in its address or its headers', async () => {
    const caller = app.as(office).with({
      referer: `${app.url}/people?search=${encodeURIComponent(person.fullName)}`,
      'hx-current-url': `${app.url}/people?search=${encodeURIComponent(person.fullName)}`,
      'x-forwarded-for': person.fullName.normalize('NFD').replace(/[^\x20-\x7e]/g, ''),
    });
    const search = `search=${encodeURIComponent(person.fullName)}`;
    await caller.get(`/people?${search}`);
    await caller.get(`/api/v1/people?${search}`);
    await app.as(null).get(`/people?${search}`);
    await app.as(null).get(`/sign-in?next=${encodeURIComponent(`/people?${search}`)}`);
    await app.as(null).get(`/${encodeURIComponent(person.fullName)}`);
    for (const path of ['/verify/', '/VERIFY//', '/check-in/', '/check-in/scans/', '/calendars/', '/unsubscribe/'])
      await app.as(null).get(`${path}${code}`);
    await app.as(null).get(`/set-up?code=${code}`);
    await app.as(null).form('/sign-in', { email: `${code}@example.vn`, password: code });

    expect(app.log.text).toContain('"url":"/people?…"');
    expect(app.log.text).toContain('"url":"/verify/…"');
    expect(app.log.text).toContain(`"url":"/check-in/scans/…"`);
    expect(await app.saidOfPeople()).toEqual([]);
  });

  it('tells of a fault of the database without what was asked of it', async () => {
    await app.sql('ALTER TABLE persons RENAME TO persons_away');
    const { status } = await app.as(office).get(`/api/v1/people?search=${encodeURIComponent(person.fullName)}`);
    await app.sql('ALTER TABLE persons_away RENAME TO persons');
    expect(status).toBeGreaterThanOrEqual(500);
    expect(app.log.text).toContain('"code":"42P01"');
    expect(app.log.text).not.toContain('SELECT');
    expect(await app.saidOfPeople()).toEqual([]);
  });

  it('tells of any other fault without what its message quotes', async () => {
    const fault = new Error(`550 5.1.1 <${email}>: no such user for ${person.fullName}`);
    app.get(Logger).error({ err: fault, job: 'mail.send' }, 'job failed');
    app.get(Logger).error(fault);
    expect(app.log.text).toContain('550 5.1.1');
    expect(await app.saidOfPeople()).toEqual([]);
  });

  it('fails its spec once a name stands in it, in clear or as an address writes it', async () => {
    const log = new KeptLog();
    for (const line of [
      person.fullName,
      `/people?search=${encodeURIComponent(person.fullName).replaceAll('%20', '+')}`,
    ]) {
      log.write(line);
      expect(log.said([person.fullName, 'Trần Văn An'])).toEqual([person.fullName]);
    }
    const another = await TestApp.start();
    await new Builders(another).person({ fullName: 'Lê Thị Lan Anh' });
    another.get(Logger).log('gặp Lê Thị Lan Anh');
    await expect(another.stop()).rejects.toThrow('Lê Thị Lan Anh');
  });
});
