import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Caller } from './app';
import { KeptLog } from './log-kept';

/**
 * The service in an empty folder: one process, so that its clock can be moved, with a PostgreSQL of its own and every job. A
 * spec reaches it through its doors alone.
 */
export class OfficeProcess {
  private readonly log = new KeptLog();

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => this.log.write(chunk));
  }

  /** @param settings environment variables besides */
  static async start(now: Date, settings: Readonly<Record<string, string>>): Promise<OfficeProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const program = [join(__dirname, '..', 'run-typescript.mjs'), join(__dirname, 'office-main.ts')];
    const env = {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: folder,
      PROCESS: 'both',
      BACKUP_AT: 'never',
      NOW: now.toISOString(),
      ...settings,
    };
    const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const office = new OfficeProcess(child, folder, url);
    await new Promise<void>((resolve, reject) => {
      child.stdout!.on('data', () => office.log.text.includes('╝\n') && resolve());
      child.once('exit', () => reject(new Error(office.log.text)));
    });
    return office;
  }

  /** What stands in the frame that ends the start. */
  get frame(): string {
    return /╔[^]*╝/.exec(this.log.text)![0];
  }

  as(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.url, { 'accept-language': 'vi', ...headers });
  }

  /** What its log may say nowhere below the frame. */
  mustNotSay(secret: string): void {
    this.log.mustNotSay(secret);
  }

  async moveTo(moment: Date): Promise<void> {
    const moved = once(this.child, 'message');
    this.child.send(moment.toISOString());
    await moved;
  }

  /** As Ctrl-C does. */
  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
    const said = this.log.said([]);
    if (said.length > 0) throw new Error(`The log says what it must not: ${said.join(' · ')}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
