import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { byWayOf, placeOf } from './addresses';

/** As the service names its own connections; the queue's are left alone. */
const ours = Buffer.from('application_name\0training-');
const commit = Buffer.from('COMMIT\0');

/** Stands between a service and its PostgreSQL and cuts the connection where it is told. */
export class CuttingProxy {
  private readonly server: Server = createServer((client) => this.join(client));
  private readonly sockets = new Set<Socket>();
  private target: NetConnectOpts = { port: 0 };
  private commitsLeft = Infinity;
  private isPassingOn = true;
  private cutSoFar = 0;

  /** @returns the address of the same database through the proxy */
  async open(databaseUrl: string): Promise<string> {
    this.target = placeOf(databaseUrl);
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return byWayOf((this.server.address() as AddressInfo).port, databaseUrl);
  }

  /** The next COMMIT but `others` is carried out, and its connection cut before the service hears of it. */
  cutAfterCommit(others = 0): void {
    [this.commitsLeft, this.isPassingOn] = [others, true];
  }

  /** The next COMMIT never reaches PostgreSQL: the connection is cut with it. */
  cutBeforeCommit(): void {
    [this.commitsLeft, this.isPassingOn] = [0, false];
  }

  /** Nothing is cut any more. */
  letThrough(): void {
    this.commitsLeft = Infinity;
  }

  get cuts(): number {
    return this.cutSoFar;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.server.listening) return;
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const server = connect(this.target);
    let isOurs: boolean | null = null;
    let isToBeCut = false;
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', cut).on('close', () => {
        this.sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (sent) => {
      isOurs ??= sent.includes(ours);
      if (!isOurs || !sent.includes(commit)) return void server.write(sent);
      isToBeCut = this.commitsLeft === 0;
      this.commitsLeft = isToBeCut ? Infinity : this.commitsLeft - 1;
      if (isToBeCut) this.cutSoFar += 1;
      if (isToBeCut && !this.isPassingOn) return cut();
      server.write(sent);
    });
    // PostgreSQL answers a COMMIT once it is on disk.
    server.on('data', (answered) => (isToBeCut ? cut() : client.write(answered)));
  }
}
