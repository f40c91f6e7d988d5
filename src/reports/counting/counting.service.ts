import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, dayOf } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { JobQueue } from '../../platform/jobs/job-queue';
import { type LongJob, LongJobs } from '../../platform/jobs/long-jobs';
import { JournalReadings } from '../../platform/journal/journal-readings';
import { NotAllowed } from '../../platform/problems/refusals';
import { mayRecount } from '../reports.policy';
import { countReports } from './count-reports';
import { NeedCountsService, type SpokenOf } from './need-counts.service';
import { YearCountsService } from './year-counts.service';

const recountKind = 'report_recount';

/** People and lines of the journal one look takes on at most. */
const peopleALook = 20_000;
const peopleAtOnce = 1_000;
const linesALook = 20_000;

/** How far the counting has come. */
interface Counting {
  readonly wholeFrom: Date | null;
  /** Whose needs were counted last by the count of everything that goes on. */
  readonly wholeAfter: string | null;
  readonly wholeDoneAt: Date | null;
}

/** A line of the journal. */
interface ChangedLine {
  readonly classId: string | null;
  readonly personId: string | null;
  readonly unitId: string | null;
}

const reader = 'reports';
const columns = `whole_from, whole_after, whole_done_at`;

/**
 * Keeps what reports over everybody say: anew what the journal says was changed, and everything once a day, since days that pass leave
 * no line, or when somebody asks. Where it has come to stands in the database, so it may be killed anywhere and goes on.
 */
@Injectable()
export class CountingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readings: JournalReadings,
    private readonly longJobs: LongJobs,
    private readonly queue: JobQueue,
    private readonly years: YearCountsService,
    private readonly needs: NeedCountsService,
  ) {}

  /** Asks for a count of everything. @throws NotAllowed */
  async recount(actor: Actor): Promise<string> {
    if (!mayRecount(actor)) throw new NotAllowed();
    const id = await this.database.inTransaction(async (tx) => {
      const { bloc, people } = await tx.row<{ bloc: string; people: number }>(
        `SELECT organizing_bloc() AS bloc, people FROM report_counts`,
      );
      return this.longJobs.request(tx, actor, { kind: recountKind, subjectId: bloc, unitId: bloc, total: people });
    });
    await this.queue.add(countReports, {});
    return id;
  }

  /** The last count of everything somebody asked for. */
  async lastAsked(): Promise<LongJob | null> {
    const [row] = await this.database.read<{ bloc: string | null }>(`SELECT organizing_bloc() AS bloc`);
    return row?.bloc ? this.longJobs.latest(recountKind, row.bloc) : null;
  }

  /** Counts what is due, so much at a time. @returns whether more is left */
  async look(): Promise<boolean> {
    const began = this.clock.now();
    await this.beginWhole(began);
    let left = true;
    for (let people = 0; left && people < peopleALook; people += peopleAtOnce)
      left = await this.inTurn((tx, counting) => this.goOnWithWhole(tx, counting));
    return (await this.countChanged(began)) || left;
  }

  /** Year by year, then whoever there is. Begun anew when it is given up between two years. */
  private async beginWhole(began: Date): Promise<void> {
    const asked = await this.longJobs.unfinished(recountKind);
    const [counting] = await this.database.read<Counting>(`SELECT ${columns} FROM report_counts`);
    const { wholeFrom, wholeDoneAt } = counting!;
    const isOfToday = wholeDoneAt !== null && dayOf(wholeDoneAt) === this.clock.today();
    if (wholeFrom !== null || (isOfToday && asked.length === 0)) return;
    const end = await this.readings.end(this.database.reader);
    for (const year of await this.years.all()) if (!(await this.inTurn((tx) => this.years.count(tx, year)))) return;
    await this.inTurn(async (tx) => {
      for (const { id } of asked) await this.longJobs.progress(tx, id, 0);
      await this.readings.readUpTo(tx, reader, end);
      await tx.execute(
        `UPDATE report_counts SET whole_from = $1, whole_after = NULL, people = (SELECT count(*) FROM persons)`,
        [began],
      );
      return true;
    });
  }

  /** @returns whether anybody may be left */
  private async goOnWithWhole(tx: Tx, { wholeFrom, wholeAfter }: Counting): Promise<boolean> {
    if (wholeFrom === null) return false;
    const people = await tx.rows<{ id: string }>(
      `SELECT id FROM persons WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT ${peopleAtOnce}`,
      [wholeAfter],
    );
    const last = people.at(-1)?.id ?? wholeAfter;
    await this.needs.find(
      tx,
      people.map(({ id }) => id),
    );
    const isThrough = people.length < peopleAtOnce;
    if (isThrough) await this.needs.countUnits(tx, null);
    await this.tellHowFar(tx, people.length, isThrough);
    await tx.execute(
      `UPDATE report_counts SET whole_after = $1, whole_from = CASE WHEN $2 THEN NULL ELSE whole_from END,
         whole_done_at = CASE WHEN $2 THEN whole_from ELSE whole_done_at END`,
      [last, isThrough],
    );
    return !isThrough;
  }

  /**
   * What new lines of the journal speak of. A part may be counted twice, and its place in the journal moves on with the last, so a
   * line about thousands of people holds no more of them than one part. The hour that is told moves on once there are no more lines.
   * @returns whether there are
   */
  private async countChanged(began: Date): Promise<boolean> {
    const outside = this.database.reader;
    const next = await this.readings.next<ChangedLine>(outside, reader, {
      columns: 'l.class_id, l.person_id, l.unit_id',
      count: linesALook,
    });
    // Never read, or read on the server a backup was made of: nothing tells what changed since.
    if (!next)
      return this.inTurn(async (tx) => (await tx.execute(`UPDATE report_counts SET whole_done_at = NULL`)) === 1);
    const changed = spokenOf(next.lines);
    for (const year of await this.years.changedBy(outside, changed.classIds))
      if (!(await this.inTurn((tx) => this.years.count(tx, year)))) return false;
    const people = await this.needs.changedBy(outside, changed);
    for (let from = 0; from < people.length; from += peopleAtOnce) {
      const part = people.slice(from, from + peopleAtOnce);
      if (!(await this.inTurn((tx) => this.needs.countAnew(tx, part)))) return false;
    }
    return this.inTurn(async (tx) => {
      await this.readings.readUpTo(tx, reader, next.upTo);
      await tx.execute(
        `UPDATE report_counts SET people = (SELECT count(*) FROM persons),
           counted_at = CASE WHEN $1 OR whole_done_at IS NULL THEN counted_at ELSE $2 END`,
        [next.isMore, began],
      );
      return next.isMore;
    });
  }

  /** Whoever asked before it began sees it through; who asked since has another count begin. */
  private async tellHowFar(tx: Tx, more: number, isThrough: boolean): Promise<void> {
    for (const { id, state, done } of await this.longJobs.unfinished(recountKind, tx)) {
      if (state !== 'running') continue;
      await (isThrough ? this.longJobs.finish(tx, id) : this.longJobs.progress(tx, id, done + more));
    }
  }

  /** One transaction a part; while another process is at one, there is nothing to do here. */
  private async inTurn(part: (tx: Tx, counting: Counting) => Promise<boolean>): Promise<boolean> {
    return this.database.inTransaction(async (tx) => {
      const [counting] = await tx.rows<Counting>(`SELECT ${columns} FROM report_counts FOR UPDATE SKIP LOCKED`);
      return counting ? part(tx, counting) : false;
    });
  }
}

function spokenOf(lines: readonly ChangedLine[]): SpokenOf {
  const each = (ids: readonly (string | null)[]) => [...new Set(ids)].filter((id) => id !== null);
  const ofUnits = lines.filter(({ classId, personId }) => classId === null && personId === null);
  return {
    classIds: each(lines.map(({ classId }) => classId)),
    personIds: each(lines.map(({ personId }) => personId)),
    unitIds: each(ofUnits.map(({ unitId }) => unitId)),
  };
}
