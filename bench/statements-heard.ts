import { Client, type QueryConfig } from 'pg';
import { BoundedClient } from '../src/platform/database/bounded-client';

/** A statement the service sent, and how long it waited for the answer. */
export interface HeardStatement extends QueryConfig {
  milliseconds: number;
}

let heard: HeardStatement[] | null = null;

type Told = (...told: unknown[]) => unknown;
const send = Client.prototype.query as (...given: readonly unknown[]) => unknown;
Client.prototype.query = function (this: Client, first: QueryConfig | string, ...rest: readonly unknown[]) {
  if (!heard || !(this instanceof BoundedClient)) return send.call(this, first, ...rest);
  const statement = { ...(typeof first === 'string' ? { text: first } : first), milliseconds: 0 };
  heard.push(statement);
  const sentAt = performance.now();
  const answered = () => (statement.milliseconds = performance.now() - sentAt);
  const query = first as QueryConfig & { callback?: Told };
  const tell = query.callback;
  if (tell)
    query.callback = (...told) => {
      answered();
      return tell.apply(query, told);
    };
  const answer = send.call(this, first, ...rest);
  if (answer instanceof Promise) void answer.then(answered, answered);
  return answer;
} as Client['query'];

/** The statements the service sends while it does something once. Others of the process are taken out by doing it twice. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly QueryConfig[]> {
  for (;;) {
    const [one, other] = [await listen(work), await listen(work)];
    if (textsOf(one) === textsOf(other)) return other;
  }
}

/** Every statement of the process while something is done. */
export async function listen(work: () => Promise<unknown>): Promise<readonly HeardStatement[]> {
  const list: HeardStatement[] = (heard = []);
  try {
    await work();
    return list;
  } finally {
    heard = null;
  }
}

const textsOf = (statements: readonly QueryConfig[]) =>
  statements
    .map(({ text }) => text)
    .toSorted()
    .join('\n');
