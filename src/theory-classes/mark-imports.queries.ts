import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { ComparedMarks, MarkVerdict } from './mark-comparison';

type MarkImportSummary = Readonly<Record<MarkVerdict, number>>;

/** A workbook of marks somebody sent: compared, and perhaps applied. */
export interface MarkImportItem {
  readonly id: string;
  readonly classId: string;
  readonly fileName: string;
  readonly unreadColumns: readonly string[];
  readonly uploadedAt: Date;
  readonly uploadedByName: string | null;
  readonly appliedAt: Date | null;
  readonly appliedByName: string | null;
  /** Rows by what applying them would do, or did. */
  readonly summary: MarkImportSummary;
  /** Marks that would change, and among them those that were there before and so need a reason. */
  readonly marks: number;
  readonly corrections: number;
}

@Injectable()
export class MarkImportsQueries {
  constructor(private readonly database: Database) {}

  /** Of a class, the newest first. */
  async list(
    classId: string,
    { limit = usualPage, after }: { limit?: number | undefined; after?: string | undefined } = {},
  ): Promise<PageOf<MarkImportItem>> {
    const [afterAt, afterId] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.read(
      'i.class_id = $1 AND ($2::timestamptz IS NULL OR (i.uploaded_at, i.id) < ($2, $3::uuid)) ORDER BY i.uploaded_at DESC, i.id DESC LIMIT $4',
      [classId, afterAt, afterId, limit + 1],
    );
    return pageOf(rows, limit, ({ uploadedAt, id }) => [uploadedAt.toISOString(), id]);
  }

  async markImport(id: string): Promise<MarkImportItem | null> {
    const [item] = await this.read('i.id = $1', [id]);
    return item ?? null;
  }

  /** In the order of the sheet. */
  async rows(
    id: string,
    {
      verdict,
      limit = usualPage,
      after,
    }: { verdict?: MarkVerdict | undefined; limit?: number | undefined; after?: string | undefined } = {},
  ): Promise<PageOf<ComparedMarks>> {
    const [afterRow] = cursorValues(after, 1) ?? [null];
    const rows = await this.database.read<ComparedMarks>(
      `SELECT row_number AS "rowNumber", verdict, code, full_name AS "fullName", enrollment_id AS "enrollmentId", changes, problems
       FROM mark_import_rows WHERE import_id = $1 AND ($2::text IS NULL OR verdict = $2) AND ($3::int IS NULL OR row_number > $3)
       ORDER BY row_number LIMIT $4`,
      [id, verdict ?? null, afterRow, limit + 1],
    );
    return pageOf(rows, limit, ({ rowNumber }) => [rowNumber]);
  }

  private async read(place: string, values: unknown[]): Promise<MarkImportItem[]> {
    return this.database.read(
      `SELECT i.id, i.class_id AS "classId", i.file_name AS "fileName", i.unread_columns AS "unreadColumns", i.uploaded_at AS "uploadedAt",
              u.name AS "uploadedByName", i.applied_at AS "appliedAt", a.name AS "appliedByName", s.summary, s.marks, s.corrections
       FROM mark_imports i LEFT JOIN accounts u ON u.id = i.uploaded_by LEFT JOIN accounts a ON a.id = i.applied_by
       CROSS JOIN LATERAL (
         SELECT jsonb_build_object('changes', count(*) FILTER (WHERE r.verdict = 'changes'), 'same', count(*) FILTER (WHERE r.verdict = 'same'),
                  'refused', count(*) FILTER (WHERE r.verdict = 'refused')) AS summary,
                coalesce(sum(jsonb_array_length(r.changes)), 0)::int AS marks,
                coalesce(sum((SELECT count(*) FROM jsonb_array_elements(r.changes) c WHERE (c->>'revision')::int > 1)), 0)::int AS corrections
         FROM mark_import_rows r WHERE r.import_id = i.id) s
       WHERE ${place}`,
      values,
    );
  }
}
