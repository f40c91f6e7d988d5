import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../paging';
import type { Choice } from '../sheets/tables';
import type { Upload } from '../uploads';

/** What every kind shows of an import. */
export interface ImportItem {
  readonly id: string;
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly appliedAt: Date | null;
}

/** How a kind reads its imports: in SQL where `i` is the import, `counts` its rows by verdict, and `values` are its first parameters. */
export interface ImportLook {
  readonly kind: string;
  readonly columns: string;
  readonly joins?: string;
  readonly values?: readonly unknown[];
}

/** What of the file was read; of files from before that was kept, nothing. */
export const whatWasRead = `coalesce(i.read->'choice', '{}') AS choice, coalesce(i.read->'tables', '[]') AS tables,
  coalesce(i.read->'unread', '[]') AS unread, coalesce(i.read->'doubtedDays', '[]') AS doubted_days`;

/** What its columns were taken for, where somebody may say otherwise. */
export const columnsMatched = `coalesce(i.read->'matched', '[]') AS matched, coalesce(i.read->'headings', '[]') AS headings`;

/** Whether everything that was to be read of an import could be: nobody is missing for want of a heading. */
export const isReadWhole = `NOT jsonb_path_exists(i.read, '$.tables[*] ? (@.isRead == true && exists(@.lacks))')`;

export interface PageWanted {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async list<Item extends ImportItem>(
    look: ImportLook,
    {
      classId,
      unitIds,
      limit = usualPage,
      after,
    }: PageWanted & { readonly classId?: string; readonly unitIds?: readonly string[] },
  ): Promise<PageOf<Item>> {
    const [at, id] = cursorValues(after, 2) ?? [];
    const rows = await this.read<Item>(
      look,
      (parameter) => [
        ...(classId ? [`i.class_id = ${parameter(classId)}`] : []),
        ...(unitIds ? [`i.unit_id = ANY (${parameter(unitIds)}::uuid[])`] : []),
        ...(at ? [`(i.uploaded_at, i.id) < (${parameter(at)}::timestamptz, ${parameter(id)}::uuid)`] : []),
      ],
      limit + 1,
    );
    return pageOf(rows, limit, ({ uploadedAt, id: last }) => [uploadedAt.toISOString(), last]);
  }

  async import<Item extends ImportItem>(look: ImportLook, id: string): Promise<Item | null> {
    const [item] = await this.read<Item>(look, (parameter) => [`i.id = ${parameter(id)}`], 1);
    return item ?? null;
  }

  /** The rows of a file as they were shown, in its order. */
  async rows<Row>(
    id: string,
    { verdict, limit = usualPage, after }: PageWanted & { readonly verdict?: string | undefined } = {},
  ): Promise<PageOf<Row>> {
    const [position] = cursorValues(after, 1) ?? [0];
    const rows = await this.database.read<{ position: number; shown: Row }>(
      `SELECT position, shown FROM import_rows
       WHERE import_id = $1 AND ($2::text IS NULL OR verdict = $2) AND position > $3 ORDER BY position LIMIT $4`,
      [id, verdict ?? null, position, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.position]);
    return { ...page, items: page.items.map(({ shown }) => shown) };
  }

  /** The file as it was sent, whose it is and what of it was chosen; null when there is none. */
  async sent(
    kind: string,
    id: string,
  ): Promise<{ classId: string | null; unitId: string | null; file: Upload; choice: Choice } | null> {
    const [row] = await this.database.read<{
      classId: string | null;
      unitId: string | null;
      choice: Choice;
      name: string;
      content: Buffer;
    }>(
      `SELECT class_id, unit_id, coalesce(read->'choice', '{}') AS choice, file_name AS name, content FROM imports WHERE id = $1 AND kind = $2 AND content IS NOT NULL`,
      [id, kind],
    );
    if (!row) return null;
    const { name, content, ...whose } = row;
    return { ...whose, file: { name, content } };
  }

  private async read<Item>(
    { kind, columns, joins = '', values = [] }: ImportLook,
    where: (parameter: (value: unknown) => string) => readonly string[],
    limit: number,
  ): Promise<Item[]> {
    const parameters = [...values];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [`i.kind = ${parameter(kind)}`, ...where(parameter)];
    return this.database.read(
      `SELECT i.id, i.file_name, i.uploaded_at, i.applied_at, ${columns}
       FROM imports i CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_object_agg(verdict, count), '{}') AS counts
         FROM (SELECT verdict, count(*) FROM import_rows WHERE import_id = i.id GROUP BY verdict) v) r ${joins}
       WHERE ${conditions.join(' AND ')} ORDER BY i.uploaded_at DESC, i.id DESC LIMIT ${limit}`,
      parameters,
    );
  }
}
