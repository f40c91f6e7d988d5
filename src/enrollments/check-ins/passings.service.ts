import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal, writeLines } from '../../platform/journal/journal';
import { Refusal } from '../../platform/problems/refusal';
import { PlatformSettings } from '../../platform/settings';
import { Together } from '../../platform/together';
import { AttendanceLine, type Direction } from '../attendance-line.entity';
import { keepMarks, type TrailLine } from '../attendance-trail';
import { assertMayBeMarked } from '../marking-moment';
import { Sites } from '../sites';
import { type CheckInHall, CheckInsQueries } from './check-ins.queries';
import * as no from './check-ins.refusals';
import { checkInActions } from './check-ins.words';
import { type Scan, scannedAt, takenWithin } from './code';
import { type BoundDevice, bindDevices, type Standing, standingsOf } from './devices';

const cameDespiteLeave = 'Đã được nghỉ phép nhưng có mặt (quét mã)';

/** A genuine scan of somebody who is signed in. */
export interface Passing {
  readonly hallId: string;
  readonly actor: Actor;
  readonly scan: Scan;
  readonly device: string;
}

export interface CheckedIn {
  readonly halfDayId: string;
  readonly direction: Direction;
  readonly scannedAt: Date;
  /** Whether nothing was added, because the person had scanned before. */
  readonly isRepeated: boolean;
  /** Whether it was by another device than before, so that the class manager has yet to accept it. */
  readonly isProvisional: boolean;
}

/** What is known of a set of people at a hall; their lines are held. */
interface Known {
  readonly lines: ReadonlyMap<string, AttendanceLine>;
  readonly standings: ReadonlyMap<string, Standing | Refusal>;
  /** By the line: why the hall is not theirs. */
  readonly wrongSites: ReadonlyMap<string, Refusal>;
  /** Lines whose passing by this code was taken back. */
  readonly used: ReadonlySet<string>;
}

interface Change {
  readonly passing: Passing;
  readonly line: AttendanceLine;
  readonly reason: string | null;
  readonly standing: Standing;
}

/** Lets people pass who scanned the code of a hall: who comes at once, as when a hall begins, is checked and written as a set. */
@Injectable()
export class PassingsService {
  private readonly together = new Together<Passing, CheckedIn>((passings) =>
    this.database.inTransaction((tx) => this.passEach(tx, passings)),
  );

  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: CheckInsQueries,
    private readonly settings: PlatformSettings,
    private readonly sites: Sites,
  ) {}

  /** Marks the person as present, or as gone, at the moment of the scan; together with others of the hall, each for themselves. */
  async pass(passing: Passing): Promise<CheckedIn> {
    if (!this.database.isKeyed) return this.together.do(passing, passing.hallId);
    return this.database.inTransaction(async (tx) => {
      const [outcome] = await this.passEach(tx, [passing]);
      if (outcome instanceof Refusal) throw outcome;
      return outcome!;
    });
  }

  /** Of one hall, in the order they came. */
  private async passEach(tx: Tx, passings: readonly Passing[]): Promise<(CheckedIn | Refusal)[]> {
    const held = (await this.queries.heldHall(tx, passings[0]!.hallId))!;
    const outcomes = new Map<Passing, CheckedIn | Refusal>();
    for (const set of this.apart(passings)) {
      for (const [passing, outcome] of await this.passSet(tx, held, set)) outcomes.set(passing, outcome);
    }
    return passings.map((passing) => outcomes.get(passing)!);
  }

  /** Sets, one after the other, with nobody twice and no device: the second time has to see what came of the first. */
  apart(passings: readonly Passing[]): readonly (readonly Passing[])[] {
    const sets: Passing[][] = [];
    const nextOf = new Map<string, number>();
    for (const passing of passings) {
      const { actor, device: phone } = passing;
      const [person, device] = [`person ${actor.personId ?? actor.accountId}`, `device ${phone}`];
      const place = Math.max(nextOf.get(person) ?? 0, nextOf.get(device) ?? 0);
      for (const one of [person, device]) nextOf.set(one, place + 1);
      (sets[place] ??= []).push(passing);
    }
    return sets;
  }

  private async passSet(
    tx: Tx,
    held: CheckInHall,
    set: readonly Passing[],
  ): Promise<ReadonlyMap<Passing, CheckedIn | Refusal>> {
    const known = await this.known(tx, held, set);
    const outcomes = new Map<Passing, CheckedIn | Refusal>();
    const changes: Change[] = [];
    for (const passing of set) {
      try {
        const change = this.change(held, passing, known);
        if (change) changes.push(change);
        else outcomes.set(passing, { ...this.done(held, passing), isRepeated: true, isProvisional: false });
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        outcomes.set(passing, refusal);
      }
    }
    if (changes.length > 0) await this.keep(tx, held, changes, outcomes);
    return outcomes;
  }

  private async known(tx: Tx, held: CheckInHall, set: readonly Passing[]): Promise<Known> {
    const people = set.flatMap(({ actor }) => actor.personId ?? []);
    const lines = new Map((await this.heldLines(tx, held, people)).map((line) => [line.personId, line]));
    const onSheet = set.flatMap(({ actor, ...passing }) => {
      const line = lines.get(actor.personId ?? '');
      return line ? [{ ...passing, line, personId: line.personId }] : [];
    });
    const standings = await standingsOf(tx, held, onSheet);
    return {
      lines,
      standings: new Map(onSheet.map(({ personId }, index) => [personId, standings[index]!])),
      wrongSites: await this.wrongSites(tx, held, [...lines.values()]),
      used: await this.used(tx, held, onSheet),
    };
  }

  /** Waits for whoever is marking the same people. */
  async heldLines(tx: Tx, { halfDayId }: CheckInHall, people: readonly string[]): Promise<AttendanceLine[]> {
    return tx.find(AttendanceLine, {
      where: { halfDayId, personId: In([...people]), live: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async wrongSites(
    tx: Tx,
    { classId, siteId }: CheckInHall,
    lines: readonly AttendanceLine[],
  ): Promise<ReadonlyMap<string, Refusal>> {
    const wrong = new Map<string, Refusal>();
    if (!siteId) return wrong;
    const sent = await tx.rows<{ unitId: string; lineIds: string[] }>(
      `SELECT e.unit_id, array_agg(l.id) AS line_ids FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id
       WHERE l.id = ANY ($1::uuid[]) GROUP BY e.unit_id`,
      [lines.map(({ id }) => id)],
    );
    const names = await this.sites.names([siteId], tx);
    for (const { unitId, lineIds } of sent) {
      const own = await this.sites.ofUnit(tx, classId, unitId);
      if (!own || own.id === siteId) continue;
      for (const id of lineIds) wrong.set(id, new no.WrongSite(own.name, names.get(siteId)!));
    }
    return wrong;
  }

  /** Nobody passes again by a code whose passing somebody took back. */
  async used(
    tx: Tx,
    { id }: CheckInHall,
    asked: readonly { readonly line: AttendanceLine; readonly scan: Scan }[],
  ): Promise<ReadonlySet<string>> {
    const within = asked.map(({ scan: { code } }) => takenWithin(code, this.settings.checkInCodeSeconds));
    const rows = await tx.rows<{ lineId: string }>(
      `SELECT m.line_id FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) a (line_id, direction, since, until)
       JOIN attendance_marks m ON m.line_id = a.line_id AND m.hall_id = $1 AND m.direction = a.direction AND m.scanned_at >= a.since AND m.scanned_at < a.until`,
      [
        id,
        asked.map(({ line }) => line.id),
        asked.map(({ scan }) => scan.code.direction),
        within.map(([from]) => from),
        within.map(([, to]) => to),
      ],
    );
    return new Set(rows.map(({ lineId }) => lineId));
  }

  /** What a scan changes of a line; null when nothing, because the person had scanned before. */
  private change(held: CheckInHall, passing: Passing, known: Known): Change | null {
    const { actor, scan } = passing;
    const { direction } = scan.code;
    assertMayBeMarked(held, this.momentOf(scan));
    const line = known.lines.get(actor.personId ?? '');
    if (!line) throw new no.NotOnTheSheet();
    const standing = known.wrongSites.get(line.id) ?? known.standings.get(line.personId)!;
    if (standing instanceof Refusal) throw standing;
    assertMayPass(line, direction);
    const reason = line.mark === 'excused' ? cameDespiteLeave : null;
    if (line.record('present', reason, { direction, at: this.momentOf(scan) }) === 'unchanged') return null;
    if (known.used.has(line.id)) throw new no.CodeUsed();
    return { passing, line, reason, standing };
  }

  private async keep(
    tx: Tx,
    held: CheckInHall,
    changes: readonly Change[],
    outcomes: Map<Passing, CheckedIn | Refusal>,
  ): Promise<void> {
    const uses = changes.map(({ line, passing, standing }) => ({ ...passing, personId: line.personId, standing }));
    const bound = await bindDevices(tx, held.halfDayId, uses, this.clock.now());
    const kept = changes.flatMap((change, index) => {
      const device = bound[index]!;
      if (!(device instanceof Refusal)) return [{ ...change, device }];
      outcomes.set(change.passing, device);
      return [];
    });
    // What a guest did is carried home in the name of who did it.
    const guests = kept.filter(({ line }) => line.forLineId !== null);
    const others = kept.filter(({ line }) => line.forLineId === null);
    for (const some of [others, ...guests.map((guest) => [guest])]) {
      const lines = some.map(({ line }) => line);
      const trail = some.map((change) => this.trailLine(held, change));
      if (some.length > 0) await keepMarks(tx, lines, trail);
    }
    const noted = kept.flatMap(({ passing, line, device: { isProvisional } }) =>
      this.journal.rows(passing.actor, [
        {
          action: passing.scan.code.direction === 'in' ? checkInActions.checked_in : checkInActions.checked_out,
          subject: { type: 'half_day', id: held.halfDayId },
          classId: held.classId,
          personId: line.personId,
          facts: { toldLater: passing.scan.toldLater, isProvisional },
        },
      ]),
    );
    await tx.execute(writeLines('$1'), [JSON.stringify(noted)]);
    for (const { passing, device } of kept) {
      const { isProvisional } = device;
      outcomes.set(passing, { ...this.done(held, passing), isRepeated: false, isProvisional });
    }
  }

  private trailLine(
    held: CheckInHall,
    { passing: { actor, scan }, line, reason, device }: Change & { readonly device: BoundDevice },
  ): TrailLine {
    return {
      lineId: line.id,
      mark: 'present',
      source: 'qr',
      markedAt: this.clock.now(),
      markedBy: actor.accountId,
      reason,
      direction: scan.code.direction,
      scannedAt: this.momentOf(scan),
      scanToldLater: scan.toldLater,
      scanToldAt: scan.toldLater ? scan.at : undefined,
      hallId: held.id,
      deviceId: device.isProvisional ? device.id : undefined,
    };
  }

  private done({ halfDayId }: CheckInHall, { scan }: Passing) {
    return { halfDayId, direction: scan.code.direction, scannedAt: this.momentOf(scan) };
  }

  private momentOf(scan: Scan): Date {
    return scannedAt(scan, this.settings.checkInCodeSeconds);
  }
}

/** A code does not overrule what the class manager decided; coming in spite of a leave only corrects that. */
function assertMayPass({ mark, outAt }: AttendanceLine, direction: Direction): void {
  if (mark === 'unexcused') throw new no.MarkedAbsent();
  if (direction === 'out' && mark !== 'present') throw new no.NotCheckedIn();
  if (direction === 'in' && outAt) throw new no.LeftAlready(outAt);
}
