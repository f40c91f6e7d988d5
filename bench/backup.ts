import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { type Examination, examineBackup, type ToldPhase } from '../src/examination';
import { writeBackup } from '../src/platform/backups/backup-file';
import type { BackupKeys } from '../src/platform/backups/backup-keys';
import { rowsIn, snapshotOf } from '../src/platform/backups/snapshot';
import { JournalSeals } from '../src/platform/journal/journal-seals';
import { numberAfter } from './arguments';
import { copyBarely, secondsOf } from './backup-floor';
import { BenchedService } from './benched-service';
import { median } from './figures';
import { fillClass, openOffice } from './roster';

const rounds = 3;
const plain: BackupKeys = { passphrase: null, recipients: [], identity: null };
const sealed: BackupKeys = { ...plain, passphrase: 'một câu đủ dài' };

/** A backup and its examination – restored into a PostgreSQL of its own, then the doctor –, beside bare COPY of the same rows in the same run. */
export async function measureBackup(service: BenchedService): Promise<boolean> {
  const people = numberAfter('--people', 20_000);
  await service.playDemo();
  const demo = await measure('The demo', service);
  const other = await BenchedService.start({ PROCESS: 'web' });
  try {
    await fill(other, people);
    return (await measure(`${people} people`, other)) && demo;
  } finally {
    await other.stop();
  }
}

/** A class of so many, over, with ten half-days each. */
async function fill(service: BenchedService, people: number): Promise<void> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  pool.on('error', () => {});
  try {
    await openOffice(service, pool);
    await fillClass(pool, 'A', people);
  } finally {
    await pool.end();
  }
}

async function measure(what: string, service: BenchedService): Promise<boolean> {
  await service.get(JournalSeals).seal();
  const folder = mkdtempSync(join(tmpdir(), 'training-bench-backup-'));
  // As root the server that examines runs as somebody else, who must be able to enter.
  chmodSync(folder, 0o755);
  try {
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await run(service, folder));
    return report(what, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run extends Awaited<ReturnType<typeof copyBarely>> {
  readonly writing: number;
  readonly sealing: number;
  readonly fileBytes: number;
  /** Of the trial: the file read to its end and a PostgreSQL begun; the rows restored; the doctor. */
  readonly phases: Readonly<Record<'beginning' | ToldPhase, number>>;
  readonly examination: Examination;
}

async function run({ databaseUrl }: BenchedService, folder: string): Promise<Run> {
  const copied = await copyBarely(databaseUrl);
  const about = { version: 'bench', takenAt: new Date().toISOString() };
  const write = (name: string, keys: BackupKeys) =>
    secondsOf(() =>
      writeBackup(
        join(folder, name),
        keys,
        snapshotOf(databaseUrl, about, () => {}),
      ),
    );
  const writing = await write('plain', plain);
  const sealing = await write('sealed', sealed);
  const path = join(folder, 'plain');
  const phases = { beginning: 0, restoring: 0, examining: 0 };
  let [phase, since]: [keyof typeof phases, number] = ['beginning', performance.now()];
  const turnTo = (next: typeof phase) => {
    phases[phase] += (performance.now() - since) / 1000;
    [phase, since] = [next, performance.now()];
  };
  const examination = await examineBackup({ path, keys: plain, folder: join(folder, 'trial') }, turnTo);
  turnTo('examining');
  return { ...copied, writing, sealing, fileBytes: statSync(path).size, phases, examination };
}

function report(what: string, runs: readonly Run[]): boolean {
  const of = (figure: (run: Run) => number) => median(runs.map(figure));
  const { contents } = runs[0]!.examination;
  const [out, back] = [of(({ outSeconds }) => outSeconds), of(({ inSeconds }) => inSeconds)];
  const seconds = (value: number, floor: number) => `${value.toFixed(2)} s (${(value / floor).toFixed(1)} × the floor)`;
  const bytes = runs[0]!.bytes;
  const fileBytes = of((one) => one.fileBytes);
  console.log(
    `${what}: ${rowsIn(contents.end.rows)} rows, ${megabytes(bytes)} as COPY tells them; file ${megabytes(fileBytes)} (${(fileBytes / bytes).toFixed(2)} of it)`,
  );
  console.log(`  floor      COPY out ${out.toFixed(2)} s, into bare tables ${back.toFixed(2)} s`);
  console.log(
    `  written    ${seconds(
      of(({ writing }) => writing),
      out,
    )}, sealed ${seconds(
      of(({ sealing }) => sealing),
      out,
    )}`,
  );
  console.log(
    `  restored   ${seconds(
      of(({ phases }) => phases.restoring),
      back,
    )}`,
  );
  console.log(
    `  beside     file read and PostgreSQL begun ${of(({ phases }) => phases.beginning).toFixed(2)} s, doctor ${of(({ phases }) => phases.examining).toFixed(2)} s`,
  );
  const broken = runs.flatMap(({ examination }) => examination.broken);
  for (const { invariant, ids } of broken) console.log(`  BROKEN ${invariant}: ${ids.length}`);
  return broken.length === 0;
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
