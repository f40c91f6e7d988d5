import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Booted } from './boot-told';

/** A process of the bench's own that says when it listens. */
export class BootedProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly told: Booted,
    /** From nothing to the answer of the sign-in page. */
    readonly firstPageSeconds: number,
  ) {}

  static async start(program: string, arguments_: readonly string[], env: NodeJS.ProcessEnv): Promise<BootedProcess> {
    const began = performance.now();
    const child = spawn(process.execPath, ['--expose-gc', join(__dirname, `${program}.js`), ...arguments_], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', PROCESS: 'web', BACKUP_AT: 'never', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const told = await Promise.race([
      once(child, 'message').then(([booted]) => booted as Booted),
      once(child, 'exit').then(() => Promise.reject(new Error(`${program} ended before it listened.`))),
    ]);
    const { status } = await fetch(`${told.url}/sign-in`);
    if (status !== 200) throw new Error(`${program} answered its first page with ${status}.`);
    return new BootedProcess(child, told, (performance.now() - began) / 1000);
  }

  /** Memory the machine holds for it; Linux alone tells. */
  get residentMegabytes(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))![1]) / 1024;
  }

  async heapMegabytes(): Promise<number> {
    this.child.send('heap');
    const [bytes] = (await once(this.child, 'message')) as [number];
    return bytes / 1024 / 1024;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }
}
