import { invariants } from '../src/invariants/invariants';
import { InvariantsService } from '../src/invariants/invariants.service';
import { Database } from '../src/platform/database/database';
import type { Stage } from './stage';

interface Line {
  readonly what: string;
  readonly count: number;
  /** What the sample data must give; null where the day the demo runs on decides. */
  readonly expected: number | null;
}

/** What happened, and whether it is what should have happened. */
export async function report(stage: Stage): Promise<boolean> {
  const lines = await figures(stage);
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log('');
  for (const { what, count, expected } of lines) {
    const off = expected !== null && expected !== count ? `   EXPECTED ${expected}` : '';
    console.log(`${what.padEnd(width)}  ${String(count).padStart(6)}${off}`);
  }
  const findings = await stage.get(InvariantsService).examine();
  const broken = findings.filter(({ ids }) => ids.length > 0);
  console.log(
    `${'invariants that hold'.padEnd(width)}  ${String(findings.length - broken.length).padStart(6)} of ${findings.length}`,
  );
  for (const { invariant, ids } of broken)
    console.log(`  ${invariant} BROKEN: ${invariants[invariant].en} ${ids.slice(0, 5).join(', ')}`);
  return broken.length === 0 && lines.every(({ count, expected }) => expected === null || expected === count);
}

async function figures(stage: Stage): Promise<Line[]> {
  const count = async (sql: string) => (await stage.get(Database).read<{ count: number }>(sql))[0]!.count;
  const intermediate = `(SELECT id FROM classes WHERE code = 'TC-01/2026')`;
  const states = await stage
    .get(Database)
    .read<{ state: string; count: number }>(
      'SELECT state, count(*) AS count FROM nominations GROUP BY state ORDER BY state',
    );
  const rowsOfLists = await count(
    `SELECT count(*) FROM import_rows r JOIN imports i ON i.id = r.import_id WHERE i.kind = 'list_import' AND r.verdict <> 'passed_over'`,
  );
  return [
    { what: 'people imported', count: await count('SELECT count(*) FROM persons'), expected: 1210 },
    { what: 'courses in the catalogue', count: await count('SELECT count(*) FROM courses'), expected: 7 },
    { what: 'rows of the three Excel lists with a verdict', count: rowsOfLists, expected: 26 },
    ...states.map(({ state, count: nominations }) => ({
      what: `nominations ${state}`,
      count: nominations,
      expected: null,
    })),
    { what: 'reserves waiting', count: await count('SELECT count(rank) FROM nominations'), expected: null },
    { what: 'seats held', count: await count('SELECT count(nomination_id) FROM seats'), expected: null },
    {
      what: '  of the 40 of the intermediate class',
      count: await count(`SELECT count(nomination_id) FROM seats WHERE class_id = ${intermediate}`),
      expected: 40,
    },
    { what: 'attendance marks', count: await count(`SELECT count(*) FROM attendance_marks`), expected: null },
    {
      what: 'reminders written',
      count: await count(`SELECT count(*) FROM reminders WHERE state = 'written'`),
      expected: null,
    },
    {
      what: 'reminders suppressed or missed, with the reason',
      count: await count(`SELECT count(*) FROM reminders WHERE state IN ('suppressed', 'missed')`),
      expected: null,
    },
    { what: 'completions recorded', count: await count('SELECT count(*) FROM completions'), expected: null },
    { what: '  completed', count: await count('SELECT count(*) FROM completions WHERE completed'), expected: null },
    { what: 'certificates given', count: await count('SELECT count(*) FROM certificates'), expected: null },
    { what: 'diplomas recorded', count: await count('SELECT count(number) FROM diplomas'), expected: null },
    {
      what: 'training records written',
      count: await count('SELECT count(*) FROM training_records WHERE supersedes_id IS NULL'),
      expected: await count('SELECT count(*) FROM completions WHERE completed'),
    },
    { what: 'journal lines', count: await count('SELECT count(*) FROM journal_lines'), expected: null },
  ];
}
