import { hasMarks } from './class-marks';
import { Injectable } from '@nestjs/common';
import type { ClassNames } from '../accounts/class-names';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorOfAnotherOrder, cursorValues, type PageOf, pageOf, usualPage } from '../platform/paging';
import type { ApprovalStep, Award, CourseKind } from '../courses/course.entity';
import { found } from '../platform/problems/refusals';
import { maySeeClass, maySeeDrafts } from './classes.policy';
import { isSought } from './classes.search';
import type { DayPart } from './day-parts';
import type { ClassMode } from './class-mode';
import { callIsOpen, callIsOpenAt, type ClassStage, isRunning, stageAt } from './training-class.stage';
import type { ClassState } from './training-class.states';

/** Another class one has to do with. */
export interface NamedClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A class with what its screens need of its course and room. */
export interface ClassItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly courseKind: CourseKind;
  /** Whether tests, examinations or other parts of it are marked. */
  readonly hasMarks: boolean;
  readonly approvalSteps: readonly ApprovalStep[];
  readonly award: Award;
  readonly mode: ClassMode;
  readonly state: ClassState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly roomId: string | null;
  readonly roomName: string | null;
  /** How many people the room seats. */
  readonly roomSeats: number | null;
  readonly capacity: number;
  readonly poolOpen: boolean;
  readonly freedToPool: boolean;
  readonly releaseAfter: Day | null;
  readonly releasedAfter: Day | null;
  readonly substituteUntil: Day | null;
  /** Below so many people the office is warned before the class opens. */
  readonly minSize: number | null;
  /** The line of the yearly plan it counts against. */
  readonly planLineId: string | null;
  readonly callOpensAt: Date | null;
  readonly callClosesAt: Date | null;
  readonly announcedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly openingDecision: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelledReason: string | null;
  /** The class all of it went into, when and why. */
  readonly mergedInto: NamedClass | null;
  readonly mergedAt: Date | null;
  readonly mergedReason: string | null;
  /** The class it was split off. */
  readonly splitFrom: NamedClass | null;
  /** Classes that were split off this one, and those that went into it. */
  readonly splitInto: readonly NamedClass[];
  readonly mergedFrom: readonly NamedClass[];
  /** The class whose timetable it shares, when that one leads. */
  readonly parallelTo: NamedClass | null;
  /** The classes that follow its timetable. */
  readonly parallels: readonly NamedClass[];
  readonly closedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
  /** Half-days to be held or held already, without the cancelled ones. */
  readonly halfDayCount: number;
  /** Answered by the clock at the moment of reading. */
  readonly callIsOpen: boolean;
  readonly stage: ClassStage;
}

export interface HalfDayItem {
  readonly id: string;
  readonly classId: string;
  readonly number: number;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  /** Where it is held: in its own room, that of its group, or the usual one of the class. */
  readonly heldRoomId: string | null;
  readonly roomName: string | null;
  readonly roomSeats: number | null;
  /** By whose decision another class has the room too. */
  readonly roomSharedReason: string | null;
  /** By whose decision the manager has another class then. */
  readonly managerOverlapReason: string | null;
  readonly lecturerId: string | null;
  readonly lecturerName: string | null;
  readonly topic: string | null;
  /** The groups it is for; null when it is for the whole class. */
  readonly groupNumbers: readonly number[] | null;
  readonly cancelledAt: Date | null;
  readonly cancelledReason: string | null;
}

export const classSorts = ['-opensOn', 'opensOn', 'name', '-name'] as const;
export type ClassSort = (typeof classSorts)[number];

export interface ClassFilter {
  /** Who reads: drafts are shown to the office only. */
  readonly actor: Actor;
  readonly courseId?: string | undefined;
  readonly state?: ClassState | undefined;
  /** The year the class opens in. */
  readonly year?: number | undefined;
  /** Only classes whose call is open now. */
  readonly openCall?: boolean | undefined;
  /** Only classes that are held today, or between their days. */
  readonly running?: boolean | undefined;
  /** Words of the name or the code, or parts of them, with or without marks. */
  readonly search?: string | undefined;
  readonly sort?: ClassSort | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

type ClassRow = Omit<ClassItem, 'callIsOpen' | 'stage'>;

const named = `jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name)`;
const oneClass = (which: string) => `(SELECT ${named} FROM classes o WHERE o.id = ${which})`;
const someClasses = (which: string) =>
  `(SELECT coalesce(jsonb_agg(${named} ORDER BY o.code), '[]') FROM classes o WHERE ${which})`;

const classItem = `SELECT c.id, c.code, c.name, c.course_id, k.code AS course_code, k.name_vi AS course_name,
    k.name_en AS course_name_en, k.kind AS course_kind, ${hasMarks} AS has_marks, k.approval_steps, k.award,
    c.mode, c.state, c.opens_on, c.closes_on, c.room_id, r.name AS room_name,
    r.capacity AS room_seats, c.capacity, c.pool_open, c.freed_to_pool, c.release_after, c.released_after, c.substitute_until, c.min_size,
    c.plan_line_id, c.call_opens_at, c.call_closes_at, c.announced_at, c.confirmed_at, c.opening_decision,
    c.cancelled_at, c.cancelled_reason, c.closed_at, c.created_at, c.version, c.merged_at, c.merged_reason,
    ${oneClass('c.merged_into_id')} AS merged_into, ${oneClass('c.split_from_id')} AS split_from,
    ${someClasses('o.split_from_id = c.id')} AS split_into,
    ${oneClass('c.parallel_to_id')} AS parallel_to, ${someClasses('o.parallel_to_id = c.id AND NOT class_has_ended(o.state)')} AS parallels, ${someClasses('o.merged_into_id = c.id')} AS merged_from,
    (SELECT count(*) FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL) AS half_day_count
  FROM classes c JOIN courses k ON k.id = c.course_id LEFT JOIN rooms r ON r.id = c.room_id`;

const halfDayItem = `SELECT h.id, h.class_id, h.number, h.day, h.part, lower(h.during) AS starts_at, upper(h.during) AS ends_at,
    h.room_id, h.held_room_id, r.name AS room_name, r.capacity AS room_seats, h.room_shared_reason, h.manager_overlap_reason, h.lecturer_id, l.full_name AS lecturer_name, h.topic, h.group_numbers,
    h.cancelled_at, h.cancelled_reason
  FROM half_days h LEFT JOIN rooms r ON r.id = h.held_room_id AND (h.room_id IS NOT NULL OR h.group_numbers IS NOT NULL) LEFT JOIN lecturers l ON l.id = h.lecturer_id`;

const orders = {
  opensOn: { column: 'c.opens_on', type: 'date', keyOf: (row: ClassRow) => row.opensOn },
  name: { column: 'c.name COLLATE "vi-x-icu"', type: 'text', keyOf: (row: ClassRow) => row.name },
} as const;

@Injectable()
export class ClassesQueries implements ClassNames {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The classes somebody may see, newest opening day first unless told. */
  async list({
    actor,
    limit = usualPage,
    after,
    sort = '-opensOn',
    ...wanted
  }: ClassFilter): Promise<PageOf<ClassItem>> {
    const { column, type, keyOf } = orders[sort.replace('-', '') as keyof typeof orders];
    const [direction, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    const [sorted, key = null, id = null] = cursorValues(after, 3) ?? [sort];
    if (sorted !== sort) throw cursorOfAnotherOrder();
    const parameters: unknown[] = [
      maySeeDrafts(actor),
      wanted.courseId ?? null,
      wanted.state ?? null,
      wanted.year ?? null,
      wanted.openCall ?? false,
      this.clock.now(),
      key,
      id,
      limit + 1,
    ];
    const place = (value: unknown) => `$${parameters.push(value)}`;
    const rows = await this.database.read<ClassRow>(
      `${classItem}
       WHERE ($1 OR c.state <> 'draft')
         AND ($2::uuid IS NULL OR c.course_id = $2) AND ($3::text IS NULL OR c.state = $3)
         AND ($4::int IS NULL OR c.opens_on BETWEEN make_date($4, 1, 1) AND make_date($4, 12, 31))
         AND (NOT $5 OR ${callIsOpen('$6')})
         AND ${wanted.running ? isRunning(place(this.clock.today())) : 'true'}
         AND ${wanted.search ? isSought(wanted.search, place) : 'true'}
         AND ($7::text IS NULL OR ${column} ${beyond} $7::${type} OR (${column} = $7::${type} AND c.id > $8::uuid))
       ORDER BY ${column} ${direction}, c.id LIMIT $9`,
      parameters,
    );
    const { items, next } = pageOf(rows, limit, (row) => [sort, keyOf(row), row.id]);
    return { items: items.map((row) => this.withStage(row)), next };
  }

  async class(id: string): Promise<ClassItem | null> {
    const [row] = await this.database.read<ClassRow>(`${classItem} WHERE c.id = $1`, [id]);
    return row ? this.withStage(row) : null;
  }

  /** @throws NotFound for a class the reader may not see */
  async seen(actor: Actor, id: string): Promise<ClassItem> {
    return found(await this.class(id), (item) => maySeeClass(actor, item));
  }

  /** The groups a class is divided into, in their order. */
  async groups(classId: string): Promise<{ readonly number: number; readonly name: string | null }[]> {
    return this.database.read(`SELECT number, name FROM class_groups WHERE class_id = $1 ORDER BY number`, [classId]);
  }

  /** In time order, with the cancelled ones. */
  async halfDays(classId: string): Promise<HalfDayItem[]> {
    return this.database.read(`${halfDayItem} WHERE h.class_id = $1 ORDER BY h.number`, [classId]);
  }

  async halfDay(id: string): Promise<HalfDayItem | null> {
    const [halfDay] = await this.database.read<HalfDayItem>(`${halfDayItem} WHERE h.id = $1`, [id]);
    return halfDay ?? null;
  }

  /** The years some class opens in, the latest first: for choosing one. */
  async years(): Promise<number[]> {
    const rows = await this.database.read<{ year: number }>(
      `SELECT year FROM (SELECT min(opens_on) AS first, max(opens_on) AS last FROM classes) c,
         generate_series(extract(year FROM last)::int, extract(year FROM first)::int, -1) year
       WHERE EXISTS (SELECT FROM classes WHERE opens_on >= make_date(year, 1, 1) AND opens_on < make_date(year + 1, 1, 1))`,
    );
    return rows.map(({ year }) => year);
  }

  async namesOf(classIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const rows = await this.database.read<{ id: string; name: string }>(
      `SELECT id, name FROM classes WHERE id = ANY ($1::uuid[])`,
      [classIds],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }

  private withStage(row: ClassRow): ClassItem {
    const now = this.clock.now();
    return { ...row, callIsOpen: callIsOpenAt(row, now), stage: stageAt(row, now) };
  }
}
