import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** Each column by its name in the domain: `fullName` for full_name; all rows of a table have the same words in the same order. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

const chunkLength = 1 << 16;

/** Sends rows into a table by COPY. @param tell hears from time to time how many have gone @returns how many there were */
export async function copyInto(
  client: Client,
  table: string,
  rows: Iterable<Row>,
  tell: (count: number) => void,
): Promise<number> {
  const all = rows[Symbol.iterator]();
  const first = all.next();
  if (first.done) return 0;
  const columns = Object.keys(first.value).map((word) =>
    word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
  let count = 0;
  function* chunks() {
    let text = '';
    for (let next = first; !next.done; next = all.next()) {
      text += `${Object.values(next.value).map(asText).join('\t')}\n`;
      count += 1;
      if (text.length < chunkLength) continue;
      yield text;
      tell(count);
      text = '';
    }
    yield text;
  }
  await pipeline(Readable.from(chunks()), client.query(from(`COPY ${table} (${columns.join()}) FROM STDIN`)));
  return count;
}

const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function asText(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, (sign) => escaped[sign]!) : String(value);
}
