import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database';
import type { ScanType } from './scan-file';
import type { ScanKind } from './scan-kinds';

/** What is told of a scan; its content is asked for by itself. */
export interface ScanItem {
  readonly id: string;
  readonly kind: ScanKind;
  readonly paperId: string;
  readonly fileName: string;
  readonly type: ScanType;
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly keptAt: Date;
  readonly keptBy: string | null;
  readonly keptByName: string | null;
  /** When somebody other than who uploaded it opened it first. */
  readonly readAt: Date | null;
  readonly supersededAt: Date | null;
  readonly supersededBecause: string | null;
}

const item = `SELECT s.id, s.kind, s.paper_id, s.file_name, s.type, s.pages, s.bytes, s.sha256, s.kept_at, s.kept_by, a.name AS kept_by_name,
  s.read_at, s.superseded_at, s.superseded_because FROM scans s LEFT JOIN accounts a ON a.id = s.kept_by`;

@Injectable()
export class ScansQueries {
  /** In the order they were uploaded in; what was superseded after what stands. */
  async ofPaper(tx: Tx, kind: ScanKind, paperId: string): Promise<ScanItem[]> {
    return tx.rows(
      `${item} WHERE s.kind = $1 AND s.paper_id = $2 ORDER BY s.superseded_at NULLS FIRST, s.kept_at, s.id`,
      [kind, paperId],
    );
  }

  async scan(tx: Tx, id: string): Promise<ScanItem | null> {
    const [row] = await tx.rows<ScanItem>(`${item} WHERE s.id = $1 FOR UPDATE OF s`, [id]);
    return row ?? null;
  }
}
