import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { largestRequest } from './largest-body';

export interface ConnectionLimits {
  readonly connections: number;
  readonly headerSeconds: number;
  readonly requestSeconds: number;
  readonly keepAliveSeconds: number;
  readonly slowestLineKilobytes: number;
}

/** What Node itself watches: connections that say nothing, never finish their header, or wait for another request. */
export function watchOfNode({ headerSeconds, keepAliveSeconds }: ConnectionLimits) {
  return {
    keepAliveTimeout: keepAliveSeconds * 1000,
    http: { headersTimeout: headerSeconds * 1000, connectionsCheckingInterval: 1000 },
  };
}

/**
 * Holds the number of connections and the time a body may take. A whole office may come from one address, so nobody is
 * counted by theirs.
 */
export function limitConnections(service: FastifyInstance, limits: ConnectionLimits): void {
  const open = new Set<Socket>();
  /** Those that ask nothing just now, who has been silent longest first. */
  const silent = new Set<Socket>();
  const forget = (socket: Socket) => {
    open.delete(socket);
    silent.delete(socket);
  };

  service.server.on('connection', (socket: Socket) => {
    open.add(socket);
    silent.add(socket);
    socket.once('close', () => forget(socket));
    if (open.size <= limits.connections) return;
    // Who says nothing makes room for who comes; only when everybody is being answered, who comes must wait.
    const [longest = socket] = silent;
    forget(longest);
    if (longest === socket) hangUp(socket, '503 Service Unavailable\r\nRetry-After: 2');
    else longest.destroy();
  });
  service.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    silent.delete(socket);
    response.once('close', () => {
      if (open.has(socket)) silent.add(socket);
    });
  });

  service.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) {
      const seconds = limits.requestSeconds + largestRequest(request.routeOptions) / 1024 / limits.slowestLineKilobytes;
      const tooSlow = () =>
        reply.raw.headersSent ? request.raw.socket.destroy() : hangUp(request.raw.socket, '408 Request Timeout');
      const timer = setTimeout(tooSlow, seconds * 1000);
      request.raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function hangUp(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
