import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

interface Copied {
  readonly outSeconds: number;
  readonly inSeconds: number;
  readonly bytes: number;
}

/**
 * The floor of a backup and of a restore: a plain COPY of each table out, thrown away, and the same bytes COPYed into bare
 * tables beside them, without index, constraint or trigger, in one transaction.
 */
export async function copyBarely(databaseUrl: string): Promise<Copied> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string; columns: string }>(
      `SELECT quote_ident(c.relname) AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations' GROUP BY 1`,
    );
    const names = tables.rows.map(({ name, columns }) => `${name} (${columns})`);
    const outSeconds = await secondsOf(async () => {
      const nowhere = () => new Writable({ write: (_, __, done) => done() });
      for (const name of names) await pipeline(client.query(copyTo(`COPY public.${name} TO STDOUT`)), nowhere());
    });
    const contents = new Map<string, Buffer[]>();
    for (const name of names)
      contents.set(name, (await client.query(copyTo(`COPY public.${name} TO STDOUT`)).toArray()) as Buffer[]);
    await client.query('CREATE SCHEMA bare');
    for (const { name, columns } of tables.rows)
      await client.query(`CREATE TABLE bare.${name} AS SELECT ${columns} FROM public.${name} WITH NO DATA`);
    const inSeconds = await secondsOf(async () => {
      await client.query('BEGIN');
      for (const [name, chunks] of contents)
        await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY bare.${name} FROM STDIN`)));
      await client.query('COMMIT');
    });
    await client.query('DROP SCHEMA bare CASCADE');
    const bytes = [...contents.values()].flat().reduce((sum, { length }) => sum + length, 0);
    return { outSeconds, inSeconds, bytes };
  } finally {
    await client.end();
  }
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
