import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { InvariantCode } from '../../invariants/invariants';
import type { BackupKeys } from '../../platform/backups/backup-keys';
import type { Bilingual } from '../../platform/messages/words';
import { interrupted } from './failures';

/** What the process that makes a backup is told. */
export interface BackupTask {
  readonly databaseUrl: string;
  readonly path: string;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly keys: BackupKeys;
  readonly examinedIn: string;
}

export type BackupPhase = 'copying' | 'restoring' | 'examining';

export interface BackupProgress {
  readonly phase: BackupPhase;
  readonly done: number;
  readonly total: number;
}

export interface MadeBackup {
  readonly sha256: string;
  readonly bytes: number;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** How many things break an invariant in what was restored; empty when all hold. */
  readonly broken: Readonly<Partial<Record<InvariantCode, number>>>;
}

/** What that process says. */
export type SaidOfBackup =
  { readonly progress: BackupProgress } | { readonly made: MadeBackup } | { readonly failure: Bilingual };

/** No backup came of it; the sentence says why. */
export class BackupNotMade extends Error {
  constructor(readonly sentence: Bilingual) {
    super(sentence.en);
  }
}

const beside = join(__dirname, '..', '..');
/** Where the sources themselves run, as in specs, the program is read the same way. */
const [program, ...more] = __filename.endsWith('.ts')
  ? ([join(beside, '..', 'run-typescript.mjs'), join(beside, 'backup-maker.ts')] as const)
  : ([join(beside, 'backup-maker.js')] as const);

/** Has backups made by a process of its own: copying, restoring and examining keep nobody of this one waiting. */
@Injectable()
export class BackupMaker implements OnModuleDestroy {
  private child: ChildProcess | null = null;

  /** @throws BackupNotMade */
  async make(task: BackupTask, tell: (progress: BackupProgress) => void): Promise<MadeBackup> {
    const child = fork(program, more, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child = child;
    try {
      return await new Promise<MadeBackup>((resolve, reject) => {
        child.on('message', (said: SaidOfBackup) => {
          if ('progress' in said) tell(said.progress);
          else if ('made' in said) resolve(said.made);
          else reject(new BackupNotMade(said.failure));
        });
        child.once('error', () => reject(new BackupNotMade(interrupted)));
        child.once('exit', () => reject(new BackupNotMade(interrupted)));
        child.send(task, (error) => error && reject(new BackupNotMade(interrupted)));
      });
    } finally {
      this.child = null;
    }
  }

  /** A process that stops waits for no backup; the next look makes it anew. */
  onModuleDestroy(): void {
    this.child?.kill();
  }
}
