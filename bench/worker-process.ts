import { type ChildProcess, spawn } from 'node:child_process';

export interface WorkerSetting {
  /** The compiled `main.js`. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A worker as it runs in production: a process of its own, which can be killed as a machine dies. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** @throws Error with what it said when it ends instead of answering */
  static async start({ program, env }: WorkerSetting): Promise<WorkerProcess> {
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], PROCESS: 'worker', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const listen = (data: Buffer) => {
        said += data.toString();
        if (said.includes('The service answers')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`The worker ended before it answered: ${said}`)));
    });
    return new WorkerProcess(child);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** At once and without a word: SIGKILL cannot be caught. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  async ended(): Promise<void> {
    if (!this.isAlive) return;
    await new Promise((resolve) => this.child.once('exit', resolve));
  }
}
