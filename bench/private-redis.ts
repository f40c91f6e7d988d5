import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { freePort } from './addresses';

/** A Redis of one's own, in memory, on a port nobody else has. */
export class PrivateRedis {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @throws Error when redis-server is not installed or does not answer */
  static async start(): Promise<PrivateRedis> {
    const port = await freePort();
    const child = spawn(
      'redis-server',
      ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      {
        stdio: 'ignore',
      },
    );
    const leave = () => child.kill();
    process.once('exit', leave);
    child.once('exit', () => process.off('exit', leave));
    const died = new Promise<never>((_, refuse) => {
      child.once('error', refuse);
      child.once('exit', (code) => refuse(new Error(`redis-server ended with ${code}.`)));
    });
    died.catch(() => undefined);
    await Promise.race([answers(port, () => isOver(child)), died]);
    return new PrivateRedis(`redis://127.0.0.1:${port}`, child);
  }

  async stop(): Promise<void> {
    if (isOver(this.child)) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Asks until the server says PONG: a condition, not a guess at how long it takes. */
async function answers(port: number, isGone: () => boolean): Promise<void> {
  while (!isGone()) {
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
