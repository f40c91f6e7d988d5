import { Injectable } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import { Clock, lastTimeOfDay } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { JobQueue } from '../platform/jobs/job-queue';
import { type LongJob, LongJobs } from '../platform/jobs/long-jobs';
import { JournalReadings } from '../platform/journal/journal-readings';
import { PlatformSettings } from '../platform/settings';
import { examineInvariants } from './invariants.job';
import { invariantCodes, type InvariantCode, seenInWholeOnly } from './invariants';
import { type Finding, InvariantsService } from './invariants.service';

/** What the last look at an invariant found. */
export interface KeptFinding extends Finding {
  /** When everything was examined last; null when it never was. */
  readonly wholeAt: Date | null;
  readonly wholeSeconds: number | null;
  /** When what had changed until then was. */
  readonly changesAt: Date | null;
}

interface ChangedLine {
  readonly subjectId: string;
  readonly classId: string | null;
  readonly personId: string | null;
}

const kind = 'invariants';
/** All of the data, as the subject of long work. */
const everything = '5f0c8a52-6d0e-4b5e-9d7c-0a51c8d40013';
const reader = 'invariants';
const linesAtOnce = 500;
/** After so long a look leaves the rest to the next. */
const longestSeconds = 10;
const clockwork = Actor.service('invariants');

/**
 * What breaks an invariant is looked for among what changed since the last look by the lines of the journal, and by night
 * in everything, which also finds what no line told of. What is broken is looked at in whole until it holds.
 */
@Injectable()
export class ExaminationsService {
  constructor(
    private readonly database: Database,
    private readonly invariants: InvariantsService,
    private readonly readings: JournalReadings,
    private readonly longJobs: LongJobs,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** In the order of the invariants; empty until the first look. */
  async kept(): Promise<KeptFinding[]> {
    const rows = await this.database.read<KeptFinding>(
      `SELECT invariant, broken, ids, whole_at, whole_seconds, changes_at FROM examined_invariants`,
    );
    return invariantCodes.flatMap((code) => rows.find(({ invariant }) => invariant === code) ?? []);
  }

  /** The examination of everything that is under way, or null. */
  async underWay(): Promise<LongJob | null> {
    return (await this.longJobs.unfinished(kind))[0] ?? null;
  }

  /** Has everything examined now. */
  async request(actor: Actor): Promise<void> {
    await this.database.inTransaction((tx) => this.ask(tx, actor));
    await this.queue.add(examineInvariants, {});
  }

  /** @returns whether more is left to examine */
  async look(): Promise<boolean> {
    if (await this.isDue()) await this.database.inTransaction((tx) => this.ask(tx, clockwork));
    const whole = await this.underWay();
    return whole ? this.goOn(whole) : this.examineChanges();
  }

  private async ask(tx: Tx, actor: Actor): Promise<void> {
    await this.longJobs.request(tx, actor, { kind, subjectId: everything, total: invariantCodes.length });
  }

  private async isDue(): Promise<boolean> {
    const wholes = (await this.kept()).map(({ wholeAt }) => wholeAt);
    if (wholes.length < invariantCodes.length || wholes.includes(null)) return true;
    const oldest = wholes.reduce((one, other) => (one! < other! ? one : other))!;
    const { examineAt } = this.settings;
    return examineAt !== null && oldest < lastTimeOfDay(this.clock.now(), examineAt);
  }

  /** One invariant after the other, each noted with how far the work is. */
  private async goOn({ id, done }: LongJob): Promise<boolean> {
    const began = performance.now();
    if (done === 0) await this.database.inTransaction(async (tx) => this.passOver(tx));
    for (const [index, code] of invariantCodes.entries()) {
      if (index < done) continue;
      if (secondsSince(began) > longestSeconds) return true;
      await this.examineWhole(code, (tx) => this.longJobs.progress(tx, id, index + 1));
    }
    await this.database.inTransaction((tx) => this.longJobs.finish(tx, id));
    return false;
  }

  /** What changed before everything is examined need not be examined besides. */
  private async passOver(tx: Tx): Promise<void> {
    await this.readings.readUpTo(tx, reader, await this.readings.end(tx));
  }

  private async examineWhole(code: InvariantCode, note: (tx: Tx) => Promise<void> = async () => {}): Promise<void> {
    const began = performance.now();
    const at = this.clock.now();
    const [finding] = await this.invariants.examine([code]);
    await this.database.inTransaction(async (tx) => {
      await this.keep(tx, finding!, { at, wholeSeconds: secondsSince(began) });
      await note(tx);
    });
  }

  private async examineChanges(): Promise<boolean> {
    const at = this.clock.now();
    const columns = 'l.subject_id, l.class_id, l.person_id';
    const next = await this.readings.next<ChangedLine>(this.database.reader, reader, { columns, count: linesAtOnce });
    if (!next) {
      await this.database.inTransaction((tx) => this.passOver(tx));
      return false;
    }
    const isBroken = new Set((await this.kept()).filter(({ broken }) => broken > 0).map(({ invariant }) => invariant));
    for (const code of isBroken) await this.examineWhole(code);
    const among = await this.concerned(next.lines);
    const codes = invariantCodes.filter((code) => !isBroken.has(code) && !seenInWholeOnly.includes(code));
    const findings = among.length > 0 ? await this.invariants.examine(codes, among) : [];
    await this.database.inTransaction(async (tx) => {
      for (const finding of findings) if (finding.broken > 0) await this.keep(tx, finding, { at });
      await tx.execute(`UPDATE examined_invariants SET changes_at = $1 WHERE invariant <> ALL ($2::text[])`, [
        at,
        seenInWholeOnly,
      ]);
      await this.readings.readUpTo(tx, reader, next.upTo);
    });
    return next.isMore;
  }

  /** The classes and people the lines are about, and those who learn in these classes. */
  private async concerned(lines: readonly ChangedLine[]): Promise<string[]> {
    const said = new Set(
      lines.flatMap((line) => [line.subjectId, line.classId, line.personId].filter((id) => id !== null)),
    );
    if (said.size === 0) return [];
    const rows = await this.database.read<{ id: string }>(
      `SELECT id FROM unnest($1::uuid[]) id
       UNION SELECT person_id FROM enrollments WHERE class_id = ANY ($1::uuid[])
       UNION SELECT class_id FROM completions WHERE id = ANY ($1::uuid[])
       UNION SELECT c.class_id FROM certificates t JOIN completions c ON c.id = t.completion_id WHERE t.id = ANY ($1::uuid[])`,
      [[...said]],
    );
    return rows.map(({ id }) => id);
  }

  private async keep(
    tx: Tx,
    { invariant, broken, ids }: Finding,
    { at, wholeSeconds = null }: { at: Date; wholeSeconds?: number | null },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO examined_invariants (invariant, broken, ids, whole_at, whole_seconds)
       VALUES ($1, $2, $3, CASE WHEN $5::real IS NOT NULL THEN $4::timestamptz END, $5)
       ON CONFLICT (invariant) DO UPDATE SET broken = excluded.broken, ids = excluded.ids,
         whole_at = coalesce(excluded.whole_at, examined_invariants.whole_at),
         whole_seconds = coalesce(excluded.whole_seconds, examined_invariants.whole_seconds)`,
      [invariant, broken, ids, at, wholeSeconds],
    );
  }
}

const secondsSince = (began: number) => (performance.now() - began) / 1_000;
