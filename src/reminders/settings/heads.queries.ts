import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { holdersOfOffice } from '../rules/sql';

/** Somebody of the training office who could hear what it left lying. */
export interface OfficeMember {
  readonly accountId: string;
  readonly name: string;
  readonly isHead: boolean;
}

@Injectable()
export class OfficeHeadsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The training officers of today, heads first. */
  async members(tx: Tx = this.database.reader): Promise<OfficeMember[]> {
    return tx.rows(
      `SELECT a.id AS account_id, a.name, h.account_id IS NOT NULL AS is_head
       FROM ${holdersOfOffice} o JOIN accounts a ON a.id = o.account_id LEFT JOIN office_heads h ON h.account_id = a.id
       ORDER BY h.account_id IS NULL, a.name, a.id`,
      [this.clock.today()],
    );
  }
}
