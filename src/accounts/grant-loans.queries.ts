import { Injectable } from '@nestjs/common';
import type { Role } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { ClassNames } from './class-names';
import { lendableRoles } from './grant-loans.policy';

/** Where a loan stands today; `without_ground` when the lender does not hold the grant any more. */
export type LoanState = 'running' | 'coming' | 'over' | 'ended_early' | 'without_ground';

export interface GrantLoanItem {
  readonly id: string;
  /** As the reader sees it. */
  readonly direction: 'given' | 'received';
  readonly role: Role;
  readonly unitId: string | null;
  readonly classId: string | null;
  /** The unit or class, by the name of its first day. */
  readonly placeName: string;
  readonly lenderName: string;
  readonly deputyName: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reason: string;
  readonly state: LoanState;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly endReason: string | null;
}

/** An own grant that may be lent. */
export interface LendableGrant {
  readonly id: string;
  readonly role: Role;
  readonly placeName: string;
}

const placeName = (day: string, classNames: string) =>
  `coalesce(unit_name_on(g.unit_id, ${day}), (SELECT code FROM units WHERE id = g.unit_id), ${classNames}::jsonb ->> g.class_id::text)`;

const loans = (direction: GrantLoanItem['direction'], party: string) => `
  SELECT g.id, '${direction}' AS direction, g.role, g.unit_id, g.class_id, ${placeName('g.starts_on', '$3')} AS place_name,
    lender.name AS lender_name, deputy.name AS deputy_name, g.starts_on, g.ends_on, g.lent_reason AS reason,
    state.word AS state, g.ended_at, ender.name AS ended_by_name, g.end_reason
  FROM grants g
  JOIN grants own ON own.id = g.lent_from
  JOIN accounts lender ON lender.id = own.account_id
  JOIN accounts deputy ON deputy.id = g.account_id
  LEFT JOIN accounts ender ON ender.id = g.ended_by
  CROSS JOIN LATERAL (SELECT CASE
    WHEN g.end_reason IS NOT NULL THEN 'ended_early'
    WHEN g.ended_at IS NOT NULL THEN 'without_ground'
    WHEN g.ends_on < $2::date THEN 'over'
    WHEN own.ended_at IS NOT NULL OR lender.disabled_at IS NOT NULL THEN 'without_ground'
    WHEN g.starts_on > $2::date THEN 'coming'
    ELSE 'running' END AS word) state
  WHERE ${party} = $1
  ORDER BY array_position(ARRAY['running', 'coming'], state.word), CASE WHEN state.word IN ('running', 'coming') THEN g.starts_on END, g.starts_on DESC, g.id`;

@Injectable()
export class GrantLoansQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly classes: ClassNames,
  ) {}

  /** What an account lent: what runs, what comes next, then what is over, latest first. */
  async given(accountId: string | null): Promise<GrantLoanItem[]> {
    return this.loans('given', 'own.account_id', accountId);
  }

  /** What was lent to an account, in the same order. */
  async received(accountId: string | null): Promise<GrantLoanItem[]> {
    return this.loans('received', 'g.account_id', accountId);
  }

  async lendable(accountId: string | null): Promise<LendableGrant[]> {
    return this.database.read(
      `SELECT g.id, g.role, ${placeName('$2::date', '$4')} AS place_name FROM own_grants g
       WHERE g.account_id = $1 AND g.role = ANY ($3)
       ORDER BY array_position($3, g.role), place_name`,
      [accountId, this.clock.today(), lendableRoles, await this.classNames(accountId)],
    );
  }

  private async loans(
    direction: GrantLoanItem['direction'],
    party: string,
    accountId: string | null,
  ): Promise<GrantLoanItem[]> {
    const names = await this.classNames(accountId);
    return this.database.read(loans(direction, party), [accountId, this.clock.today(), names]);
  }

  /** Of the classes an account has, lent or borrowed a grant on, by their ids. */
  private async classNames(accountId: string | null): Promise<string> {
    const granted = await this.database.read<{ classId: string }>(
      `SELECT DISTINCT g.class_id FROM grants g LEFT JOIN grants own ON own.id = g.lent_from
       WHERE g.class_id IS NOT NULL AND $1 IN (g.account_id, own.account_id)`,
      [accountId],
    );
    return JSON.stringify(await this.classes.namesOf(granted.map(({ classId }) => classId)));
  }
}
