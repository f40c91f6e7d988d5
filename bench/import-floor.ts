import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { secondsOf } from './backup-floor';

/**
 * The floor of applying a roster: a COPY, in one transaction, of the people it added and of its rows as they are by then,
 * into the same tables with their indexes, constraints and triggers. The copies are people of the unit `of` with codes of
 * their own. Returns seconds.
 */
export async function copyApplied(databaseUrl: string, importId: string, of: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const copy = randomUUID();
    await client.query(
      `INSERT INTO imports (id, kind, unit_id, file_name, content, sha256, read, outcome, state, uploaded_at, applied_at)
       SELECT '${copy}', kind, '${of}', file_name, content, sha256, read, outcome, state, uploaded_at, applied_at FROM imports WHERE id = '${importId}'`,
    );
    await client.query(
      `CREATE TEMP TABLE twins AS SELECT person_id AS id, gen_random_uuid() AS twin FROM import_rows WHERE import_id = '${importId}' AND verdict = 'new'`,
    );
    const columns = await storedColumns(client);
    const told: Readonly<Record<string, string>> = { id: 't.twin', unit_id: `'${of}'`, code: `'F-' || p.code` };
    const people = `SELECT ${columns.map((name) => told[name] ?? `p.${name}`).join(', ')} FROM persons p JOIN twins t ON t.id = p.id`;
    const rows = `SELECT '${copy}', r.position, r.seen, r.shown || jsonb_build_object('personId', t.twin)
      FROM import_rows r JOIN twins t ON t.id = r.person_id WHERE r.import_id = '${importId}'`;
    const parts = [
      [`persons (${columns.join(', ')})`, await client.query(copyTo(`COPY (${people}) TO STDOUT`)).toArray()],
      [
        'import_rows (import_id, position, seen, shown)',
        await client.query(copyTo(`COPY (${rows}) TO STDOUT`)).toArray(),
      ],
    ] as const;
    return await secondsOf(async () => {
      await client.query('BEGIN');
      for (const [table, chunks] of parts)
        await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
      await client.query('COMMIT');
    });
  } finally {
    await client.end();
  }
}

async function storedColumns(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'persons'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
  );
  return rows.map(({ name }) => name);
}
