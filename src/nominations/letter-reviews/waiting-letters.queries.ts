import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { type Reach, within } from '../../platform/access/reach';

/** A unit's letter of which somebody in one class waits for the office's decision. */
export interface WaitingLetter {
  readonly classId: string;
  readonly className: string;
  readonly classCode: string;
  readonly opensOn: Day;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** What scans of it are kept with. */
  readonly paperId: string;
  readonly number: string;
  /** The first number in it, by which letters of one day are ordered. */
  readonly sequence: number;
  readonly date: Day;
  /** How many of those it names wait, and of how many of them something is to be noted. */
  readonly waiting: number;
  readonly noted: number;
  readonly since: Date;
  readonly scans: number;
}

export interface WaitingLetterFilter {
  readonly classId?: string | undefined;
  readonly unitId?: string | undefined;
}

/** Whose decisions are asked for: nobody decides about themselves. */
export interface Reviewing {
  readonly units: Reach;
  readonly personId: string | null;
}

/** One letter of one class. */
export interface LetterInClass {
  readonly classId: string;
  readonly paperId: string;
}

/** Where a letter stands among those that wait; its neighbours wait, whether it still does or not. */
export interface PlaceInQueue {
  readonly waiting: number;
  /** How many come before it. */
  readonly before: number;
  readonly previous: LetterInClass | null;
  readonly next: LetterInClass | null;
  readonly first: LetterInClass | null;
}

type Sort = 'class';
const orders: Orders<Sort, WaitingLetter> = {
  class: [
    { column: 'l.opens_on', type: 'date', value: ({ opensOn }) => opensOn },
    { column: 'l.class_id', type: 'uuid', value: ({ classId }) => classId },
    { column: 'l.unit_code', type: 'text', value: ({ unitCode }) => unitCode },
    { column: 'l.date', type: 'date', value: ({ date }) => date },
    { column: 'l.sequence', type: 'int', value: ({ sequence }) => sequence },
    { column: 'l.paper_id', type: 'uuid', value: ({ paperId }) => paperId },
  ],
};
const key = orders.class.map(({ column }) => column).join(', ');

const letterOf = (n: string) => `paper_id(${n}.unit_id, ${n}.letter_number, ${n}.letter_date)`;
const sequenceOf = (number: string) => `coalesce(left(letter_sequence(${number}), 9), '0')::int`;

/** The queue: letters of these units ($1) of which somebody but the reader ($2) waits, of one class ($3) and unit ($4) where told. */
const queueOf = (units: Reach) => `
  SELECT c.opens_on, r.class_id, c.code AS class_code, c.name AS class_name, r.unit_id, u.code AS unit_code, ${letterOf('n')} AS paper_id,
    min(n.letter_number) AS number, ${sequenceOf('min(n.letter_number)')} AS sequence, n.letter_date AS date, count(*)::int AS waiting,
    count(*) FILTER (WHERE n.checks @? '$[*] ? (@.outcome != "pass")')::int AS noted, min(r.since) AS since
  FROM reviews_waiting r JOIN nominations n ON n.id = r.id JOIN classes c ON c.id = r.class_id JOIN units u ON u.id = r.unit_id
  WHERE r.turn = 'office' AND n.letter_number IS NOT NULL AND n.letter_date IS NOT NULL AND ${within('r.unit_id', units, '$1')} AND r.person_id IS DISTINCT FROM $2::uuid
    AND ($3::uuid IS NULL OR r.class_id = $3) AND ($4::uuid IS NULL OR r.unit_id = $4)
  GROUP BY c.id, r.class_id, r.unit_id, u.code, ${letterOf('n')}, n.letter_date`;

@Injectable()
export class WaitingLettersQueries {
  constructor(private readonly database: Database) {}

  /** The class that opens first first, in it unit by unit, in a unit the oldest letter first. */
  async list(
    { units, personId }: Reviewing,
    { classId, unitId }: WaitingLetterFilter,
    { limit, after }: { readonly limit?: number | undefined; readonly after?: string | undefined } = {},
  ): Promise<PageOf<WaitingLetter>> {
    const parameters: unknown[] = [units, personId, classId ?? null, unitId ?? null];
    const page = keysetPage(orders, { sort: 'class', limit, after }, parameters);
    const rows = await this.database.read<WaitingLetter>(
      `SELECT l.*, unit_name_on(l.unit_id, l.opens_on) AS unit_name, coalesce(s.scans, 0) AS scans
       FROM (${queueOf(units)}) l LEFT JOIN scanned_papers s ON s.kind = 'unit_letter' AND s.paper_id = l.paper_id
       WHERE ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  /** Classes and units that have such letters, for whoever looks for one of them. */
  async among({
    units,
    personId,
  }: Reviewing): Promise<{ classId: string; className: string; unitId: string; unitName: string }[]> {
    return this.database.read(
      `SELECT DISTINCT l.class_id, l.class_name || ' (' || l.class_code || ')' AS class_name, l.unit_id,
         l.unit_code || ' – ' || unit_name_on(l.unit_id, l.opens_on) AS unit_name, l.opens_on, l.unit_code FROM (${queueOf(units)}) l
       ORDER BY l.opens_on, l.class_id, l.unit_code`,
      [units, personId, null, null],
    );
  }

  async placeOf(
    { units, personId }: Reviewing,
    { classId, unitId }: WaitingLetterFilter,
    letter: LetterInClass,
  ): Promise<PlaceInQueue> {
    const nearest = (which: string, order: 'ASC' | 'DESC') => `(
      SELECT jsonb_build_object('classId', l.class_id, 'paperId', l.paper_id) FROM queue l WHERE ${which}
      ORDER BY ${key.replaceAll(',', ` ${order},`)} ${order} LIMIT 1)`;
    const here = '(SELECT h.opens_on, h.class_id, h.unit_code, h.date, h.sequence, h.paper_id FROM here h)';
    const [place] = await this.database.read<PlaceInQueue>(
      `WITH queue AS MATERIALIZED (${queueOf(units)}),
         here AS MATERIALIZED (
           SELECT c.opens_on, n.class_id, u.code AS unit_code, n.letter_date AS date, ${sequenceOf('n.letter_number')} AS sequence, ${letterOf('n')} AS paper_id
           FROM nominations n JOIN classes c ON c.id = n.class_id JOIN units u ON u.id = n.unit_id
           WHERE n.class_id = $5 AND ${letterOf('n')} = $6 LIMIT 1)
       SELECT (SELECT count(*) FROM queue) AS waiting, (SELECT count(*) FROM queue l WHERE (${key}) < ${here}) AS before,
         ${nearest(`(${key}) < ${here}`, 'DESC')} AS previous, ${nearest(`(${key}) > ${here}`, 'ASC')} AS next, ${nearest('true', 'ASC')} AS first`,
      [units, personId, classId ?? null, unitId ?? null, letter.classId, letter.paperId],
    );
    return place!;
  }
}
