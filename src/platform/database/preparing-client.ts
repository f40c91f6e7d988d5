import { createHash } from 'node:crypto';
import { type ClientConfig, type QueryConfig } from 'pg';
import { BoundedClient } from './bounded-client';

/** A statement with a list of varying length has no end of texts, and each one kept costs memory in every connection. */
const mostKept = 300;

/** A statement that begins so has as many texts as there are things to ask: none is worth a name, and each is planned for what it asks. */
export const ofManyTexts = '/* of many texts */';

/**
 * A connection on which PostgreSQL parses each statement once: the ones with parameters are named after their text, the same
 * in every process, so that a pooler in between may prepare a statement once for all of them.
 */
export function preparingClient(): typeof BoundedClient {
  const names = new Map<string, string>();
  const nameOf = (text: string, values: readonly unknown[]): string | undefined => {
    if (values.length === 0 || text.startsWith(ofManyTexts)) return undefined;
    const known = names.get(text);
    if (known || names.size >= mostKept) return known;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
    return name;
  };
  return class PreparingClient extends BoundedClient {
    protected override readonly nameOf = nameOf;

    constructor(config?: string | ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
      this.query = ((first: unknown, ...rest: readonly unknown[]) => {
        const [values, ...others] = rest;
        if (typeof first !== 'string' || !Array.isArray(values)) return send(first, ...rest);
        const named: QueryConfig = { text: first, values, name: nameOf(first, values) };
        return send(named, ...others);
      }) as BoundedClient['query'];
    }
  };
}
