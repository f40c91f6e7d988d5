import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { ImportState } from '../platform/imports/import.entity';
import {
  type ImportItem,
  type ImportLook,
  ImportsQueries,
  type ListWanted,
  type PageWanted,
  whatWasRead,
} from '../platform/imports/imports.queries';
import type { PageOf } from '../platform/paging';
import type { WhatWasRead } from '../platform/sheets/tables';
import type { CertificateVerdict, ComparedCertificate } from './certificate-comparison';
import { type Reach } from '../platform/access/reach';

export const certificateImports = 'certificate_import';

/** What a list of them shows: what was read of a file is as long as the file is. */
export interface CertificateImportListed extends ImportItem {
  readonly unitId: string;
  readonly unitName: string;
  readonly state: ImportState;
  readonly reversedAt: Date | null;
  readonly uploadedByName: string | null;
  readonly summary: Readonly<Record<CertificateVerdict, number>>;
}

/** A sheet of certificates somebody sent: compared, and perhaps entered or taken back. */
export interface CertificateImportItem extends CertificateImportListed, WhatWasRead {}

@Injectable()
export class CertificateImportsQueries {
  constructor(
    private readonly imports: ImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** Of these units, the newest first unless told. */
  async list(page: ListWanted & { readonly unitIds: Reach }): Promise<PageOf<CertificateImportListed>> {
    return this.imports.list(this.look(), page);
  }

  async certificateImport(id: string): Promise<CertificateImportItem | null> {
    const look = this.look();
    return this.imports.import({ ...look, columns: `${look.columns}, ${whatWasRead}` }, id);
  }

  /** In the order of the sheet. */
  async rows(
    id: string,
    page: PageWanted & { verdict?: CertificateVerdict | undefined } = {},
  ): Promise<PageOf<ComparedCertificate>> {
    return this.imports.rows(id, page);
  }

  private look(): ImportLook {
    return {
      kind: certificateImports,
      columns: `i.unit_id, n.name_vi AS unit_name, i.state, i.reversed_at, u.name AS uploaded_by_name,
        '{"new": 0, "same": 0, "refused": 0}' || r.counts AS summary`,
      joins: `LEFT JOIN unit_names n ON n.unit_id = i.unit_id AND n.valid @> $1::date LEFT JOIN accounts u ON u.id = i.uploaded_by`,
      values: [this.clock.today()],
    };
  }
}
