import { Injectable } from '@nestjs/common';
import {
  type ImportItem,
  type ImportLook,
  ImportsQueries,
  type ListWanted,
  type PageWanted,
  whatWasRead,
} from '../platform/imports/imports.queries';
import type { Bilingual } from '../platform/messages/words';
import type { PageOf } from '../platform/paging';
import type { WhatWasRead } from '../platform/sheets/tables';
import type { ComparedMarks, MarkVerdict } from './mark-comparison';

export const markImports = 'mark_import';

type MarkImportSummary = Readonly<Record<MarkVerdict, number>>;

/** What a list of them shows: what was read of a file is as long as the file is. */
export interface MarkImportListed extends ImportItem {
  readonly classId: string;
  readonly uploadedByName: string | null;
  readonly appliedByName: string | null;
  /** Rows by what applying them would do, or did. */
  readonly summary: MarkImportSummary;
  /** Marks that would change, and among them those that were there before and so need a reason. */
  readonly marks: number;
  readonly corrections: number;
}

/** A workbook of marks somebody sent: compared, and perhaps applied. */
export interface MarkImportItem extends MarkImportListed, WhatWasRead {
  /** What to know of whole columns. */
  readonly warnings: readonly Bilingual[];
}

const look: ImportLook = {
  kind: markImports,
  columns: `i.class_id, u.name AS uploaded_by_name, a.name AS applied_by_name,
    '{"changes": 0, "same": 0, "refused": 0}' || r.counts AS summary, m.marks, m.corrections`,
  joins: `LEFT JOIN accounts u ON u.id = i.uploaded_by LEFT JOIN accounts a ON a.id = i.applied_by
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS marks, (count(*) FILTER (WHERE (c->>'revision')::int > 1))::int AS corrections
      FROM import_rows m, jsonb_array_elements(m.shown->'changes') c WHERE m.import_id = i.id) m`,
};

@Injectable()
export class MarkImportsQueries {
  constructor(private readonly imports: ImportsQueries) {}

  /** Of a class, the newest first unless told. */
  async list(classId: string, page: ListWanted = {}): Promise<PageOf<MarkImportListed>> {
    return this.imports.list(look, { ...page, classId });
  }

  async markImport(id: string): Promise<MarkImportItem | null> {
    return this.imports.import(
      { ...look, columns: `${look.columns}, ${whatWasRead}, coalesce(i.read->'warnings', '[]') AS warnings` },
      id,
    );
  }

  /** In the order of the sheet. */
  async rows(
    id: string,
    page: PageWanted & { verdict?: MarkVerdict | undefined } = {},
  ): Promise<PageOf<ComparedMarks>> {
    return this.imports.rows(id, page);
  }
}
