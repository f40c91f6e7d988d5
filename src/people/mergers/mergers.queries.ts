import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { MergerOrder } from './mergers.requests';
import { type Reach, within } from '../../platform/access/reach';

/** Two records that were made one. */
export interface MergerItem {
  readonly id: string;
  readonly staysId: string;
  readonly staysName: string;
  /** What lists of people go by. */
  readonly staysSortName: string;
  readonly staysCode: string;
  readonly staysUnitName: string;
  readonly goesId: string;
  readonly goesName: string;
  readonly goesCode: string;
  readonly goesUnitName: string;
  readonly reason: string;
  readonly mergedAt: Date;
  readonly mergedByName: string;
  readonly undoneAt: Date | null;
  readonly undoneByName: string | null;
  readonly undoneReason: string | null;
}

const mergerItem = `
  SELECT m.id, m.stays_id, s.full_name AS stays_name, s.sort_name AS stays_sort_name, s.code AS stays_code, unit_name_on(s.unit_id, $1) AS stays_unit_name,
    m.goes_id, g.full_name AS goes_name, g.code AS goes_code, unit_name_on(g.unit_id, $1) AS goes_unit_name,
    m.reason, m.merged_at, m.merged_by_name, m.undone_at, m.undone_by_name, m.undone_reason
  FROM person_mergers m JOIN persons s ON s.id = m.stays_id JOIN persons g ON g.id = m.goes_id`;

const byId = { column: 'm.id', type: 'uuid', value: ({ id }: MergerItem) => id };
const orders: Orders<MergerOrder, MergerItem> = {
  name: [{ column: 's.sort_name', type: 'text', value: ({ staysSortName }) => staysSortName }, byId],
  mergedAt: [{ column: 'm.merged_at', type: 'timestamptz', value: ({ mergedAt }) => mergedAt.toISOString() }, byId],
};
const both = (units: Reach) => ['s.unit_id', 'g.unit_id'].map((unit) => within(unit, units, '$2')).join(' AND ');

@Injectable()
export class MergersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first unless told. @param personId only those of this record */
  async list({
    unitIds,
    personId = null,
    sort = '-mergedAt',
    ...part
  }: {
    readonly unitIds: Reach;
    readonly personId?: string | null;
    readonly sort?: MergerOrder | undefined;
    readonly limit?: number | undefined;
    readonly after?: string | undefined;
  }): Promise<PageOf<MergerItem>> {
    const parameters: unknown[] = [this.clock.today(), unitIds, personId];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const rows = await this.database.read<MergerItem>(
      `${mergerItem} WHERE ${both(unitIds)} AND ($3::uuid IS NULL OR $3 IN (m.stays_id, m.goes_id))
         AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async merger(id: string, unitIds: Reach): Promise<MergerItem | null> {
    const [merger] = await this.database.read<MergerItem>(`${mergerItem} WHERE m.id = $3 AND ${both(unitIds)}`, [
      this.clock.today(),
      unitIds,
      id,
    ]);
    return merger ?? null;
  }
}
