import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeBackups } from '../../src/operations/backups/job';
import { type BackupItem, BackupsQueries } from '../../src/operations/backups/backups.queries';
import { BackupRuns } from '../../src/operations/backups/runs.service';
import { momentAt } from '../../src/platform/clock';
import { JobQueue } from '../../src/platform/jobs/job-queue';
import { without } from '../races/crowd';
import { KeptService } from './backups';

// The process that makes a backup reads all sources first, which takes long on a busy machine.
jest.setTimeout(300_000);

describe('a backup', () => {
  let service: KeptService;
  let first: BackupItem;

  beforeAll(async () => {
    service = await KeptService.start({ BACKUP_AT: '02:00', BACKUPS_KEPT: '1' });
  });
  afterAll(() => service.stop());

  const page = async () => (await service.app.as(service.admin).get<string>('/operations/backups')).text;
  const desk = async () => (await service.app.as(service.admin).get<string>('/')).text;
  const metrics = async () => (await service.app.as(null).get<string>('/metrics')).text;
  const look = () => service.app.get(JobQueue).runNow(makeBackups, {});

  it('is asked for by an administrator, restored, examined, and only then good', async () => {
    const { app, admin } = service;
    expect((await app.as(admin).form('/operations/backups', {})).status).toBe(303);
    const { underWay, lastGood } = await service.list();
    expect(lastGood).toBeNull();
    expect(await page()).toContain('Đang sao lưu');
    expect((await app.as(admin).post('/api/v1/operations/backups')).body).toMatchObject({ code: 'backup_under_way' });
    expect((await app.as(admin).form('/operations/backups', {})).text).toContain('Một bản sao lưu đang được tạo');

    first = await service.ended(underWay!.id);
    expect(first).toMatchObject({ state: 'examined', failure: null, sealed: false, rows: { accounts: 1 } });
    expect(statSync(first.file!).size).toBe(first.bytes);
    expect(statSync(first.file!).mode & 0o077).toBe(0);
    expect((await service.list()).lastGood).toMatchObject({ id: first.id });
    expect(await page()).toContain('Tốt, đã kiểm tra');
    expect(await desk()).toContain('Bản sao lưu tốt gần nhất: dữ liệu lúc 08:00 05/01/2026');
    const lines = await app.sql('SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id', first.id);
    expect(lines.map(({ action }) => action)).toEqual(['backups.requested', 'backups.examined']);
  });

  it('is an alarm on the desk and in the metrics when there was none for a day', async () => {
    service.app.clock.moveTo(momentAt('2026-01-06', '01:59'));
    expect(await metrics()).toMatch(/^training_backup_overdue 0$/m);
    service.app.clock.moveTo(momentAt('2026-01-06', '10:01'));
    expect(await metrics()).toMatch(/^training_backup_overdue 1$/m);
    expect(await metrics()).toMatch(/^training_backup_seconds_ago 93660$/m);
    for (const text of [await desk(), await page()]) expect(text).toContain('Quá một ngày chưa có bản sao lưu tốt');
  });

  it('is made by the clock, and an older one gives way to it', async () => {
    // Transactions of other databases keep lines unsealed that the clock, moved by a day, makes old.
    await service.sealEverything();
    await look();
    const { items } = await service.list();
    const second = await service.ended(items[0]!.id);
    expect(second).toMatchObject({ state: 'examined', takenAt: '2026-01-06T03:01:00.000Z' });
    while (existsSync(first.file!)) await look();
    expect(readdirSync(dirname(second.file!))).toEqual([second.file!.split('/').at(-1)]);
    expect((await service.list()).items.find(({ id }) => id === first.id)!.removedAt).not.toBeNull();
    await look();
    expect((await service.list()).items).toHaveLength(2);
    expect(await metrics()).toMatch(/^training_backup_overdue 0$/m);
  });

  it('is looked at once a scrape, and left out of the metrics when nobody answers', async () => {
    const queries = service.app.get(BackupsQueries);
    const standing = queries.standing.bind(queries);
    let looks = 0;
    const counted = () => ((looks += 1), standing());
    await without(queries, 'standing', counted, async () =>
      expect(await metrics()).toContain('training_backup_bytes '),
    );
    expect(looks).toBe(1);
    const never = () => new Promise<never>(() => undefined);
    await without(queries, 'standing', never, async () => {
      const told = await metrics();
      expect(told).not.toMatch(/^training_backup_overdue/m);
      expect(told).toMatch(/^training_mail_paused 0$/m);
    });
  });

  it('that holds what breaks a rule is no good, says why, and takes nobody’s place', async () => {
    const { lastGood } = await service.list();
    await service.a.register(3);
    service.app.clock.moveTo(momentAt('2026-01-06', '10:02'));
    const backup = await service.backUp();
    expect(backup).toMatchObject({ state: 'failed', failure: { en: expect.stringContaining('I7: 1') as string } });
    expect(await page()).toContain('phạm quy tắc I7: 1');
    expect((await service.list()).lastGood).toMatchObject({ id: lastGood!.id });
    for (const { file } of [backup, lastGood!]) expect(existsSync(file!)).toBe(true);
    const [line] = await service.app.sql('SELECT action FROM journal_lines ORDER BY id DESC LIMIT 1');
    expect(line).toEqual({ action: 'backups.failed' });
    // It would hold the same an hour later.
    const { items } = await service.list();
    service.app.clock.moveTo(momentAt('2026-01-06', '11:30'));
    await look();
    expect((await service.list()).items).toHaveLength(items.length);
    expect(await page()).toContain('bản sau được tạo lúc 02:00');
  });

  it('whose maker died is given up, and another may be asked for', async () => {
    const dead = { state: 'making', requestedAt: service.app.clock.now(), folder: '/nowhere', goesOnAt: '2026-01-01' };
    const id = await service.a.insert('backups', dead);
    await look();
    const { items, underWay } = await service.list();
    expect(items.find((one) => one.id === id)).toMatchObject({
      state: 'failed',
      failure: { vi: 'Việc sao lưu bị dừng giữa chừng.' },
    });
    expect(underWay).toBeNull();
    expect(await page()).toContain('Hệ thống tự làm lại sau một giờ');
  });

  it('that was given up stays so when its maker lives on, and takes the place of no file', async () => {
    const broken = (await service.list()).items.find(({ state, bytes }) => state === 'failed' && bytes !== null)!;
    const { id } = (await service.app.as(service.admin).post<{ id: string }>('/api/v1/operations/backups')).body;
    let file: string | null = null;
    while (!file) ({ file } = (await service.list()).items.find((one) => one.id === id)!);
    await service.a.change('backups', { id }, { state: 'failed', failure: { vi: 'Bỏ', en: 'Given up' }, phase: null });
    await service.app.get(BackupRuns).beforeApplicationShutdown();
    expect((await service.list()).items.find((one) => one.id === id)).toMatchObject({ state: 'failed', bytes: null });
    expect([existsSync(file), existsSync(broken.file!)]).toEqual([false, true]);
  });
});
