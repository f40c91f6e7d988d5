import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ServiceSetting {
  /** What Node is started with: the compiled `main.js`, or what brings it. */
  readonly program: readonly string[];
  /** A worker nobody calls, unless it says otherwise. */
  readonly env: Readonly<Record<string, string>>;
}

/** The service as it runs in production: a process of its own, which can be told to stop, or be killed as a machine dies. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Where it answers, when it was told a `PORT`. */
    readonly url: string,
  ) {}

  /** @throws Error with what it said when it ends instead of answering */
  static async start({ program, env: given }: ServiceSetting): Promise<ServiceProcess> {
    const env = { PROCESS: 'worker', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...given };
    const child = spawn(process.execPath, program, {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Whoever started it may be stopped in the middle.
    const leave = () => child.kill();
    process.once('exit', leave);
    child.once('exit', () => process.off('exit', leave));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const listen = (data: Buffer) => {
        said += data.toString();
        if (said.includes('The service answers')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`The service ended before it answered: ${said}`)));
    });
    return new ServiceProcess(child, `http://127.0.0.1:${env.PORT}`);
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** At once and without a word: SIGKILL cannot be caught. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  async ended(): Promise<void> {
    if (this.isAlive) await once(this.child, 'exit');
  }

  /** Tells it to stop. @returns after how many seconds it ended, and with what */
  async stop(): Promise<{ seconds: number; code: number | null }> {
    const told = performance.now();
    this.child.kill('SIGTERM');
    await this.ended();
    return { seconds: (performance.now() - told) / 1_000, code: this.child.exitCode };
  }
}
