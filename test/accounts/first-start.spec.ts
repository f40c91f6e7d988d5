import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { FirstAdministratorService } from '../../src/accounts/first-administrator.service';
import { momentAt } from '../../src/platform/clock';
import { Caller, TestApp } from '../app';
import { cloneDatabase } from '../cluster/clone';
import { CompiledService } from '../reminders/compiled-service';

const administrator = {
  blocName: 'Đảng ủy Khối thử nghiệm',
  name: 'Lê Thị Thanh',
  email: 'quan-tri@example.vn',
  password: 'con đường làng mùa gặt',
};
const codeIn = (text: string) => /set-up\?code=([\w-]+)/.exec(text)?.[1] ?? '';

describe('the first start', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let compiled: CompiledService;
  const running: ChildProcess[] = [];

  beforeAll(() => (compiled = new CompiledService()));
  afterAll(() => compiled.remove());

  beforeEach(async () => (database = await cloneDatabase()));
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await database.drop();
  });

  async function freePort(): Promise<string> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    return String(port);
  }

  function run(program: string, settings: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, [compiled.program(program)], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.url,
        DATABASE_POOL: '5',
        HOST: '127.0.0.1',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { said, ended, child };
  }

  /** The service, once it said the last thing a start says. */
  async function start(settings: Readonly<Record<string, string>> = {}) {
    const port = await freePort();
    const { said, ended, child } = run('main', { PORT: port, ...settings });
    while (!/╝\n|service answers/.test(said.out)) {
      if (child.exitCode !== null) throw new Error(said.err);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
    return { said, port, visitor: new Caller(`http://127.0.0.1:${port}`, { 'accept-language': 'vi' }) };
  }

  it('ends with a framed message in both languages, whose link makes the first administrator once', async () => {
    const { said, port, visitor } = await start();
    const lines = said.out.trimEnd().split('\n');
    // What is logged later stands below it.
    const [begin, end] = ['╔', '╚'].map((corner) => lines.findIndex((line) => line.startsWith(corner)));
    expect(begin).toBeLessThan(30);
    const frame = lines.slice(begin, end! + 1);
    expect(new Set(frame.map((line) => line.length)).size).toBe(1);
    expect(frame.at(-1)).toMatch(/^╚═+╝$/);
    expect(said.out).toContain(`http://localhost:${port}/set-up?code=`);
    expect(said.out).toMatch(/có hiệu lực đến \d\d:\d\d \d\d\/\d\d\/\d{4}/);
    expect(said.out).toMatch(/holds until \d\d:\d\d \d\d\/\d\d\/\d{4}/);

    const comes = await visitor.get<string>('/sign-in');
    expect([comes.status, comes.headers.get('location')]).toEqual([303, '/set-up']);
    const code = codeIn(said.out);
    for (const time of ['a scanner', 'a person']) {
      const page = await visitor.get<string>(`/set-up?code=${code}`);
      expect([time, page.status, page.text.includes(`value="${code}"`)]).toEqual([time, 200, true]);
    }
    const made = await visitor.form('/set-up', { ...administrator, code });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/sign-in']);
    expect((await visitor.post('/api/v1/sign-in', administrator)).status).toBe(422);
    const { email, password } = administrator;
    expect((await visitor.post('/api/v1/sign-in', { email, password })).status).toBe(200);

    const again = await visitor.form('/set-up', { ...administrator, code });
    expect([again.status, again.text.includes('đã có quản trị viên')]).toEqual([409, true]);
    const closed = await visitor.get<string>('/set-up');
    expect([
      closed.text.includes('<form method="post" action="/set-up"'),
      closed.text.includes('href="/sign-in"'),
    ]).toEqual([false, true]);
  });

  it('is told by a worker to nobody', async () => {
    const { said } = await start({ PROCESS: 'worker' });
    expect(codeIn(said.out)).toBe('');
  });

  it('is not the only one to print a link: one printed beside it opens too, until there is an account', async () => {
    const app = await TestApp.start();
    const DATABASE_URL = app.databaseUrl;
    try {
      const printed = run('setup-link', { DATABASE_URL, PUBLIC_URL: 'https://dao-tao.example.vn' });
      expect(await printed.ended).toBe(0);
      expect(printed.said.out).toContain('https://dao-tao.example.vn/set-up?code=');
      expect(printed.said.out).not.toContain('PUBLIC_URL');
      const request = { ...administrator, code: codeIn(printed.said.out) };
      expect((await app.as(null).post('/api/v1/first-administrator', request)).status).toBe(201);

      const tooLate = run('setup-link', { DATABASE_URL });
      expect(await tooLate.ended).toBe(1);
      expect(tooLate.said).toEqual({ out: '', err: expect.stringMatching(/đã có quản trị viên[^]*already/) as string });
    } finally {
      await app.stop();
    }
  });
});

describe('the link of the first start', () => {
  let app: TestApp;
  beforeAll(async () => (app = await TestApp.start()));
  afterAll(() => app.stop());

  it('ends after a day, is kept as a hash, and says how a new one is printed', async () => {
    const { url, endsAt } = (await app.get(FirstAdministratorService).newLink())!;
    expect(endsAt).toEqual(momentAt('2026-01-06', '08:00'));
    const [kept] = await app.sql<{ codeHash: string }>('SELECT code_hash FROM set_up_codes');
    expect(kept!.codeHash).not.toContain(codeIn(url));

    app.clock.moveTo(momentAt('2026-01-06', '08:00'));
    const request = { ...administrator, code: codeIn(url) };
    expect((await app.as(null).post('/api/v1/first-administrator', request)).body).toMatchObject({
      status: 409,
      code: 'set_up_code_ended',
    });
    const page = await app.as(null, 'en').form('/set-up', request);
    expect([page.status, page.text.includes('npm run setup-link'), page.text.includes(administrator.email)]).toEqual([
      409,
      true,
      true,
    ]);
    const next = (await app.get(FirstAdministratorService).newLink())!;
    expect(await app.sql('SELECT 1 FROM set_up_codes')).toHaveLength(1);
    const made = await app.as(null).post('/api/v1/first-administrator', { ...request, code: codeIn(next.url) });
    expect(made.status).toBe(201);
    expect(await app.sql('SELECT 1 FROM set_up_codes')).toEqual([]);
    expect(await app.get(FirstAdministratorService).newLink()).toBeNull();
    // Before its password is looked at, or hashed.
    const easy = await app.as(null).post('/api/v1/first-administrator', { ...request, password: 'password1234' });
    expect(easy.body['code']).toBe('already_set_up');
  });
});
