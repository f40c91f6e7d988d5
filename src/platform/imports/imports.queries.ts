import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { cursorValues, keysetPage, type Orders, pageOf, type PageOf, usualPage } from '../paging';
import type { Choice } from '../sheets/choice';
import type { Upload } from '../uploads';
import { type Reach, within } from '../access/reach';

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

export const importOrders = ['uploadedAt', '-uploadedAt'] as const;
export type ImportOrder = (typeof importOrders)[number];

const orders: Orders<ImportOrder, ImportItem> = {
  uploadedAt: [
    { column: 'i.uploaded_at', type: 'timestamptz', value: ({ uploadedAt }) => uploadedAt.toISOString() },
    { column: 'i.id', type: 'uuid', value: ({ id }) => id },
  ],
};

export interface PageWanted {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export interface ListWanted extends PageWanted {
  /** The newest first unless told. */
  readonly sort?: ImportOrder | undefined;
}

@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  async list<Item extends ImportItem>(
    look: ImportLook,
    {
      classId,
      unitIds = null,
      sort = '-uploadedAt',
      ...page
    }: ListWanted & { readonly classId?: string; readonly unitIds?: Reach },
  ): Promise<PageOf<Item>> {
    const parameters = [...(look.values ?? [])];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      `i.kind = ${parameter(look.kind)}`,
      ...(classId ? [`i.class_id = ${parameter(classId)}`] : []),
      within('i.unit_id', unitIds, parameter(unitIds)),
    ];
    const part = keysetPage<ImportOrder, Item>(orders, { sort, ...page }, parameters);
    const rows = await this.database.read<Item>(
      `${itemsOf(look)} WHERE ${conditions.join(' AND ')} AND ${part.condition} ${part.orderAndLimit}`,
      parameters,
    );
    return part.of(rows);
  }

  async import<Item extends ImportItem>(look: ImportLook, id: string): Promise<Item | null> {
    const values = look.values ?? [];
    const [item] = await this.database.read<Item>(
      `${itemsOf(look)} WHERE i.kind = $${values.length + 1} AND i.id = $${values.length + 2}`,
      [...values, look.kind, id],
    );
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
}

const itemsOf = ({ columns, joins = '' }: ImportLook) => `
  SELECT i.id, i.file_name, i.uploaded_at, i.applied_at, ${columns}
  FROM imports i CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_object_agg(verdict, count), '{}') AS counts
    FROM (SELECT verdict, count(*) FROM import_rows WHERE import_id = i.id GROUP BY verdict) v) r ${joins}`;
