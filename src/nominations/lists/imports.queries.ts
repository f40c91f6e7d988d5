import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Bilingual } from '../../platform/messages/words';
import type { Upload } from '../../platform/uploads';
import type { Check } from '../checks';
import { reserveNumber } from '../reserve-number';
import type { ListVerdict } from './verdicts';
import type { NominationState } from '../nomination.states';

export interface ListImportItem {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly fileName: string;
  readonly state: 'previewed' | 'applied' | 'reversed';
  readonly letterNumber: string | null;
  readonly letterDate: Day | null;
  readonly uploadedAt: Date;
  readonly appliedAt: Date | null;
  readonly reversedAt: Date | null;
  readonly counts: Readonly<Partial<Record<ListVerdict, number>>>;
}

export interface ListImportRow {
  readonly rowNumber: number;
  readonly ordinal: string | null;
  readonly fullName: string | null;
  readonly verdict: ListVerdict;
  readonly reason: Bilingual;
  readonly checks: readonly Check[];
  readonly personId: string | null;
  readonly nominationId: string | null;
  /** What stands in the sheet: the row as it was read, or the text that was passed over. */
  readonly read: Readonly<Record<string, unknown>>;
}

/** What became of a row that was nominated. */
export interface PlaceNow {
  readonly rowNumber: number;
  readonly seat: number | null;
  /** Among the unit's reserves as they stand now. */
  readonly reserveNumber: number | null;
  readonly state: NominationState;
}

/** How many people the list nominates, or did. */
export const nominated = ({ counts }: Pick<ListImportItem, 'counts'>): number =>
  (counts.seat ?? 0) + (counts.reserve ?? 0);

const item = `SELECT i.id, i.class_id AS "classId", c.name AS "className", i.unit_id AS "unitId", unit_name_on(i.unit_id, c.opens_on) AS "unitName",
  i.file_name AS "fileName", i.state, i.letter_number AS "letterNumber", i.letter_date AS "letterDate", i.uploaded_at AS "uploadedAt",
  i.applied_at AS "appliedAt", i.reversed_at AS "reversedAt",
  (SELECT coalesce(jsonb_object_agg(verdict, count), '{}') FROM (SELECT verdict, count(*) FROM list_import_rows r WHERE r.import_id = i.id GROUP BY verdict) v) AS counts
  FROM list_imports i JOIN classes c ON c.id = i.class_id`;

@Injectable()
export class ListImportsQueries {
  constructor(private readonly database: Database) {}

  async listImport(id: string): Promise<ListImportItem | null> {
    const [row] = await this.database.read<ListImportItem>(`${item} WHERE i.id = $1`, [id]);
    return row ?? null;
  }

  /** The lists sent for a class by units the reader may see, newest first. */
  async ofClass(classId: string, units: readonly string[]): Promise<ListImportItem[]> {
    return this.database.read(
      `${item} WHERE i.class_id = $1 AND i.unit_id = ANY ($2) ORDER BY i.uploaded_at DESC LIMIT 100`,
      [classId, units],
    );
  }

  /** The file as it was sent, to try it out again; null when there is no such import. */
  async sent(id: string): Promise<{ classId: string; unitId: string; file: Upload } | null> {
    const [row] = await this.database.read<{ classId: string; unitId: string; name: string; content: Buffer }>(
      `SELECT class_id AS "classId", unit_id AS "unitId", file_name AS name, content FROM list_imports WHERE id = $1`,
      [id],
    );
    if (!row) return null;
    const { name, content, ...whose } = row;
    return { ...whose, file: { name, content } };
  }

  /** Where the people the list nominated stand at the moment. */
  async placesNow(id: string): Promise<PlaceNow[]> {
    return this.database.read(
      `SELECT r.row_number AS "rowNumber", s.number AS seat, n.state, ${reserveNumber} AS "reserveNumber"
       FROM list_import_rows r JOIN nominations n ON n.id = r.nomination_id LEFT JOIN seats s ON s.nomination_id = n.id WHERE r.import_id = $1`,
      [id],
    );
  }

  /** Every row of the sheet, in its order. */
  async rows(id: string): Promise<ListImportRow[]> {
    return this.database.read(
      `SELECT row_number AS "rowNumber", ordinal, full_name AS "fullName", verdict, reason, checks, person_id AS "personId", nomination_id AS "nominationId", read
       FROM list_import_rows WHERE import_id = $1 ORDER BY row_number`,
      [id],
    );
  }
}
