import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../../platform/paging';

/** Two records that were made one. */
export interface MergerItem {
  readonly id: string;
  readonly staysId: string;
  readonly staysName: string;
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
  SELECT m.id, m.stays_id, s.full_name AS stays_name, s.code AS stays_code, unit_name_on(s.unit_id, $1) AS stays_unit_name,
    m.goes_id, g.full_name AS goes_name, g.code AS goes_code, unit_name_on(g.unit_id, $1) AS goes_unit_name,
    m.reason, m.merged_at, m.merged_by_name, m.undone_at, m.undone_by_name, m.undone_reason
  FROM person_mergers m JOIN persons s ON s.id = m.stays_id JOIN persons g ON g.id = m.goes_id`;

@Injectable()
export class MergersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @param personId only those of this record */
  async list({
    unitIds,
    personId = null,
    limit = usualPage,
    after,
  }: {
    readonly unitIds: readonly string[];
    readonly personId?: string | null;
    readonly limit?: number;
    readonly after?: string;
  }): Promise<PageOf<MergerItem>> {
    const [at, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<MergerItem>(
      `${mergerItem} WHERE s.unit_id = ANY ($2::uuid[]) AND g.unit_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR $3 IN (m.stays_id, m.goes_id))
         AND ($4::timestamptz IS NULL OR (m.merged_at, m.id) < ($4, $5::uuid)) ORDER BY m.merged_at DESC, m.id DESC LIMIT $6`,
      [this.clock.today(), unitIds, personId, at, id, limit + 1],
    );
    return pageOf(rows, limit, (merger) => [merger.mergedAt.toISOString(), merger.id]);
  }

  async merger(id: string, unitIds: readonly string[]): Promise<MergerItem | null> {
    const [merger] = await this.database.read<MergerItem>(
      `${mergerItem} WHERE m.id = $3 AND s.unit_id = ANY ($2::uuid[]) AND g.unit_id = ANY ($2::uuid[])`,
      [this.clock.today(), unitIds, id],
    );
    return merger ?? null;
  }
}
