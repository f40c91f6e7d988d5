import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { commandConfig, inService } from '../src/commands';
import { report } from '../src/findings';
import { InvariantsService } from '../src/invariants/invariants.service';
import { Clock } from '../src/platform/clock';
import { openDatabase } from '../src/platform/database/open-database';
import { JournalSeals } from '../src/platform/journal/journal-seals';
import { numberAfter, wordAfter } from './arguments';
import { copyInto } from './life/copy';
import { Life, type LifeSize } from './life/life';
import { postsIn } from './life/people';
import { enterCertificates } from './life/results';
import { tablesOfLife } from './life/tables';

/**
 * Ten years of an invented Bloc, of the size that is asked for, laid into an empty database by COPY: that of
 * `DATABASE_URL`, or a PostgreSQL of our own in the folder after `--keep`; without either it is thrown away. Resolves to
 * whether every key leads somewhere and the doctor finds everything in order.
 */
export async function measureData(): Promise<boolean> {
  const size = { people: numberAfter('--people', 100_000), enrollments: numberAfter('--enrollments', 1_000_000) };
  const kept = wordAfter('--keep');
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'training-bench-'));
  const config = commandConfig({ DATA_DIR: folder });
  const database = await openDatabase(config);
  try {
    await live(database.url, size, numberAfter('--seed', 1));
    return await inService(config, database.url, async (app) => {
      const findings = await app.get(InvariantsService, { strict: false }).examine();
      return report(findings) === 0;
    });
  } finally {
    await database.stop();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Fills a migrated database with a life up to today, table by table, and seals its journal.
 * @throws Error when something is in it already, or a key leads nowhere
 */
async function live(databaseUrl: string, size: LifeSize, seed: number): Promise<void> {
  const life = new Life(size, seed, new Clock().today());
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT FROM units LIMIT 1');
    if (found.rowCount) throw new Error('There is something in this database already.');
    await fill(client, life);
    const dangling = await danglingKeys(client);
    if (dangling.length > 0) throw new Error(`Keys lead nowhere: ${dangling.join(', ')}`);
  } finally {
    await client.end();
  }
  const config = commandConfig();
  await inService(config, databaseUrl, (app) =>
    timed('journal_seals', async () => (await app.get(JournalSeals, { strict: false }).seal()).sealed),
  );
}

/** Its triggers fill in what follows; those of other tables only refuse, row by row, what is looked through at the end. */
const taught: readonly string[] = ['grants'];

async function fill(client: Client, life: Life): Promise<void> {
  const posts = await postsIn(client);
  for (const [table, rows] of Object.entries(tablesOfLife)) {
    await client.query(`SET session_replication_role = ${taught.includes(table) ? 'origin' : 'replica'}`);
    await timed(table, (tell) => copyInto(client, table, rows(life, posts), tell));
  }
  await client.query('RESET session_replication_role');
  await timed('certificate_register_lines', (tell) => enterCertificates(client, life, tell));
  await timed('alike_people', async () => {
    await client.query('SELECT pair_people_alike(ARRAY(SELECT id FROM persons))');
    return (await client.query('SELECT FROM alike_people')).rowCount!;
  });
  await client.query('VACUUM (ANALYZE)');
}

/** The foreign keys, of one column, of which some row refers to nothing. */
async function danglingKeys(client: Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ look: string }>(
    `SELECT format('SELECT %1$L AS name WHERE EXISTS (SELECT FROM %2$s c WHERE c.%3$I IS NOT NULL AND NOT EXISTS (SELECT FROM %4$s p WHERE p.%5$I = c.%3$I))',
       k.conname, k.conrelid::regclass, c.attname, k.confrelid::regclass, p.attname) AS look
     FROM pg_constraint k JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = k.conkey[1]
     JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[1]
     WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.connamespace = 'public'::regnamespace`,
  );
  const { rows } = await client.query<{ name: string }>(keys.map(({ look }) => look).join(' UNION ALL '));
  return rows.map(({ name }) => name);
}

/** Says of a table how many rows it has so far and how long that took; again and again where somebody looks. */
async function timed(what: string, work: (tell: (count: number) => void) => Promise<number>): Promise<void> {
  const started = performance.now();
  let toldAt = started;
  const say = (count: number, end: string) => {
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    process.stdout.write(`${what.padEnd(28)}${String(count).padStart(10)}  ${seconds} s${end}`);
  };
  const count = await work((soFar) => {
    if (!process.stdout.isTTY || performance.now() - toldAt < 200) return;
    toldAt = performance.now();
    say(soFar, '\r');
  });
  say(count, '\n');
}
