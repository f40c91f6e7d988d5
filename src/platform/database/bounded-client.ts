import { Client, type ClientConfig, Query, type QueryResult } from 'pg';
import type { Deadlines } from '../deadlines';
import { nameInCode } from './naming';

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
  /** By what PostgreSQL knows a statement it has parsed; undefined when it is parsed each time. */
  protected readonly nameOf: (text: string, values: readonly unknown[]) => string | undefined = () => undefined;

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

  /** What a statement answers, its columns as code calls them; of several, the last. */
  async ask(text: string, values: readonly unknown[]): Promise<QueryResult> {
    const name = this.nameOf(text, values);
    try {
      return await new Promise((resolve, reject) => {
        const told = (error: Error | null | undefined, result: QueryResult | readonly QueryResult[]) =>
          error ? reject(error) : resolve([result].flat().at(-1)!);
        this.query(new QueryOfCode({ text, values: [...values], ...(name && { name }) }, told as never));
      });
    } catch (error) {
      this.cutWhenLate(error);
      // Of the socket it was read from, it says nothing of who asked.
      Error.captureStackTrace(error as Error);
      throw error;
    }
  }

  private cutWhenLate(error: unknown): void {
    if ((error as Error).message !== 'Query read timeout') return;
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

class QueryOfCode extends Query {
  /** Called by `pg` with the columns, before the first row. */
  handleRowDescription(description: { readonly fields: { name: string }[] }): void {
    for (const field of description.fields) field.name = nameInCode(field.name);
    (Query.prototype as unknown as QueryOfCode).handleRowDescription.call(this, description);
  }
}
