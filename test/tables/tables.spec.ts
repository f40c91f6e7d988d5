import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { cloneDatabase } from '../cluster/clone';
import { files, roomOf, rooms, src } from '../floor-plan';
import { owned } from './owners';
import { Source, type UseInFile } from './source';
import { usesOf } from './statement';

const ofEntities = files.flatMap((file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/^@Entity\('(\w+)'\)/gm)].map(
    ([, table]) => [table!, roomOf(file)!] as const,
  ),
);
const owners = [
  ...ofEntities,
  ...Object.entries(owned).flatMap(([room, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, room] as const),
  ),
];
const ownerOf = new Map(owners);

/** Tables with a rule in them, which the owner's views and functions know; what carries on the rule is read there. */
const readThroughViews: ReadonlySet<string> = new Set([
  'certificates',
  'grants',
  'module_marks',
  'roll_corrections',
  'roll_entries',
  'training_records',
  'unit_answers',
]);
/** Looks at what is stored itself, whatever a view says of it. */
const doctor = 'invariants';

const heightOf = (room: string | null) => (room === null ? rooms.length : rooms.indexOf(room));

/** What a room does that it may not. */
function wrongIn(uses: readonly UseInFile[]): string[] {
  const wrong = uses.flatMap(({ does, name, file }) => {
    const [room, owner] = [roomOf(file), ownerOf.get(name)];
    if (owner === undefined || room === owner) return [];
    const isWrong =
      does === 'writes' ||
      heightOf(owner) > heightOf(room) ||
      (does === 'reads' && room !== doctor && readThroughViews.has(name));
    return isWrong ? [`${file} ${does} ${name} of ${owner}`] : [];
  });
  return [...new Set(wrong)].toSorted();
}

const planted = 'courses/planted.ts';
const plantedSource = `
import { Course } from './course.entity';
import { TrainingClass } from '../classes/training-class.entity';
import type { Tx } from '../platform/database/database';

const counted = (table: string, rows: string) => \`SELECT count(*) FROM \${table} JOIN \${rows}\`;
const halls = 'sites s LEFT JOIN rooms r ON r.id = s.room_id';
const outbox: { readonly table: string } = { table: 'webhook_deliveries' };

export async function everything(tx: Tx, course: Course, trainingClass: TrainingClass, word: string): Promise<void> {
  await tx.execute('UPDATE course_rules SET version = 1');
  await tx.save(course);
  await tx.rows('SELECT 1 FROM units JOIN persons ON true');
  await tx.execute('DELETE FROM half_days');
  await tx.execute(\`WITH gone AS (INSERT INTO journal_lines SELECT 1) UPDATE ONLY persons SET code = '1'\`);
  await tx.rows(\`SELECT 1 FROM courses c, LATERAL (SELECT 1 FROM nominations) n WHERE class_has_ended(c.state)\`);
  await tx.rows(counted('reminders', 'enrollments e'));
  await tx.rows(\`SELECT 1 FROM \${halls}\`);
  await tx.execute(\`UPDATE \${outbox.table} SET attempts = 0\`);
  await tx.rows('SELECT 1 FROM certificates');
  await tx.save([trainingClass]);
  await tx.findOneBy(TrainingClass, { id: '1' });
  await tx.rows(\`SELECT 1 FROM \${word}\`);
  await tx.rows('select 1 from classes');
}`;

describe('a room owns its tables', () => {
  let source: Source;
  let uses: readonly UseInFile[];
  beforeAll(() => {
    source = new Source({ [planted]: plantedSource });
    uses = source.read();
  }, 600_000);

  it('writes no table of another room, and reads none of a room above it', () => {
    expect(wrongIn(uses.filter(({ file }) => file !== planted))).toEqual([]);
    expect(new Set(uses.map(({ name }) => name).filter((name) => ownerOf.has(name))).size).toBeGreaterThan(100);
  });

  it('notices whatever a room may not do, in words, by a name handed over, or through an entity', () => {
    expect(wrongIn(uses.filter(({ file }) => file === planted))).toEqual(
      [
        'writes half_days of classes',
        'writes journal_lines of platform',
        'writes persons of people',
        'reads nominations of nominations',
        'calls class_has_ended of classes',
        'reads reminders of reminders',
        'reads enrollments of enrollments',
        'reads sites of study-sessions',
        'reads rooms of classes',
        'writes webhook_deliveries of webhooks',
        'reads certificates of completions',
        'writes classes of classes',
        'reads classes of classes',
      ]
        .map((what) => `${planted} ${what}`)
        .toSorted(),
    );
  });

  it('finds out every name, or says where it cannot', () => {
    expect(source.unknown).toEqual([`${planted}: word`, `${planted}: 'select 1 from classes'`]);
  });

  it('reads what a table with a rule in it holds through a view of its owner', () => {
    expect(wrongIn([{ does: 'reads', name: 'training_records', file: 'reports/planted.ts', line: 1 }])).toHaveLength(1);
    expect(wrongIn([{ does: 'reads', name: 'training_records', file: 'invariants/planted.ts', line: 1 }])).toEqual([]);
  });
});

describe('a piece of SQL', () => {
  const says = (sql: string) => usesOf(sql).map(({ does, name }) => `${does} ${name}`);

  it.each([
    [
      `SELECT 1 FROM a, b x, public.c JOIN d ON true LEFT JOIN LATERAL f(1) ON true WHERE g IN (SELECT 1 FROM e)`,
      'a b c d e',
    ],
    [`SELECT 1 FROM (SELECT * FROM a WHERE b = 1) s, c`, 'a c'],
    [`SELECT 1 FROM a -- FROM b\n /* FROM c */ WHERE d = 'FROM e' AND f IS DISTINCT FROM g`, 'a'],
    [`SELECT extract(epoch FROM now()), 1 FROM "a" FOR UPDATE OF b SKIP LOCKED`, 'now a'],
    [`SELECT 1 FROM pg_catalog.a JOIN b USING (c)`, 'b'],
    [`SELECT 1 FROM a UNION ALL SELECT 1, 2 FROM b ORDER BY c, d`, 'a b'],
  ])('reads what %s names', (sql, names) => {
    expect(
      usesOf(sql)
        .filter(({ does, name }) => does === 'reads' || name === 'now')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names.split(' ').toSorted());
  });

  it.each([
    [`INSERT INTO a (b) SELECT c FROM d ON CONFLICT (b) DO UPDATE SET b = 1, c = 2`, ['writes a', 'reads d']],
    [`UPDATE a SET b = 1 FROM c, d WHERE true RETURNING b`, ['writes a', 'reads c', 'reads d']],
    [`DELETE FROM a USING b WHERE true`, ['writes a', 'reads b']],
    [
      `WITH x AS (DELETE FROM a RETURNING 1), y AS (SELECT 1 FROM b FOR UPDATE) MERGE INTO c USING x ON true`,
      ['writes a', 'reads b', 'writes c', 'reads x'],
    ],
    [`TRUNCATE TABLE a`, ['writes a']],
  ])('writes what %s names', (sql, what) => {
    expect(says(sql).toSorted()).toEqual(what.toSorted());
  });
});

describe('the map of owners', () => {
  let database: DataSource;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = new DataSource(dataSourceOptions({ url: clone.url, pool: 1, applicationName: 'spec' }));
    await database.initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  /** Ours, with what they are made of; an extension's are not. */
  const known = async () =>
    database.query<{ name: string; body: string }[]>(`
      SELECT relname AS name, CASE relkind WHEN 'v' THEN pg_get_viewdef(oid) ELSE '' END AS body FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') AND relname <> 'migrations'
      UNION ALL
      SELECT proname, prosrc FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);

  it('has every table, view and function of the database, each once, and nothing else', async () => {
    const names = (await known()).map(({ name }) => name);
    expect(owners.map(([name]) => name).toSorted()).toEqual(names.toSorted());
    expect(owners.filter(([, room]) => !rooms.includes(room))).toEqual([]);
  });

  it('gives views and functions, triggers too, to a room that may do what they do', async () => {
    const uses = (await known()).flatMap(({ name: one, body }) =>
      usesOf(body).map(({ does, name }) => ({ does, name: String(name), file: `${ownerOf.get(one)}/${one}`, line: 0 })),
    );
    expect(uses.length).toBeGreaterThan(30);
    expect(wrongIn(uses)).toEqual([]);
  });
});
