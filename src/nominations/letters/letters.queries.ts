import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { type Reach, reachNarrowed, within } from '../../platform/access/reach';

/** A letter that names people for one class. */
export interface LetterItem {
  /** What a scan of it is kept with. */
  readonly kind: 'unit_letter' | 'group_letter';
  readonly paperId: string;
  readonly number: string;
  readonly date: Day;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** How many it names for this class, of those the reader may see. */
  readonly names: number;
  readonly scans: number;
}

/** Somebody the Group endorsed without a letter so far. */
export interface EndorsedWithoutLetter {
  readonly id: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly endorsedAt: Date;
}

export interface LettersWithoutScan {
  readonly classId: string;
  readonly className: string;
  readonly count: number;
}

export const letterSorts = ['date', '-date', 'unit'] as const;
export type LetterSort = (typeof letterSorts)[number];

export interface LetterFilter {
  readonly unitId?: string | undefined;
  readonly isMissingScan?: boolean | undefined;
  readonly sort?: LetterSort | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

const date = { column: 'l.date', type: 'date', value: (row: LetterItem) => row.date };
const unit = { column: 'u.code', type: 'text', value: (row: LetterItem) => row.unitCode };
const id = { column: 'l.paper_id', type: 'uuid', value: (row: LetterItem) => row.paperId };
const orders: Orders<LetterSort, LetterItem> = { date: [date, unit, id], unit: [unit, date, id] };

/** Letters by which people of some units ($2) are sent to a class ($1). */
const ofClass = (units: Reach) => `
  SELECT 'unit_letter' AS kind, paper_id(unit_id, letter_number, letter_date) AS paper_id, unit_id, min(letter_number) AS number,
    letter_date AS date, count(*)::int AS names
  FROM nominations WHERE class_id = $1 AND ${within('unit_id', units, '$2')} AND letter_number IS NOT NULL AND letter_date IS NOT NULL
  GROUP BY paper_id(unit_id, letter_number, letter_date), unit_id, letter_date
  UNION ALL
  SELECT 'group_letter', g.id, g.group_id, g.number, g.date, count(*)::int
  FROM nominations n JOIN group_letters g ON g.id = n.group_letter_id WHERE n.class_id = $1 AND ${within('n.unit_id', units, '$2')} GROUP BY g.id`;

@Injectable()
export class LettersQueries {
  constructor(private readonly database: Database) {}

  /** Letters of units and of the Group, the latest first unless told. */
  async ofClass(
    classId: string,
    units: Reach,
    { unitId, isMissingScan = false, sort = '-date', limit, after }: LetterFilter,
  ): Promise<PageOf<LetterItem>> {
    const reach = reachNarrowed(units, unitId);
    const parameters: unknown[] = [classId, reach, isMissingScan];
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const rows = await this.database.read<LetterItem>(
      `SELECT l.kind, l.paper_id, l.number, l.date, l.unit_id, u.code AS unit_code, unit_name_on(l.unit_id, l.date) AS unit_name, l.names,
         coalesce(s.scans, 0) AS scans
       FROM (${ofClass(reach)}) l JOIN units u ON u.id = l.unit_id LEFT JOIN scanned_papers s ON s.kind = l.kind AND s.paper_id = l.paper_id
       WHERE (NOT $3 OR s.scans IS NULL) AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  /** How many letters of classes that are not over show no scan, those that open first first. */
  async withoutScan(units: Reach): Promise<LettersWithoutScan[]> {
    return this.database.read(
      `SELECT c.id AS class_id, c.name AS class_name, count(*)::int AS count
       FROM (SELECT DISTINCT class_id, 'unit_letter' AS kind, paper_id(unit_id, letter_number, letter_date) AS paper_id FROM nominations
             WHERE ${within('unit_id', units, '$1')} AND letter_number IS NOT NULL AND letter_date IS NOT NULL AND ended_at IS NULL
             UNION SELECT class_id, 'group_letter', group_letter_id FROM nominations
             WHERE ${within('unit_id', units, '$1')} AND group_letter_id IS NOT NULL AND ended_at IS NULL) l
       JOIN classes c ON c.id = l.class_id AND NOT class_has_ended(c.state)
       WHERE NOT EXISTS (SELECT FROM scanned_papers s WHERE s.kind = l.kind AND s.paper_id = l.paper_id)
       GROUP BY c.id ORDER BY c.opens_on, c.id LIMIT 20`,
      [units],
    );
  }

  /** Whom the Group endorsed for a class without a letter, by name. */
  async endorsedWithout(classId: string, units: Reach): Promise<EndorsedWithoutLetter[]> {
    return this.database.read(
      `SELECT n.id, p.full_name, n.unit_id, unit_name_on(n.unit_id, c.opens_on) AS unit_name, n.endorsed_at
       FROM nominations n JOIN persons p ON p.id = n.person_id JOIN classes c ON c.id = n.class_id
       WHERE n.class_id = $1 AND ${within('n.unit_id', units, '$2')} AND n.endorsed_at IS NOT NULL AND n.group_letter_id IS NULL
       ORDER BY p.sort_name, n.id LIMIT 500`,
      [classId, units],
    );
  }
}
