import type { Readable } from 'node:stream';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Piece } from './backup-file';

/** What stands at the head of a backup. */
export interface BackupHead {
  readonly format: 1;
  /** Of the service that made it. */
  readonly version: string;
  readonly takenAt: string;
  /** The migrations the database had, by name: what restores it runs exactly these. */
  readonly migrations: readonly string[];
  /** Each table with its columns, in the order in which they follow. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** What is known only once all was copied. */
export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Where each sequence stood; one may have gone on since the snapshot, never back. */
  readonly sequences: Readonly<Record<string, { readonly last: string; readonly isCalled: boolean }>>;
}

/** How many rows are in all tables. */
export const rowsIn = (rows: BackupEnd['rows']): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

export const headName = 'head.json';
export const endName = 'end.json';
/** The data of one table, in pieces. */
const pieceName = (table: string, number: number) => `data/${table}/${String(number).padStart(6, '0')}`;
export const tableOf = ({ name }: Piece): string | null => /^data\/(.+)\/\d+$/.exec(name)?.[1] ?? null;

export type Progress = (done: number, total: number) => void;

/** The smallest piece worth its place in the file. */
const pieceBytes = 1_000_000;

/** What both ends of a COPY must agree on, whatever their servers are set to. */
export const sameText = `SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0`;

/** The tables of the service; what the queue keeps is found again by query, and the migrations stand in the head. */
const tablesAndSizes = `
  SELECT c.relname AS name, pg_table_size(c.oid) AS size,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations' ORDER BY c.relname`;

const sequencesNow = `
  SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
  WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq'`;

/** Copies a database as it is at one moment, while others go on writing; locks nothing but changes of tables. */
export async function* snapshotOf(
  url: string,
  about: Pick<BackupHead, 'version' | 'takenAt'>,
  tell: Progress,
): AsyncGenerator<Piece> {
  const client = new Client({ connectionString: url, application_name: 'backup', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await client.query(sameText);
    const { rows: tables } = await client.query<{ name: string; size: string | number; columns: string[] }>(
      tablesAndSizes,
    );
    const { rows: migrations } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    const head: BackupHead = {
      format: 1,
      ...about,
      migrations: migrations.map(({ name }) => name),
      tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
    };
    yield asPiece(headName, head);

    const total = tables.reduce((sum, { size }) => sum + Number(size), 0);
    const rows: Record<string, number> = {};
    let bytes = 0;
    let done = 0;
    for (const { name, size, columns } of tables) {
      const copy = client.query(copyTo(`COPY ${copied(name, columns)} TO STDOUT`));
      let number = 0;
      for await (const content of inPieces(copy)) {
        bytes += content.length;
        yield { name: pieceName(name, (number += 1)), content };
        tell(done + Math.min(number * pieceBytes, Number(size)), total);
      }
      rows[name] = copy.rowCount;
      done += Number(size);
      tell(done, total);
    }
    const { rows: sequences } = await client.query<{ name: string; last: string | null }>(sequencesNow);
    const end: BackupEnd = {
      rows,
      bytes,
      sequences: Object.fromEntries(
        sequences.map(({ name, last }) => [name, { last: last ?? '1', isCalled: last !== null }]),
      ),
    };
    yield asPiece(endName, end);
  } finally {
    await client.end();
  }
}

/** A table with its columns, as COPY names them. */
export const copied = (table: string, columns: readonly string[]) =>
  `public.${quoted(table)} (${columns.map(quoted).join(', ')})`;

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const asPiece = (name: string, content: object): Piece => ({ name, content: Buffer.from(JSON.stringify(content)) });

async function* inPieces(copy: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
