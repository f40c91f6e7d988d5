import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { hashPassword } from '../../src/accounts/passwords';
import { createApplication } from '../../src/application';
import { configFrom } from '../../src/config';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { type Piece, writeBackup } from '../../src/platform/backups/backup-file';
import { examineFile, restore } from '../../src/platform/backups/restoration';
import { type BackupHead, headName, snapshotOf } from '../../src/platform/backups/snapshot';
import { migrate } from '../../src/platform/database/data-source';
import type { BuiltAccount, BuiltClass, BuiltUnit } from '../builders';
import { emptyDatabase } from '../cluster/clone';
import { command, KeptService } from './backups';

// A process of its own reads all sources first, which takes long on a busy machine.
jest.setTimeout(600_000);

const noKeys = { passphrase: null, recipients: [], identity: null };

describe('a backup', () => {
  let service: KeptService;
  let target: Awaited<ReturnType<typeof emptyDatabase>>;
  let office: BuiltAccount;
  let unit: BuiltUnit;
  let inClass: BuiltClass;
  let whole: string;

  beforeAll(async () => {
    service = await KeptService.start({ PROCESS: 'web' });
    const { a } = service;
    office = await a.office();
    unit = await a.unit();
    inClass = await a.trainingClass({ allocations: [[unit, 40]], poolOpen: false });
    await a.halfDay(inClass, '2026-02-07');
    await nominate();
    await service.sealEverything();
    whole = await aBackup('whole');
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    target = await emptyDatabase();
  });
  afterEach(() => target.drop());

  const fileOf = (name: string) => join(service.folder, name);

  async function nominate(): Promise<void> {
    const person = await service.a.person({ in: unit });
    const sent = await service.app.as(office).post(`/api/v1/classes/${inClass.id}/nominations`, {
      personId: person.id,
      unitId: unit.id,
      letter: { number: '1-CV/ĐU', date: '2026-01-05' },
    });
    expect(sent.status).toBe(201);
  }

  /** @param change what becomes of each piece on its way into the file */
  async function aBackup(name: string, change: (piece: Piece) => Promise<Piece> | Piece = (piece) => piece) {
    const about = { version: '1.2.3', takenAt: service.app.clock.now().toISOString() };
    async function* pieces(): AsyncGenerator<Piece> {
      for await (const piece of snapshotOf(service.app.databaseUrl, about, () => {})) yield change(piece);
    }
    await writeBackup(fileOf(name), noKeys, pieces());
    return fileOf(name);
  }

  const restored = async (path: string, over = false) =>
    restore(target.url, { path, keys: noKeys, contents: await examineFile(path, noKeys), over });

  async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return work(client).finally(() => client.end());
  }

  const tablesOf = (url: string) =>
    onDatabase(url, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migrations'`,
      );
      return rows.map(({ name }) => name);
    });

  /** All rows of each table, as one sum. */
  async function everything(url: string): Promise<Record<string, string>> {
    const sum = (name: string) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM ${name} t`;
    const { rows } = await onDatabase(url, async (client) =>
      client.query<{ name: string; sum: string }>((await tablesOf(url)).map(sum).join(' UNION ALL ')),
    );
    return Object.fromEntries(rows.map(({ name, sum: of }) => [name, of]));
  }

  const countOf = async (url: string, table: string) =>
    (await onDatabase(url, (client) => client.query<{ count: number }>(`SELECT count(*) FROM ${table}`))).rows[0]!
      .count;

  async function withServiceOn<T>(url: string, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> {
    const config = configFrom({ PROCESS: 'web', LOG_LEVEL: 'silent', BACKUP_AT: 'never' });
    const app = await createApplication({ config, databaseUrl: url, clock: service.app.clock });
    return work(app).finally(() => app.close());
  }

  const brokenIn = (url: string) =>
    withServiceOn(url, async (app) => (await app.get(InvariantsService).examine()).filter(({ ids }) => ids.length > 0));

  it('brings back every row, and the database guards them as before', async () => {
    await restored(whole);
    expect(await everything(target.url)).toEqual(await everything(service.app.databaseUrl));
    expect(await brokenIn(target.url)).toEqual([]);
    await onDatabase(target.url, async (client) => {
      await expect(client.query('DELETE FROM journal_lines')).rejects.toThrow('never changed');
      await expect(client.query('DELETE FROM units')).rejects.toMatchObject({ code: '23503' });
      const line = `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id) VALUES (now(), 'a', 'b', 'c', gen_random_uuid())`;
      await expect(client.query(line)).resolves.toBeDefined();
    });
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const before = await countOf(service.app.databaseUrl, 'nominations');
    let piecesBefore = 0;
    const path = await aBackup('meanwhile', async (piece) => {
      // The first piece comes after the snapshot was taken.
      if ((piecesBefore += 1) % 5 === 1) await nominate();
      return piece;
    });
    expect(await countOf(service.app.databaseUrl, 'nominations')).toBeGreaterThan(before + 2);
    await restored(path);
    expect(await countOf(target.url, 'nominations')).toBe(before);
    expect(await brokenIn(target.url)).toEqual([]);
  });

  it('that was damaged, cut, or is none is refused, and nothing is written', async () => {
    const good = readFileSync(whole);
    const inTheHead = Array.from({ length: 12 }, (_, n) => 100 + 7 * n);
    for (const at of [...inTheHead, Math.floor(good.length / 2), good.length - 100]) {
      const bytes = Buffer.from(good);
      bytes[at]! ^= 1;
      writeFileSync(fileOf('damaged'), bytes);
      await expect(restored(fileOf('damaged'))).rejects.toMatchObject({ code: 'backup_damaged' });
    }
    for (const length of [50, Math.floor(good.length / 2), good.length - 1]) {
      writeFileSync(fileOf('cut'), good);
      truncateSync(fileOf('cut'), length);
      await expect(restored(fileOf('cut'))).rejects.toMatchObject({ code: 'backup_cut' });
    }
    writeFileSync(fileOf('other'), 'PK-something');
    await expect(restored(fileOf('other'))).rejects.toMatchObject({ code: 'not_a_backup' });
    await expect(restored(fileOf('missing'))).rejects.toMatchObject({ code: 'no_backup_file' });
    expect(await tablesOf(target.url)).toEqual([]);
  });

  it('of a newer version is refused, and nothing is written', async () => {
    const path = await aBackup('newer', (piece) => {
      if (piece.name !== headName) return piece;
      const head = JSON.parse(piece.content.toString()) as BackupHead;
      const migrations = [...head.migrations, 'FromTomorrow1999999999999'];
      return { ...piece, content: Buffer.from(JSON.stringify({ ...head, migrations })) };
    });
    await expect(restored(path)).rejects.toMatchObject({
      code: 'backup_of_newer_version',
      sentence: { vi: expect.stringContaining('1.2.3') as string },
    });
    expect(await tablesOf(target.url)).toEqual([]);
  });

  it('of an older version is brought to this one', async () => {
    const path = await aBackup('older', (piece) => {
      if (piece.name !== headName) return piece;
      const head = JSON.parse(piece.content.toString()) as BackupHead;
      const tables = Object.fromEntries(Object.entries(head.tables).filter(([name]) => name !== 'backups'));
      const migrations = head.migrations.filter((name) => !name.startsWith('Backups'));
      return { ...piece, content: Buffer.from(JSON.stringify({ ...head, migrations, tables })) };
    });
    await restored(path);
    expect(await tablesOf(target.url)).not.toContain('backups');
    await migrate(target.url);
    expect(await tablesOf(target.url)).toContain('backups');
    expect(await brokenIn(target.url)).toEqual([]);
  });

  it('is written over nothing unless that is asked for, never over a service that runs, and not by halves', async () => {
    await restored(whole);
    await onDatabase(target.url, async (client) => {
      await client.query(
        `INSERT INTO public_holidays (day, name_vi, name_en, kind, source, verified) SELECT '2099-01-01', 'x', 'x', kind, source, verified FROM public_holidays LIMIT 1`,
      );
      await expect(restored(whole)).rejects.toMatchObject({ code: 'database_not_empty' });
      await expect(restored(whole, true)).rejects.toMatchObject({ code: 'database_in_use' });
    });
    const before = await everything(target.url);
    // As sealed and whole as any, but a row that a rule of the database refuses.
    const misfit = await aBackup('misfit', (piece) =>
      piece.name.startsWith('data/units/')
        ? { ...piece, content: Buffer.concat([piece.content, piece.content]) }
        : piece,
    );
    await expect(restored(misfit, true)).rejects.toMatchObject({ code: '23505' });
    expect(await everything(target.url)).toEqual(before);
    await restored(whole, true);
    expect(await countOf(target.url, 'public_holidays')).toBe(
      await countOf(service.app.databaseUrl, 'public_holidays'),
    );
  });

  it('moves a service: from a server into a folder, from the folder to another server, by the two commands', async () => {
    const { app, a, admin, folder } = service;
    await a.change('accounts', { id: admin.id }, { passwordHash: await hashPassword('mật khẩu đủ dài 1') });
    await service.sealEverything();
    const embedded = { DATA_DIR: fileOf('moved') };
    const sealed = { BACKUP_PASSPHRASE: 'chìa khóa của văn phòng' };
    const into = await command('restore', [await aBackup('drill'), '--into', fileOf('moved')], {});
    expect(into).toMatchObject({ code: 0, said: expect.stringMatching(/I9 +holds/) as string });

    const made = await command('backup', ['--to', folder], { ...embedded, ...sealed });
    expect(made).toMatchObject({ code: 0 });
    const file = /^.*\.tar\.gz\.age$/m.exec(made.said)![0];
    expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1');

    await expect(examineFile(file, noKeys)).rejects.toMatchObject({ code: 'backup_sealed' });
    const to = ['--into', target.url];
    const wrong = await command('restore', [file, ...to], { BACKUP_PASSPHRASE: 'khác' });
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('does not open this backup') as string });
    expect(await tablesOf(target.url)).toEqual([]);

    const moved = await command('restore', [file, ...to], sealed);
    expect(moved).toMatchObject({ code: 0 });
    expect(moved.said).not.toContain('BROKEN');
    for (const table of ['nominations', 'seats', 'persons', 'accounts', 'half_days'])
      expect(await countOf(target.url, table)).toBe(await countOf(app.databaseUrl, table));
    await withServiceOn(target.url, async (movedApp) => {
      await movedApp.listen(0, '127.0.0.1');
      const signedIn = await fetch(`${await movedApp.getUrl()}/api/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: admin.email, password: 'mật khẩu đủ dài 1' }),
      });
      expect(signedIn.status).toBe(200);
    });
    const actions = await onDatabase(target.url, (client) =>
      client.query(`SELECT action FROM journal_lines WHERE action LIKE 'backups.%' ORDER BY id`),
    );
    expect(actions.rows.map(({ action }: { action: string }) => action)).toEqual([
      'backups.restored',
      'backups.requested',
      'backups.failed',
      'backups.restored',
    ]);
  });
});
