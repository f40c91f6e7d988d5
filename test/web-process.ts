import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Caller } from './app';

/** The service in a process of its own, for specs in which it dies. */
export class WebProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(databaseUrl: string, now: Date): Promise<WebProcess> {
    const program = [join(__dirname, '..', 'run-typescript.mjs'), join(__dirname, 'web-main.ts')];
    const env = {
      PATH: process.env['PATH'],
      PROCESS: 'web',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '5',
      DATABASE_URL: databaseUrl,
      NOW: now.toISOString(),
    };
    const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [url] = (await once(child, 'message')) as [string];
    return new WebProcess(child, url);
  }

  as({ token }: { readonly token: string }): Caller {
    return new Caller(this.url, { 'accept-language': 'vi', authorization: `Bearer ${token}` });
  }

  /** As a power cut: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
