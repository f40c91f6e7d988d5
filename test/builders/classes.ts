import type { Day } from '../../src/platform/clock';
import type { Rows, Words } from './rows';
import type { BuiltUnit } from './units';

/** What a spec may say of a class; the rest is an announced class whose call is open at the start of specs. */
export interface ClassWords {
  readonly code?: string;
  readonly name?: string;
  readonly mode?: string;
  readonly state?: 'draft' | 'announced' | 'confirmed' | 'closed' | 'cancelled';
  readonly opensOn?: Day;
  readonly closesOn?: Day;
  readonly capacity?: number;
  readonly poolOpen?: boolean;
  readonly freedToPool?: boolean;
  readonly releaseAfter?: Day | null;
  readonly substituteUntil?: Day;
  readonly minSize?: number;
  readonly callOpensAt?: string | Date | null;
  readonly callClosesAt?: string | Date | null;
  readonly announcedAt?: string | Date | null;
  readonly cancelledAt?: Date;
  readonly cancelledReason?: string;
  readonly closedAt?: string | Date;
  readonly openingDecision?: string;
  readonly planLineId?: string;
  readonly roomId?: string | null;
}

export class BuiltClass {
  constructor(
    private readonly rows: Rows,
    readonly id: string,
  ) {}

  /** @param owners whose each seat is, in their order; null is the pool */
  static async build(
    rows: Rows,
    n: number,
    courseId: string,
    owners: readonly (string | null)[],
    words: ClassWords,
    now: Date,
  ) {
    const id = await rows.insert('classes', {
      code: `LOP-${n}`,
      courseId,
      name: `Lớp mẫu ${n}`,
      mode: 'part_time',
      state: 'announced',
      opensOn: '2026-02-07',
      closesOn: '2026-03-08',
      capacity: owners.length,
      poolOpen: true,
      callOpensAt: '2026-01-01T00:00:00+07:00',
      callClosesAt: '2026-01-20T17:00:00+07:00',
      announcedAt: now,
      createdAt: now,
      version: 1,
      ...words,
    });
    const seats = owners.map((unitId, index) => ({ classId: id, number: index + 1, unitId }));
    await rows.insertAll('seats', seats);
    return new BuiltClass(rows, id);
  }

  async becomes(words: ClassWords): Promise<void> {
    await this.rows.change('classes', { id: this.id }, words);
  }

  async isClosed(at: Date): Promise<void> {
    await this.becomes({ state: 'closed', closedAt: at });
  }

  /** One of its seats becomes a unit's, or the pool's. */
  async seatGoesTo(unit: BuiltUnit | null, number?: number): Promise<void> {
    await this.rows.change('seats', { classId: this.id, ...(number ? { number } : {}) }, { unitId: unit?.id ?? null });
  }

  /** Obliges a unit to come to a study, at one of its sites. */
  async calls(unit: { readonly id: string }, siteId: string): Promise<void> {
    await this.rows.insert('obliged_units', { classId: this.id, unitId: unit.id, siteId });
  }

  /** The answer of a unit that sends nobody. */
  async hearsNoneFrom(unit: BuiltUnit, at: Date): Promise<void> {
    await this.rows.insert('unit_answers', { classId: this.id, unitId: unit.id, answeredAt: at });
  }
}

export interface HalfDayWords {
  readonly part?: keyof typeof usualHours;
  /** From and to, as a timetable says it: `13:30–17:00`. */
  readonly hours?: string;
  readonly topic?: string;
  readonly roomId?: string | null;
  readonly roomSharedReason?: string;
  readonly lecturerId?: string;
  readonly cancelled?: { readonly at: Date; readonly reason?: string };
}

const usualHours = { morning: '08:00–11:30', afternoon: '13:30–17:00', evening: '18:00–21:00' } as const;

export class BuiltHalfDay {
  constructor(
    private readonly rows: Rows,
    readonly id: string,
    readonly during: string,
  ) {}

  static async build(
    rows: Rows,
    inClass: { readonly id: string },
    number: number,
    day: Day,
    { part = 'morning', hours = usualHours[part], cancelled, ...words }: HalfDayWords,
  ): Promise<BuiltHalfDay> {
    const [from, to] = hours.split('–').map((time) => `${day}T${time}:00+07:00`);
    const ended: Words = cancelled ? { cancelledAt: cancelled.at, cancelledReason: cancelled.reason ?? null } : {};
    const during = `[${from},${to})`;
    const id = await rows.insert('half_days', { classId: inClass.id, number, day, part, during, ...words, ...ended });
    return new BuiltHalfDay(rows, id, during);
  }

  async isCancelled(at: Date, reason: string | null = null): Promise<void> {
    await this.rows.change('half_days', { id: this.id }, { cancelledAt: at, cancelledReason: reason });
  }
}
