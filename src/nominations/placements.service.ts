import { Injectable } from '@nestjs/common';
import { SeatsService, seatSeconds, waitAtMost } from '../classes/seats.service';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { eachOf } from '../platform/database/each-of';
import { Journal, type JournalLine, writeLines } from '../platform/journal/journal';
import type { Refusal } from '../platform/problems/refusal';
import { Together } from '../platform/together';
import { Nomination } from './nomination.entity';
import { AlreadyNominated, ClassOver } from './nominations.refusals';
import { itemsWritten, type NominationItem, type WrittenItem } from './nominations.queries';
import { nominationActions } from './nominations.words';
import { about, ReservesService } from './reserves.service';

/** A new nomination that is sent, before it has its place. */
export interface Sent {
  readonly actor: Actor;
  readonly nomination: Nomination;
  /** Whether a seat of the common pool will do. */
  readonly poolToo: boolean;
  /** The wished rank, should no seat be free; last when left out. */
  readonly wish: number | undefined;
}

/** What came of looking for a seat. */
interface Look {
  readonly isAgain: boolean;
  readonly number: number | null;
}

/**
 * Writes nominations that are sent, each with its seat or its rank and its lines of the journal, and answers how they
 * stand. Who gets a seat without waiting is written in one statement that commits by itself; who does not waits for those
 * under way and becomes a reserve in a transaction, since one statement has one snapshot and cannot wait and look again.
 */
@Injectable()
export class PlacementsService {
  private readonly seating = new Together<Sent, NominationItem | null>(
    (sent) => this.database.inStatement((tx) => this.seatAtOnce(tx, sent)),
    2,
  );
  private readonly waiting = new Together<Sent, NominationItem>((sent) =>
    this.database.inTransaction((tx) => this.placeWith(tx, sent)),
  );

  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly reserves: ReservesService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Together with what others send in the same turn.
   * @param maySeat whether it is worth looking for a seat without waiting
   * @throws AlreadyNominated | ClassOver | RankTaken | Busy
   */
  async place(sent: Sent, maySeat: boolean): Promise<NominationItem> {
    const seated = maySeat ? await this.seating.do(sent) : null;
    return seated ?? this.waiting.do(sent, sent.nomination.classId);
  }

  /** Within a transaction, in the order given, nominations of one class; waits for seats that may go free. */
  async placeWith(tx: Tx, sent: readonly Sent[]): Promise<(NominationItem | Refusal)[]> {
    const { classId } = sent[0]!.nomination;
    // Of an attempt that came to nothing they may have a rank.
    for (const { nomination } of sent) nomination.takePlace(null, this.clock.now());
    await this.seats.lockForWaiting(tx, classId, seatSeconds);
    const looks = await tx.rows<Look>(`${this.looking('')} ${looked}`, this.askedOf(sent));
    const left = sent.filter((_, index) => !looks[index]!.isAgain && looks[index]!.number === null);
    // Waiting for a seat may have been waiting for a cancellation.
    const isOver = left.length > 0 && !(await this.rank(tx, classId, left));
    const placed = sent.filter((one, index) => !looks[index]!.isAgain && !(isOver && left.includes(one)));
    const items = placed.length > 0 ? await this.write(tx, placed) : [];
    const written = new Map(items.map((item) => [item.id, item]));
    return sent.map(
      ({ nomination }, index) =>
        written.get(nomination.id) ?? (looks[index]!.isAgain ? new AlreadyNominated() : new ClassOver()),
    );
  }

  /** Gives each its rank; false when the class is over by now. */
  private async rank(tx: Tx, classId: string, sent: readonly Sent[]): Promise<boolean> {
    await waitAtMost(tx);
    const units = sent.map(({ nomination }) => nomination.unitId);
    const next = await this.reserves.nextRanks(tx, classId, units);
    if (next === null) return false;
    for (const { nomination, wish } of sent) {
      const last = next.get(nomination.unitId)!;
      nomination.takePlace(wish ?? last, this.clock.now());
      next.set(nomination.unitId, Math.max(last, nomination.rank! + 1));
    }
    return true;
  }

  /** Writes those for whom a seat was taken or a rank found. */
  private async write(tx: Tx, sent: readonly Sent[]): Promise<NominationItem[]> {
    const items = await tx.rows<WrittenItem>(
      `WITH taken AS (SELECT nomination_id AS id, number FROM seats WHERE nomination_id IN (SELECT ${eachOf('$4::uuid[]')})),
         ${written(tx, 'true', { rows: '$1', lines: '$2' })} ${itemsWritten('$3')}`,
      [...this.rowsOf(tx, sent), this.clock.today(), sent.map(({ nomination }) => nomination.id)],
    );
    const checks = new Map(sent.map(({ nomination }) => [nomination.id, nomination.checks]));
    return items.map((item) => ({ ...item, checks: checks.get(item.id)! }));
  }

  /** Takes seats and writes those who got one, in one statement; null is whoever got none. */
  private async seatAtOnce(tx: Tx, sent: readonly Sent[]): Promise<(NominationItem | AlreadyNominated | null)[]> {
    const rows = await tx.rows<WrittenItem & { readonly isAgain: boolean }>(
      `${this.looking('SKIP LOCKED')}, ${written(tx, 'id IN (SELECT id FROM taken)', { rows: '$6', lines: '$7' })}
       SELECT sent.is_again, item.* FROM sent LEFT JOIN (${itemsWritten('$8')}) item USING (id) ORDER BY sent.place`,
      [...this.askedOf(sent), ...this.rowsOf(tx, sent), this.clock.today()],
    );
    return rows.map(({ isAgain, ...item }, index) => {
      if (item.id === null) return isAgain ? new AlreadyNominated() : null;
      return { ...item, checks: sent[index]!.nomination.checks };
    });
  }

  /**
   * The beginning of a statement that looks for seats: `sent`, who is nominated already among them, and what was `taken`.
   * @param lockedRows as of {@link SeatsService.taking}; whom others hold is left alone as well, or waited for once the seats are held
   */
  private looking(lockedRows: 'SKIP LOCKED' | ''): string {
    const atHand =
      lockedRows === 'SKIP LOCKED'
        ? 'SELECT id AS person_id FROM persons WHERE id = ANY (ARRAY(SELECT person_id FROM sent)) ORDER BY id FOR KEY SHARE SKIP LOCKED'
        : 'SELECT DISTINCT person_id FROM sent';
    return `WITH sent AS MATERIALIZED (
        SELECT w.*, EXISTS (
          SELECT FROM nominations o WHERE o.class_id = w.class_id AND o.person_id = w.person_id AND o.ended_at IS NULL) AS is_again,
          row_number() OVER (PARTITION BY class_id, person_id ORDER BY place) > 1 AS is_second
        FROM ${eachOf('$1::uuid[]', '$2::uuid[]', '$3::uuid[]', '$4::uuid[]', '$5::boolean[]')} WITH ORDINALITY w (id, class_id, unit_id, person_id, pool_too, place)),
      at_hand AS MATERIALIZED (${atHand}),
      wanted AS MATERIALIZED (SELECT sent.* FROM sent JOIN at_hand USING (person_id) WHERE NOT is_again AND NOT is_second),
      ${this.seats.taking(lockedRows)}`;
  }

  private askedOf(sent: readonly Sent[]): unknown[] {
    const column = (name: 'id' | 'classId' | 'unitId' | 'personId') => sent.map(({ nomination }) => nomination[name]);
    return [column('id'), column('classId'), column('unitId'), column('personId'), sent.map(({ poolToo }) => poolToo)];
  }

  private rowsOf(tx: Tx, sent: readonly Sent[]): [rows: string, lines: string] {
    const lines = sent.flatMap(({ actor, nomination }) => this.journal.rows(actor, linesOf(nomination)));
    return [
      tx.asRows(
        Nomination,
        sent.map(({ nomination }) => nomination),
      ),
      JSON.stringify(lines),
    ];
  }
}

const looked =
  'SELECT sent.is_again OR sent.is_second AS is_again, taken.number FROM sent LEFT JOIN taken USING (id) ORDER BY sent.place';

const rowsIn = (parameter: string) => `jsonb_populate_recordset(NULL::nominations, ${parameter}::jsonb)`;

/** Of a statement: nominations and their lines in the journal, as far as they are written. */
function written(tx: Tx, which: string, { rows, lines }: { readonly rows: string; readonly lines: string }): string {
  const columns = tx.columnsOf(Nomination);
  return `written AS (
      INSERT INTO nominations (${columns}) SELECT ${columns} FROM ${rowsIn(rows)} n WHERE ${which} ORDER BY class_id, person_id RETURNING *),
    noted AS (${writeLines(lines, 'l."subjectId" IN (SELECT id FROM written)')})`;
}

/** A new nomination was drafted and sent in one. */
const linesOf = (nomination: Nomination): readonly JournalLine[] => [
  { ...about(nomination), action: nominationActions.drafted, reason: nomination.lateReason },
  sentLine(nomination),
];

/** That it was sent, with which rank, and which warnings the sender read. */
export function sentLine(nomination: Nomination, facts: object = {}): JournalLine {
  const { letterNumber: letter, rank, checks } = nomination;
  const warnings = checks.filter(({ outcome }) => outcome === 'warn').map(({ rule }) => rule);
  const read = warnings.length > 0 ? { warningsRead: warnings } : {};
  return { ...about(nomination), action: nominationActions.submitted, facts: { letter, rank, ...facts, ...read } };
}
