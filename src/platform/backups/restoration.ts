import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, MigrationExecutor } from 'typeorm';
import { lockAlone } from '../database/advisory-locks';
import { dataSourceOptions } from '../database/data-source';
import { Tx } from '../database/database';
import { type Piece, readBackup } from './backup-file';
import type { BackupKeys } from './backup-keys';
import { BackupDamaged, BackupOfNewerVersion, DatabaseInUse, DatabaseNotEmpty, NotABackup } from './backups.refusals';
import {
  type BackupEnd,
  type BackupHead,
  copied,
  endName,
  headName,
  type Progress,
  quoted,
  sameText,
  tableOf,
} from './snapshot';

/** What a file that was read to its end holds. */
export interface BackupContents {
  readonly head: BackupHead;
  readonly end: BackupEnd;
}

/** Reads a whole file and writes nothing. @throws the refusals of {@link readBackup} */
export async function examineFile(path: string, keys: BackupKeys): Promise<BackupContents> {
  const kept = new Map<string, Piece>();
  for await (const piece of readBackup(path, keys))
    if (piece.name === headName || piece.name === endName) kept.set(piece.name, piece);
  // Only what was read to its end is known to be as it was written.
  const [head, end] = [parsed<BackupHead>(kept.get(headName)), parsed<BackupEnd>(kept.get(endName))];
  if (head?.format !== 1 || end === null) throw new NotABackup();
  return { head, end };
}

const parsed = <T>(piece?: Piece) => (piece ? (JSON.parse(piece.content.toString('utf8')) as T) : null);

export interface Restoration {
  readonly path: string;
  readonly keys: BackupKeys;
  readonly contents: BackupContents;
  /** Whether what is in the database is thrown away. */
  readonly over: boolean;
  readonly tell?: Progress;
}

/**
 * Fills a database from a file that {@link examineFile} read. All in one transaction: what goes wrong leaves the database as
 * it was. Needs no more than to own the database: constraints between tables are taken off while it is filled and put
 * on again, which proves them; the triggers sleep meanwhile.
 * @throws BackupOfNewerVersion, DatabaseNotEmpty, DatabaseInUse
 */
export async function restore(url: string, restoration: Restoration): Promise<void> {
  const { head } = restoration.contents;
  const source = await sourceWith(url, head);
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    await runner.startTransaction();
    const tx = new Tx(source, runner);
    await tx.execute(sameText);
    await tx.execute(`SELECT ${lockAlone("'migrations'")}`);
    await makeRoom(tx, restoration.over);
    const migrations = new MigrationExecutor(source, runner);
    migrations.transaction = 'none';
    await migrations.executePendingMigrations();
    await fillTables(tx, client, restoration);
    await runner.commitTransaction();
    await tx.execute('ANALYZE');
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** Knows the migrations of the backup and no others. @throws BackupOfNewerVersion */
async function sourceWith(url: string, { migrations, version }: BackupHead): Promise<DataSource> {
  const options = { ...dataSourceOptions({ url, pool: 2, applicationName }), entities: [] };
  const all = new DataSource(options);
  await all.initialize();
  const known = all.migrations.filter(({ constructor }) => migrations.includes(constructor.name));
  await all.destroy();
  if (known.length < migrations.length) throw new BackupOfNewerVersion(version);
  const source = new DataSource({ ...options, migrations: known.map(({ constructor }) => constructor) });
  return source.initialize();
}

const applicationName = 'restore';

async function makeRoom(tx: Tx, over: boolean): Promise<void> {
  const [found] = await tx.rows(
    `SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' LIMIT 1`,
  );
  if (!found) return;
  if (!over) throw new DatabaseNotEmpty();
  const [other] = await tx.rows(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
       AND pid <> pg_backend_pid() AND application_name <> $1 LIMIT 1`,
    [applicationName],
  );
  if (other) throw new DatabaseInUse();
  await tx.execute(`SET LOCAL client_min_messages = warning`);
  await tx.execute(`DROP SCHEMA IF EXISTS bullmq CASCADE`);
  await tx.execute(`DROP SCHEMA public CASCADE`);
  await tx.execute(`CREATE SCHEMA public`);
  await tx.execute(`GRANT USAGE ON SCHEMA public TO PUBLIC`);
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const emptyAll = `DO $$ BEGIN EXECUTE (
  SELECT 'TRUNCATE ' || string_agg(oid::regclass::text, ', ') FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migrations'); END $$`;

async function fillTables(tx: Tx, client: Client, { contents, ...from }: Restoration): Promise<void> {
  const { head, end } = contents;
  const tables = Object.keys(head.tables);
  const foreignKeys = await tx.rows<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY oid`,
  );
  for (const { table, name } of foreignKeys) await tx.execute(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await tx.execute(`ALTER TABLE public.${quoted(table)} DISABLE TRIGGER USER`);
  // What migrations put into new tables is in the backup too, as it is by now.
  await tx.execute(emptyAll);

  const pieces = readBackup(from.path, from.keys);
  let next = await pieces.next();
  let done = 0;
  async function* contentOf(table: string): AsyncGenerator<Buffer> {
    while (!next.done && tableOf(next.value) === table) {
      yield next.value.content;
      done += next.value.content.length;
      from.tell?.(done, end.bytes);
      next = await pieces.next();
    }
  }
  try {
    next = await pieces.next();
    for (const [table, columns] of Object.entries(head.tables)) {
      const copy = client.query(copyFrom(`COPY ${copied(table, columns)} FROM STDIN`));
      await pipeline(contentOf(table), copy);
      if (copy.rowCount !== end.rows[table]) throw new BackupDamaged();
    }
  } finally {
    await pieces.return(undefined);
  }

  for (const { table, name, definition } of foreignKeys)
    await tx.execute(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const table of tables) await tx.execute(`ALTER TABLE public.${quoted(table)} ENABLE TRIGGER USER`);
  for (const [name, { last, isCalled }] of Object.entries(end.sequences))
    await tx.execute(`SELECT setval($1::regclass, $2::bigint, $3)`, [`public.${quoted(name)}`, last, isCalled]);
}
