import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { Client } from 'pg';

interface Sent {
  count: number;
}

const underWay = new AsyncLocalStorage<Sent>();
let latest: Sent = { count: 0 };

subscribe('http.server.request.start', () => underWay.enterWith((latest = { count: 0 })));

/** What a new connection is told; whether one is made depends on who was here before. */
const ofConnecting = /^SET statement_timeout/;

/** Who asks is found for all who come in one turn, outside of any of their requests: it counts for the latest. */
const ofWhoAsks = /^\s*SELECT asked\.key,/;

const send = Client.prototype.query as (...given: readonly unknown[]) => unknown;
Client.prototype.query = function (
  this: Client,
  first: string | { readonly text: string },
  ...rest: readonly unknown[]
) {
  const text = typeof first === 'string' ? first : first.text;
  const sent = ofWhoAsks.test(text) ? latest : underWay.getStore();
  if (sent && !ofConnecting.test(text)) sent.count += 1;
  return send.call(this, first, ...rest);
} as Client['query'];

/**
 * How many statements the request that came last sent to PostgreSQL, from any connection of this process; what the process
 * does by itself meanwhile is not among them. Whoever counts imports this before the service is started.
 */
export const statementsSent = (): number => latest.count;
