import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { forLike, searchWords } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { distinctionOf } from '../likeness';
import type { DuplicateOrder, DuplicatesRequest, Likeness } from './mergers.requests';
import { type Reach, within } from '../../platform/access/reach';

/** One of a pair. */
export interface AlikePerson {
  readonly id: string;
  readonly fullName: string;
  readonly code: string;
  readonly birthDate: Day;
  readonly position: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly leftOn: Day | null;
}

/** Two records that may be of one person. */
export interface DuplicateItem {
  readonly likeness: Likeness;
  readonly one: AlikePerson;
  readonly other: AlikePerson;
  /** When somebody said that they are two people, and who. */
  readonly distinctSince: Date | null;
  readonly distinctBy: string | null;
  readonly sortName: string;
}

export interface Distinction {
  readonly saidAt: Date;
  readonly saidByName: string;
}

export type DuplicatesFilter = Omit<DuplicatesRequest, 'limit' | 'after' | 'sort'> & {
  /** Both are of these units. */
  readonly unitIds: Reach;
};

const byIds = [
  { column: 'alike.one_id', type: 'uuid', value: ({ one }: DuplicateItem) => one.id },
  { column: 'alike.other_id', type: 'uuid', value: ({ other }: DuplicateItem) => other.id },
] as const;
const orders: Orders<DuplicateOrder, DuplicateItem> = {
  name: [{ column: 'alike.sort_name', type: 'text', value: ({ sortName }) => sortName }, ...byIds],
  birthDate: [{ column: 'alike.birth_date', type: 'date', value: ({ one }) => one.birthDate }, ...byIds],
};

/** As triggers keep them: neither a list nor the number of them looks among everybody. */
const pairs = `alike_people alike
  LEFT JOIN person_distinctions d ON d.one_id = alike.one_id AND d.other_id = alike.other_id`;
const personOf = (
  person: string,
) => `jsonb_build_object('id', ${person}.id, 'fullName', ${person}.full_name, 'code', ${person}.code,
  'birthDate', ${person}.birth_date, 'position', ${person}.position, 'unitId', ${person}.unit_id, 'unitName', unit_name_on(${person}.unit_id, $1), 'leftOn', ${person}.left_on)`;

@Injectable()
export class DuplicatesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Pairs of records that may be of one person. */
  async list({
    sort = 'name',
    limit,
    after,
    ...filter
  }: DuplicatesFilter & { readonly sort?: DuplicateOrder; readonly limit?: number; readonly after?: string }): Promise<
    PageOf<DuplicateItem>
  > {
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    conditions.push(page.condition);
    const rows = await this.database.read<DuplicateItem>(
      `SELECT alike.likeness, alike.sort_name,
         ${personOf('a')} AS one, ${personOf('b')} AS other, d.said_at AS distinct_since, d.said_by_name AS distinct_by
       FROM ${pairs} JOIN persons a ON a.id = alike.one_id JOIN persons b ON b.id = alike.other_id
       WHERE ${conditions.join(' AND ')} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async count(filter: DuplicatesFilter): Promise<number> {
    const parameters: unknown[] = [];
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM ${pairs} WHERE ${conditionsOf(filter, parameters).join(' AND ')}`,
      parameters,
    );
    return row!.count;
  }

  /** Whether somebody said that the two are two people. */
  async distinction(oneId: string, otherId: string, tx: Tx = this.database.reader): Promise<Distinction | null> {
    const [found] = await tx.rows<Distinction>(
      `SELECT said_at, said_by_name FROM person_distinctions WHERE ${distinctionOf('$1', '$2')}`,
      [oneId, otherId],
    );
    return found ?? null;
  }
}

/** The conditions of a filter; what they compare with is added to `parameters`. */
function conditionsOf(
  { unitIds, search, unitId, likeness, state = 'open' }: DuplicatesFilter,
  parameters: unknown[],
): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const seen = place(unitIds);
  const conditions = [
    ...['alike.one_unit_id', 'alike.other_unit_id'].map((unit) => within(unit, unitIds, seen)),
    `d.one_id IS ${state === 'open' ? '' : 'NOT '}NULL`,
  ];
  if (unitId) {
    const unit = place(unitId);
    conditions.push(`${unit}::uuid IN (alike.one_unit_id, alike.other_unit_id)`);
  }
  if (likeness) conditions.push(`alike.likeness = ${place(likeness)}`);
  for (const word of searchWords(search).map(forLike))
    conditions.push(
      `EXISTS (SELECT FROM persons n WHERE n.id = alike.one_id AND ' ' || n.folded_name LIKE ${place(`% ${word}%`)})`,
    );
  return conditions;
}
