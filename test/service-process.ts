import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

/** The service in a process of its own, as it runs in production, for specs in which it is told to stop. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(settings: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const program = [join(__dirname, '..', 'run-typescript.mjs'), join(__dirname, '..', 'src', 'main.ts')];
    const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'silent', ...settings };
    const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const said of child.stdout) if (String(said).includes('The service answers')) break;
    return new ServiceProcess(child, url);
  }

  /** Tells it to stop. @returns after how many seconds it ended, and with what */
  async stop(): Promise<{ seconds: number; code: number | null }> {
    const told = performance.now();
    const ended = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill('SIGTERM');
    const [code] = await ended;
    return { seconds: (performance.now() - told) / 1_000, code };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
