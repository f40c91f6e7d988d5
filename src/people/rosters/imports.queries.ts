import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { ImportState } from '../../platform/imports/import.entity';
import {
  columnsMatched,
  type ImportItem,
  type ImportLook,
  ImportsQueries,
  type ListWanted,
  type PageWanted,
  whatWasRead,
} from '../../platform/imports/imports.queries';
import type { PageOf } from '../../platform/paging';
import type { ComparedRow, RemovableFact, RosterVerdict } from './comparison';
import type { RosterRead } from './sheet';
import { type Reach } from '../../platform/access/reach';

export const rosterImports = 'roster_import';

/** How many rows came out how, and how many people of the unit the file does not name. */
export type RosterSummary = Readonly<Record<RosterVerdict | 'notInFile', number>>;

/** What a list of them shows: what was read of a file is as long as the file is. */
export interface RosterImportListed extends ImportItem {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitCode: string;
  readonly state: ImportState;
  readonly reversedAt: Date | null;
  readonly summary: RosterSummary;
}

export interface RosterImportItem extends RosterImportListed, RosterRead {
  /** How many stored values of each kind the file leaves blank; they stay unless their kind is named when it is applied. */
  readonly removable: Readonly<Partial<Record<RemovableFact, number>>>;
}

/** Somebody in the service but not in the file. */
export interface PersonNotInFile {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly position: string | null;
}

const read = `${whatWasRead}, ${columnsMatched}, coalesce(i.read->'passedOver', '[]') AS passed_over,
  coalesce(i.read->'removable', '{}') AS removable, coalesce((i.read->'seemsList')::boolean, false) AS seems_list,
  coalesce((i.read->'seemsLeft')::boolean, false) AS seems_left`;

@Injectable()
export class RosterImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** The rosters these units sent, newest first unless told. */
  async list(filter: ListWanted & { readonly unitIds: Reach }): Promise<PageOf<RosterImportListed>> {
    return this.imports.list(this.look(), filter);
  }

  async rosterImport(id: string): Promise<RosterImportItem | null> {
    const look = this.look();
    return this.imports.import({ ...look, columns: `${look.columns}, ${read}` }, id);
  }

  /** The rows of one roster in the order of its sheet. */
  async rows(
    id: string,
    page: PageWanted & { verdict?: RosterVerdict | undefined } = {},
  ): Promise<PageOf<ComparedRow>> {
    return this.imports.rows(id, page);
  }

  async notInFile(id: string): Promise<PersonNotInFile[]> {
    return this.database.read(
      `SELECT p.id AS person_id, p.code, p.full_name, p.position
       FROM imports i CROSS JOIN jsonb_array_elements_text(i.read->'notInFile') n (id) JOIN persons p ON p.id = n.id::uuid
       WHERE i.id = $1 ORDER BY p.sort_name, p.id`,
      [id],
    );
  }

  private look(): ImportLook {
    return {
      kind: rosterImports,
      columns: `i.unit_id, n.name_vi AS unit_name, u.code AS unit_code, i.state, i.reversed_at,
        '{"new": 0, "changed": 0, "same": 0, "refused": 0}'::jsonb || r.counts
          || jsonb_build_object('notInFile', jsonb_array_length(i.read->'notInFile')) AS summary`,
      joins: `JOIN units u ON u.id = i.unit_id JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date`,
      values: [this.clock.today()],
    };
  }
}
