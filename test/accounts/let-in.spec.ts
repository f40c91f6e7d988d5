import { spawnSync } from 'node:child_process';
import { LetInService } from '../../src/accounts/directory/let-in.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { CompiledService } from '../reminders/compiled-service';

describe('the last administrator', () => {
  let app: TestApp;
  let compiled: CompiledService;
  let admin: BuiltAccount;

  beforeAll(async () => {
    compiled = new CompiledService();
    app = await TestApp.start();
    app.clock.followSystem();
    const a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    compiled.remove();
  });

  const letIn = (...words: readonly string[]) =>
    spawnSync(process.execPath, [compiled.program('let-in'), ...words], {
      env: { PATH: process.env['PATH'], DATABASE_URL: app.databaseUrl, DATABASE_POOL: '5' },
      encoding: 'utf8',
    });

  it('is let in by whoever keeps the machine, with a reason, without the second step that is lost', async () => {
    await app.sql(
      `INSERT INTO second_factors (account_id, secret, made_at, confirmed_at) VALUES ($1, 'A', now(), now())`,
      admin.id,
    );
    expect(letIn(admin.email)).toMatchObject({ status: 1, stderr: expect.stringContaining('--reason') as string });
    await expect(app.get(LetInService).letIn('ai@example.vn', 'x', false)).rejects.toMatchObject({ code: 'not_found' });

    const { status, stdout } = letIn(admin.email, '--reason', 'Mất điện thoại', '--second-step');
    expect(status).toBe(0);
    const [code] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(stdout)!;
    const password = 'trăng lên đỉnh đồi xa';
    const set = await app.as(null).post('/api/v1/password-codes', { email: admin.email, code, password });
    expect(set.status).toBe(204);
    expect((await app.as(null).post('/api/v1/sign-in', { email: admin.email, password })).status).toBe(200);
    const lines = await app.sql<{ action: string; actorName: string; reason: string | null }>(
      `SELECT action, actor_name, reason FROM journal_lines WHERE subject_id = $1 AND reason IS NOT NULL ORDER BY id`,
      admin.id,
    );
    expect(lines.map(({ action, reason }) => [action, reason])).toEqual([
      ['second_factor.removed', 'Mất điện thoại'],
      ['accounts.password_code_made', 'Mất điện thoại'],
    ]);
    await expect(app.get(LetInService).letIn(admin.email, 'x', true)).rejects.toMatchObject({
      code: 'second_factor_is_not_on',
    });
  });
});
