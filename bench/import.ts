import { Pool } from 'pg';
import { RosterImportsService } from '../src/people/rosters/imports.service';
import { readRoster, rosterTable } from '../src/people/rosters/sheet';
import { readTables } from '../src/platform/sheets/tables';
import type { Upload } from '../src/platform/uploads';
import { numberAfter } from './arguments';
import { secondsOf } from './backup-floor';
import type { BenchedService } from './benched-service';
import { median } from './figures';
import { copyApplied } from './import-floor';
import { madeWorkbook } from './made-workbook';
import { addOffice } from './office';
import { largeRoster } from './rosters-made';

const usualRounds = 5;
const usualPeople = 5_000;
const usualFiles = 20;
/** Of a file that is sent again, every so many-th person holds another post. */
const changedEvery = 100;

/** Seconds. */
interface Taken {
  readonly reading: number;
  /** The whole request: read, judged and kept. */
  readonly dryRun: number;
  /** Within the dry run, and once more within the application, which does what was shown or nothing. */
  readonly judging: number;
  /** The whole request but judging again. */
  readonly applying: number;
  readonly copying: number;
}

/**
 * Rosters of people nobody knew over HTTP: uploaded, tried out, applied; in turns with a COPY of the same rows. First
 * several of one size, each a round; then a hundred thousand people in several files; then one file sent again.
 */
export async function measureImport(service: BenchedService): Promise<boolean> {
  const [people, rounds, files] = [
    numberAfter('--people', usualPeople),
    numberAfter('--rounds', usualRounds),
    numberAfter('--files', usualFiles),
  ];
  const pool = new Pool({ connectionString: service.databaseUrl, max: 1 });
  pool.on('error', () => {});
  try {
    const bench = new ImportBench(service, pool, people);
    await bench.open(rounds + files);
    const single: Taken[] = [];
    for (let at = 0; at < rounds; at += 1) single.push(await bench.one(at));
    const several: Taken[] = [];
    for (let at = 0; at < files; at += 1) several.push(await bench.one(rounds + at));
    const again = await bench.again(0);
    report(people, single, several, again);
    return true;
  } finally {
    await pool.end();
  }
}

class ImportBench {
  private token: string;
  private units: readonly string[];
  private judging = 0;

  constructor(
    private readonly service: BenchedService,
    private readonly pool: Pool,
    private readonly people: number,
  ) {}

  /** Each unit has a twin, whose people are copied. */
  async open(units: number): Promise<void> {
    this.timeJudging();
    const { rows } = await this.pool.query<{ id: string }>(
      `WITH bloc AS (INSERT INTO units (code, kind) VALUES ('KHOI', 'bloc') RETURNING id),
       base AS (INSERT INTO units (code, kind) SELECT 'U' || n, 'base' FROM generate_series(1, $1::int) n RETURNING id),
       named AS (INSERT INTO unit_names (unit_id, name_vi, name_en, valid)
         SELECT id, 'Đơn vị', 'Unit', '[2000-01-01,)' FROM (TABLE bloc UNION ALL TABLE base) all_units),
       below AS (INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT base.id, bloc.id, '[2000-01-01,)' FROM base, bloc)
       SELECT id FROM base`,
      [units * 2],
    );
    this.units = rows.map(({ id }) => id);
    this.token = await addOffice(this.pool);
  }

  private timeJudging(): void {
    const imports = this.service.get(RosterImportsService);
    const judge = imports['judge'].bind(imports);
    imports['judge'] = async (...given) => {
      const started = performance.now();
      return judge(...given).finally(() => (this.judging += (performance.now() - started) / 1000));
    };
  }

  async one(at: number): Promise<Taken> {
    const file = await this.file(at);
    const reading = await secondsOf(async () => readRoster(await readTables(file, rosterTable)));
    const { id, outcome, ...taken } = await this.send(at, file);
    if (outcome['new'] !== this.people) throw new Error(`Not all are new: ${JSON.stringify(outcome)}`);
    const copying = await copyApplied(this.service.databaseUrl, id, this.units[at * 2 + 1]!);
    return { reading, ...taken, copying };
  }

  /** The same file once more, with few changes. */
  async again(at: number) {
    const sent = await this.send(at, await this.file(at, changedEvery));
    const { outcome } = sent;
    if (outcome['changed'] !== this.people / changedEvery)
      throw new Error(`Others changed: ${JSON.stringify(outcome)}`);
    return sent;
  }

  private async file(at: number, changed?: number): Promise<Upload> {
    const rows = largeRoster(at, this.people, changed);
    return { name: 'danh-sach.xlsx', content: await madeWorkbook([{ name: 'Danh sách', rows }]) };
  }

  private async send(at: number, { name, content }: Upload) {
    const form = new FormData();
    form.set('unitId', this.units[at * 2]!);
    form.set('file', new Blob([new Uint8Array(content)]), name);
    let id = '';
    let outcome: Record<string, number> = {};
    this.judging = 0;
    const dryRun = await secondsOf(async () => void ({ id } = await this.post<{ id: string }>('', form)));
    const judging = this.judging;
    this.judging = 0;
    const application = await secondsOf(async () => void (outcome = await this.post(`/${id}/application`)));
    return { id, dryRun, judging, applying: application - this.judging, outcome };
  }

  private async post<Answer>(path: string, body?: FormData): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}` };
    const sent = { method: 'POST', headers, ...(body ? { body } : {}) };
    const answer = await fetch(`${this.service.url}/api/v1/roster-imports${path}`, sent);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}

function report(
  people: number,
  single: readonly Taken[],
  several: readonly Taken[],
  again: Pick<Taken, 'dryRun' | 'judging' | 'applying'>,
): void {
  const row = (many: number, taken: Taken, target: number) => ({
    ...Object.fromEntries(
      (['reading', 'judging', 'dryRun', 'applying', 'copying'] as const).flatMap((step) => [
        [`${step}, s`, rounded(taken[step])],
        [`${step}, people/s`, Math.round(many / taken[step])],
      ]),
    ),
    'of COPY': rounded(taken.copying / taken.applying),
    target,
  });
  const each = (combine: (values: readonly number[]) => number, all: readonly Taken[]): Taken => ({
    reading: combine(all.map(({ reading }) => reading)),
    dryRun: combine(all.map(({ dryRun }) => dryRun)),
    judging: combine(all.map(({ judging }) => judging)),
    applying: combine(all.map(({ applying }) => applying)),
    copying: combine(all.map(({ copying }) => copying)),
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  console.table({
    [`${people} in a file`]: row(people, each(median, single), 0.5),
    [`${people * several.length} in ${several.length} files`]: row(people * several.length, each(sum, several), 0.7),
  });
  console.log(
    `The same ${people} again, every ${changedEvery}th changed: dry run ${rounded(again.dryRun)} s, judged again in ${rounded(again.judging)} s, applied in ${rounded(again.applying)} s.`,
  );
  console.log(
    `The process with service and bench held ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most.`,
  );
}

const rounded = (value: number) => Math.round(value * 100) / 100;
