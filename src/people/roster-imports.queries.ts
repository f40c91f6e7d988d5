import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { ComparedRow, RosterVerdict } from './roster-comparison';
import type { RosterImportState } from './roster-import.states';

/** How many rows came out how, and how many people of the unit the file does not name. */
export type RosterSummary = Readonly<Record<RosterVerdict | 'notInFile', number>>;

export interface RosterImportItem {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitCode: string;
  readonly fileName: string;
  readonly state: RosterImportState;
  readonly uploadedAt: Date;
  readonly appliedAt: Date | null;
  readonly reversedAt: Date | null;
  readonly summary: RosterSummary;
  /** Headings of the file that were not read. */
  readonly unreadColumns: readonly string[];
}

/** Somebody in the service but not in the file. */
export interface PersonNotInFile {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly position: string | null;
}

const importItem = `SELECT i.id, i.unit_id AS "unitId", n.name_vi AS "unitName", u.code AS "unitCode", i.file_name AS "fileName", i.state,
    i.uploaded_at AS "uploadedAt", i.applied_at AS "appliedAt", i.reversed_at AS "reversedAt", i.unread_columns AS "unreadColumns",
    jsonb_build_object('new', r.new, 'changed', r.changed, 'same', r.same, 'refused', r.refused, 'notInFile', cardinality(i.not_in_file)) AS summary
  FROM roster_imports i JOIN units u ON u.id = i.unit_id JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE verdict = 'new') AS new, count(*) FILTER (WHERE verdict = 'changed') AS changed,
           count(*) FILTER (WHERE verdict = 'same') AS same, count(*) FILTER (WHERE verdict = 'refused') AS refused
    FROM roster_import_rows WHERE import_id = i.id) r`;

@Injectable()
export class RosterImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The rosters these units sent, newest first. */
  async list(filter: {
    readonly unitIds: readonly string[];
    readonly limit?: number;
    readonly after?: string;
  }): Promise<PageOf<RosterImportItem>> {
    const { unitIds, limit = usualPage, after } = filter;
    const [at, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<RosterImportItem>(
      `${importItem} WHERE i.unit_id = ANY ($2::uuid[]) AND ($3::timestamptz IS NULL OR (i.uploaded_at, i.id) < ($3, $4::uuid))
       ORDER BY i.uploaded_at DESC, i.id DESC LIMIT $5`,
      [this.clock.today(), unitIds, at, id, limit + 1],
    );
    return pageOf(rows, limit, (item) => [item.uploadedAt.toISOString(), item.id]);
  }

  async rosterImport(id: string): Promise<RosterImportItem | null> {
    const [item] = await this.database.read<RosterImportItem>(`${importItem} WHERE i.id = $2`, [
      this.clock.today(),
      id,
    ]);
    return item ?? null;
  }

  /** The rows of one roster in the order of its sheet. */
  async rows(
    id: string,
    {
      verdict,
      limit = usualPage,
      after,
    }: { readonly verdict?: RosterVerdict; readonly limit?: number; readonly after?: string } = {},
  ): Promise<PageOf<ComparedRow>> {
    const [rowNumber] = cursorValues(after, 1) ?? [0];
    const rows = await this.database.read<ComparedRow>(
      `SELECT row_number AS "rowNumber", verdict, code, full_name AS "fullName", person_id AS "personId", before, after, problems
       FROM roster_import_rows
       WHERE import_id = $1 AND ($2::text IS NULL OR verdict = $2) AND row_number > $3 ORDER BY row_number LIMIT $4`,
      [id, verdict ?? null, rowNumber, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.rowNumber]);
  }

  async notInFile(id: string): Promise<PersonNotInFile[]> {
    return this.database.read(
      `SELECT p.id AS "personId", p.code, p.full_name AS "fullName", p.position
       FROM roster_imports i JOIN persons p ON p.id = ANY (i.not_in_file) WHERE i.id = $1 ORDER BY p.sort_name, p.id`,
      [id],
    );
  }
}
