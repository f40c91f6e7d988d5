import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';

const program = globalThis.programs.redis;

/** Whether specs of the queue run on Redis too; where they cannot, the whole run says so once. */
export const runsOnRedis = program !== null;

/** A Redis of its own for one spec, in memory, on a port nobody else has. */
export class PrivateRedis {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @throws Error when redis-server is not installed or does not answer */
  static async start(): Promise<PrivateRedis> {
    if (program === null) throw new Error('No redis-server runs here: apt-get install redis-server.');
    const port = await freePort();
    const child = spawn(program, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    const died = new Promise<never>((_, refuse) => {
      child.once('error', refuse);
      child.once('exit', (code) => refuse(new Error(`redis-server ended with ${code}.`)));
    });
    died.catch(() => undefined);
    await Promise.race([answers(port), died]);
    return new PrivateRedis(`redis://127.0.0.1:${port}`, child);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks until the server says PONG: a condition, not a guess at how long it takes. */
async function answers(port: number): Promise<void> {
  for (;;) {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
      socket.once('error', () => setTimeout(() => resolve(''), 20));
    });
    if (said.startsWith('+PONG')) return;
  }
}
