import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { beginningOf } from '../../src/platform/database/processes';

const program = [join(__dirname, '../../run-typescript.mjs'), join(__dirname, '../cluster/alone.ts')];

describe('the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'training-cluster-'));

  // As root the server runs as somebody else, who must be able to enter.
  beforeAll(() => chmodSync(folder, 0o755));
  const running: { stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    await Promise.all(running.map((service) => service.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(data: string): Promise<{ url: string; kill: () => Promise<void>; stop: () => Promise<void> }> {
    const run = spawn(process.execPath, [...program, data], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = new Promise<void>((resolve) => run.once('exit', () => resolve()));
    const url = await new Promise<string>((resolve, reject) => {
      run.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      run.stderr.once('data', (chunk: Buffer) => reject(new Error(chunk.toString().trim())));
    });
    const service = {
      url,
      kill: async () => {
        run.kill('SIGKILL');
        await ended;
      },
      stop: async () => {
        if (run.exitCode === null && run.signalCode === null) run.stdin.write('stop');
        await ended;
      },
    };
    running.push(service);
    return service;
  }

  const serverOf = (data: string) =>
    Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

  async function asked(url: string, sql: string): Promise<unknown> {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer;
    } finally {
      await client.end();
    }
  }

  it('starts again after its service was killed with -9 and left the server behind', async () => {
    const data = join(folder, 'killed');
    const first = await start(data);
    const orphan = serverOf(data);
    await first.kill();
    expect(() => process.kill(orphan, 0)).not.toThrow();

    const second = await start(data);
    expect(beginningOf(orphan)).toBeNull();
    expect(serverOf(data)).not.toBe(orphan);
    await second.stop();
  });

  it('refuses a second service on the same folder and leaves the first alone', async () => {
    const data = join(folder, 'twice');
    const first = await start(data);
    await expect(start(data)).rejects.toThrow('already runs the service');
    // As earlier versions kept it: the number alone.
    writeFileSync(join(data, 'service.pid'), readFileSync(join(data, 'service.pid'), 'utf8').split(' ')[0]!);
    await expect(start(data)).rejects.toThrow('already runs the service');
    expect(() => process.kill(serverOf(data), 0)).not.toThrow();
    await first.stop();
  });

  it.each(['', ' another-boot 12345'])(
    'takes no other Node process for its service, kept as "<number>%s"',
    async (more) => {
      const data = join(folder, `reused${more.length}`);
      mkdirSync(data);
      writeFileSync(join(data, 'service.pid'), `${process.pid}${more}`);
      await (await start(data)).stop();
    },
  );

  it('is started anew at the same address when it alone is killed with -9, and has kept what was committed', async () => {
    const data = join(folder, 'alone');
    const service = await start(data);
    for (let time = 1; time <= 3; time += 1) {
      await asked(service.url, `CREATE TABLE kept_${time} AS SELECT ${time} AS answer`);
      const killed = serverOf(data);
      process.kill(killed, 'SIGKILL');
      while ((await asked(service.url, `SELECT answer FROM kept_${time}`).catch(() => null)) !== time) await delay(50);
      expect(serverOf(data)).not.toBe(killed);
    }
    await service.stop();
  });

  it('lets nobody in without the password, which only the account of the service reads', async () => {
    const data = join(folder, 'locked');
    const service = await start(data);
    const stranger = new URL(service.url);
    stranger.password = '';
    await expect(asked(stranger.href, 'SELECT 1')).rejects.toThrow('password');
    stranger.password = 'guessed';
    await expect(asked(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(data, 'password')).mode & 0o777).toBe(0o600);
    await service.stop();
  });

  it('locks a folder of an earlier version, which let everybody in, and keeps its data', async () => {
    const data = join(folder, 'earlier');
    const before = await start(data);
    await asked(before.url, 'CREATE TABLE kept AS SELECT 7 AS answer');
    await before.stop();
    rmSync(join(data, 'password'));
    writeFileSync(join(data, 'postgres', 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');

    const after = await start(data);
    expect(await asked(after.url, 'SELECT answer FROM kept')).toBe(7);
    const stranger = new URL(after.url);
    stranger.password = 'guessed';
    await expect(asked(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await after.stop();
  });
});
