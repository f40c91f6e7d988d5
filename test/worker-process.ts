import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A worker in a process of its own, for specs in which it dies. */
export class WorkerProcess {
  private readonly ended: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  /** @param settings environment variables besides */
  static start(databaseUrl: string, now: Date, settings: Readonly<Record<string, string>> = {}): WorkerProcess {
    const program = [join(__dirname, '..', 'run-typescript.mjs'), join(__dirname, 'worker-main.ts')];
    const env = {
      PATH: process.env['PATH'],
      PROCESS: 'worker',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '5',
      DATABASE_URL: databaseUrl,
      NOW: now.toISOString(),
      ...settings,
    };
    return new WorkerProcess(spawn(process.execPath, program, { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  }

  /** As a power cut: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
