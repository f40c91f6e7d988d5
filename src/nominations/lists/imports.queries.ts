import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { ImportState } from '../../platform/imports/import.entity';
import {
  columnsMatched,
  type ImportItem,
  type ImportLook,
  ImportsQueries,
  isReadWhole,
  whatWasRead,
} from '../../platform/imports/imports.queries';
import type { Bilingual } from '../../platform/messages/words';
import type { MatchedTable } from '../../platform/sheets/columns';
import type { Choice } from '../../platform/sheets/choice';
import type { WhatWasRead } from '../../platform/sheets/tables';
import type { Upload } from '../../platform/uploads';
import type { Check } from '../checks';
import { reserveNumber } from '../turn';
import type { ListVerdict } from './verdicts';
import type { NominationState } from '../nomination.states';
import { type Reach } from '../../platform/access/reach';

export const listImports = 'list_import';

/** What a table of them shows: what was read of a file is as long as the file is. */
export interface ListImportListed extends ImportItem {
  readonly classId: string;
  readonly className: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: ImportState;
  readonly counts: Readonly<Partial<Record<ListVerdict, number>>>;
}

export interface ListImportItem extends ListImportListed, WhatWasRead {
  readonly matched: readonly MatchedTable[];
  readonly letterNumber: string | null;
  readonly letterDate: Day | null;
  readonly reversedAt: Date | null;
  /** Why the list seems to be for another class, of another unit or year: by what stands above its table. */
  readonly meantElsewhere: readonly Bilingual[];
  /** Whether it rather is a unit's roster, which also stands among the reasons. */
  readonly seemsRoster: boolean;
}

export interface ListImportRow {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
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
  readonly sheet: string | null;
  readonly fullName: string | null;
  readonly seat: number | null;
  /** Among the unit's reserves as they stand now. */
  readonly reserveNumber: number | null;
  readonly state: NominationState;
  /** The Group's letter that names them: number and day. */
  readonly groupLetter: string | null;
}

/** Somebody nominated into the class for the same unit whom the list does not name. */
export interface NotListed {
  readonly nominationId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly state: NominationState;
}

/** How many people the list nominates, or did. */
export const nominated = ({ counts }: Pick<ListImportItem, 'counts'>): number =>
  (counts.seat ?? 0) + (counts.reserve ?? 0);

const look: ImportLook = {
  kind: listImports,
  columns: `i.class_id, c.name AS class_name, i.unit_id, unit_name_on(i.unit_id, c.opens_on) AS unit_name, i.state, r.counts`,
  joins: `JOIN classes c ON c.id = i.class_id`,
};
const lookInto: ImportLook = {
  ...look,
  columns: `${look.columns}, i.reversed_at, ${whatWasRead}, ${columnsMatched},
    coalesce(i.read->'meantElsewhere', '[]') AS meant_elsewhere,
    coalesce((i.read->'seemsRoster')::boolean, false) AS seems_roster,
    coalesce(i.outcome, i.read)->'letter'->>'number' AS letter_number, coalesce(i.outcome, i.read)->'letter'->>'date' AS letter_date`,
};

/** The rows of a list with the nominations they led to: `i`, `r` and `n`. */
const rowsNominated = `imports i JOIN import_rows r ON r.import_id = i.id
  LEFT JOIN nominations n ON n.class_id = i.class_id AND n.list_import_id = i.id AND n.person_id = r.person_id AND r.verdict IN ('seat', 'reserve')`;

@Injectable()
export class ListImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsQueries,
  ) {}

  /** The letter its people came by, as scans are kept with; null where it sent nobody. */
  async letterOf(id: string): Promise<string | null> {
    const [letter] = await this.database.read<{ id: string }>(
      `SELECT paper_id(unit_id, letter_number, letter_date) AS id FROM nominations WHERE list_import_id = $1 AND letter_number IS NOT NULL LIMIT 1`,
      [id],
    );
    return letter?.id ?? null;
  }

  async listImport(id: string): Promise<ListImportItem | null> {
    return this.imports.import(lookInto, id);
  }

  /** The lists sent for a class by units the reader may see, newest first. */
  async ofClass(classId: string, unitIds: Reach): Promise<readonly ListImportListed[]> {
    return (await this.imports.list<ListImportListed>(look, { classId, unitIds, limit: 100 })).items;
  }

  /** The file as it was sent, to try it out again; null when there is no such import. */
  async sent(id: string): Promise<{ classId: string; unitId: string; file: Upload; choice: Choice } | null> {
    const sent = await this.imports.sent(listImports, id);
    return sent && { ...sent, classId: sent.classId!, unitId: sent.unitId! };
  }

  /** Where the people the list nominated stand at the moment. */
  async placesNow(id: string): Promise<PlaceNow[]> {
    return this.database.read(
      `SELECT (r.shown->>'rowNumber')::int AS row_number, r.shown->>'sheet' AS sheet, r.shown->>'fullName' AS full_name,
         s.number AS seat, n.state, ${reserveNumber} AS reserve_number,
         g.number || ', ' || to_char(g.date, 'DD/MM/YYYY') AS group_letter
       FROM ${rowsNominated} LEFT JOIN group_letters g ON g.id = n.group_letter_id LEFT JOIN seats s ON s.nomination_id = n.id
       WHERE i.id = $1 AND n.id IS NOT NULL ORDER BY r.position`,
      [id],
    );
  }

  /** The numbers its people got among the reserves, by person; null for a seat. */
  async reserveNumbers(tx: Tx, id: string): Promise<ReadonlyMap<string, number | null>> {
    const rows = await tx.rows<{ personId: string; number: number | null }>(
      `SELECT n.person_id, ${reserveNumber} AS number FROM ${rowsNominated} WHERE i.id = $1 AND n.id IS NOT NULL`,
      [id],
    );
    return new Map(rows.map(({ personId, number }) => [personId, number]));
  }

  /** Who is nominated already and not on this list: a corrected list may have left them out. */
  async notListed(id: string): Promise<NotListed[]> {
    return this.database.read(
      `SELECT n.id AS nomination_id, n.person_id, p.full_name, n.state
       FROM imports i JOIN nominations n ON n.class_id = i.class_id AND n.unit_id = i.unit_id AND n.ended_at IS NULL
       JOIN persons p ON p.id = n.person_id
       WHERE i.id = $1 AND ${isReadWhole} AND NOT EXISTS (SELECT FROM import_rows r WHERE r.import_id = i.id AND r.person_id = n.person_id)
       ORDER BY p.sort_name, n.id`,
      [id],
    );
  }

  /** Every row of the sheet, in its order. */
  async rows(id: string): Promise<ListImportRow[]> {
    const rows = await this.database.read<{ row: ListImportRow }>(
      `SELECT r.shown - 'reserveNumber' || jsonb_build_object('read', r.seen, 'nominationId', n.id) AS row
       FROM ${rowsNominated} WHERE i.id = $1 ORDER BY r.position`,
      [id],
    );
    return rows.map(({ row }) => row);
  }
}
