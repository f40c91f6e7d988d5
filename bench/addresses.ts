import { once } from 'node:events';
import { type AddressInfo, createServer, type NetConnectOpts } from 'node:net';

/** Where PostgreSQL or Redis listens, by its address; `host` in the query is the folder of a socket. */
export function placeOf(address: string): NetConnectOpts {
  const url = new URL(address);
  const folder = url.searchParams.get('host');
  const port = url.port || '5432';
  return folder ? { path: `${folder}/.s.PGSQL.${port}` } : { host: url.hostname, port: Number(port) };
}

/** The same by way of a port of this machine. */
export function byWayOf(port: number, address: string): string {
  const url = new URL(address);
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.href;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
