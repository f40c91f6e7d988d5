import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { byWayOf, placeOf } from './addresses';

/** Stands before PostgreSQL or Redis, and may refuse, cut or hang as a network does. */
export class HangingProxy {
  private readonly sockets = new Set<Socket>();
  private hangs = false;
  private port = 0;

  private constructor(
    private server: Server,
    private readonly target: string,
  ) {}

  /** @param target the address of what stands behind */
  static async before(target: string): Promise<HangingProxy> {
    const proxy = new HangingProxy(createServer(), target);
    await proxy.open();
    return proxy;
  }

  /** The address of the target, by way of here. */
  get url(): string {
    return byWayOf(this.port, this.target);
  }

  /** Connections stay open, new ones are taken, and nothing comes through. */
  hang(): void {
    this.hangs = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Every connection is cut and no new one taken. */
  async refuse(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** All is well again. */
  async heal(): Promise<void> {
    this.hangs = false;
    for (const socket of this.sockets) socket.resume();
    if (!this.server.listening) await this.open();
  }

  async stop(): Promise<void> {
    if (this.server.listening) await this.refuse();
  }

  private async open(): Promise<void> {
    this.server = createServer((inside) => this.join(inside));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private join(inside: Socket): void {
    const outside = connect(placeOf(this.target));
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.on('data', (data) => void other.write(data));
      if (this.hangs) one.pause();
    }
  }
}
