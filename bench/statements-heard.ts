import { Client, type QueryConfig } from 'pg';
import { BoundedClient } from '../src/platform/database/bounded-client';

let heard: QueryConfig[] | null = null;

const send = Client.prototype.query as (...given: readonly unknown[]) => unknown;
Client.prototype.query = function (this: Client, first: QueryConfig | string, ...rest: readonly unknown[]) {
  if (this instanceof BoundedClient) heard?.push(typeof first === 'string' ? { text: first } : { ...first });
  return send.call(this, first, ...rest);
} as Client['query'];

/** The statements the service sends while it does something once. Others of the process are taken out by doing it twice. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly QueryConfig[]> {
  for (;;) {
    const [one, other] = [await listen(work), await listen(work)];
    if (textsOf(one) === textsOf(other)) return other;
  }
}

async function listen(work: () => Promise<unknown>): Promise<readonly QueryConfig[]> {
  heard = [];
  try {
    await work();
    return heard;
  } finally {
    heard = null;
  }
}

const textsOf = (statements: readonly QueryConfig[]) =>
  statements
    .map(({ text }) => text)
    .toSorted()
    .join('\n');
