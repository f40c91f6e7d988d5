import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BackupItem, BackupStanding } from '../../src/operations/backups/backups.queries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { sealEverything } from '../journal/sealing';

export type ListedBackups = BackupStanding & { readonly items: readonly BackupItem[] };

/** A service whose backups are kept in a folder of the spec, and its administrator. */
export class KeptService {
  private constructor(
    readonly app: TestApp,
    readonly a: Builders,
    readonly admin: BuiltAccount,
    readonly folder: string,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<KeptService> {
    const folder = mkdtempSync(join(tmpdir(), 'training-backups-'));
    // As root the server that examines runs as somebody else, who must be able to enter.
    chmodSync(folder, 0o755);
    const app = await TestApp.start({ PROCESS: 'both', DATA_DIR: join(folder, 'var'), ...settings });
    const a = new Builders(app);
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    return new KeptService(app, a, admin, folder);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async list(): Promise<ListedBackups> {
    return (await this.app.as(this.admin).get<ListedBackups>('/api/v1/operations/backups')).body;
  }

  /** Asks for a backup and waits until it has ended. */
  async backUp(): Promise<BackupItem> {
    const asked = await this.app.as(this.admin).post<{ id: string }>('/api/v1/operations/backups');
    return this.ended(asked.body.id);
  }

  async ended(id: string): Promise<BackupItem> {
    for (;;) {
      const backup = (await this.list()).items.find((one) => one.id === id)!;
      if (backup.endedAt !== null) return backup;
      await delay(200);
    }
  }

  sealEverything(): Promise<void> {
    return sealEverything(this.app);
  }
}

/** `npm run <name>` as it runs from the sources. */
export async function command(
  name: 'backup' | 'restore' | 'doctor',
  arguments_: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const root = join(__dirname, '../..');
  const program = [join(root, 'run-typescript.mjs'), join(root, 'src', `${name}.ts`)];
  const env = { PATH: process.env['PATH'], BACKUP_AT: 'never', ...settings };
  const run = spawn(process.execPath, [...program, ...arguments_], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => run.once('close', resolve));
  return { code, said };
}
