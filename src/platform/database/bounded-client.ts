import { Client, type ClientConfig } from 'pg';
import type { Deadlines } from '../deadlines';

/** What a pool is made with so that nothing is waited for without end. */
export function boundsOf({ connectSeconds, statementSeconds }: Pick<Deadlines, 'connectSeconds' | 'statementSeconds'>) {
  const longest = statementSeconds * 1_000;
  return {
    keepAlive: true,
    connectionTimeoutMillis: connectSeconds * 1_000,
    query_timeout: longest,
    // The server gives up as we do, so that nothing is held for somebody who went. As a statement: poolers refuse it at the door.
    onConnect: (client: Client) => client.query(`SET statement_timeout = ${longest}`),
  };
}

/**
 * A connection on which no statement is waited for without end. One that did not answer in time is cut: the pool would
 * hand it to the next, who would wait behind the same statement.
 */
export class BoundedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    // Whoever asks next is told; one that breaks while nobody listens must not end the process.
    this.on('error', () => undefined);
    const send = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
    this.query = ((...given: readonly unknown[]) => {
      const sent = send(...given);
      if (sent instanceof Promise) sent.catch((error: unknown) => this.cutWhenLate(error));
      return sent;
    }) as Client['query'];
  }

  private cutWhenLate(error: unknown): void {
    if ((error as Error).message !== 'Query read timeout') return;
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
