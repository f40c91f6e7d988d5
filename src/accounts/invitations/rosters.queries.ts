import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { LongJob } from '../../platform/jobs/long-jobs';
import { forLike, searchWords } from '../../platform/names';
import { found } from '../../platform/problems/refusals';
import { holdsRole } from '../holds-role';
import { isInvited } from '../links/is-invited';

/** Somebody of a unit who has an address, and no account. */
export interface Invitee {
  readonly personId: string;
  readonly unitId: string;
  readonly name: string;
  readonly email: string;
}

/** Where the people of a unit stand. */
export interface RosterAccounts {
  readonly people: number;
  /** Those who came. */
  readonly active: number;
  /** Those whose invitation stands and who did not come yet. */
  readonly invited: number;
  /** Those whose invitation was taken back before they came. */
  readonly takenBack: number;
  readonly locked: number;
  readonly withoutEmail: number;
  /** Whose address is another account's, or somebody else's of the unit: whom of them a letter would reach is not known. */
  readonly emailShared: number;
  readonly toInvite: number;
}

/** Whom a slip is for. */
export interface SlipAddressee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly unitName: string | null;
}

/** `$1` is the unit, `$2` today: its people of today, each with what stands in the way of an invitation. */
const roster = `
  SELECT p.id AS person_id, p.unit_id, p.full_name, p.folded_name, p.sort_name, p.email, a.id AS account_id, a.disabled_at, a.accepted_at, ${isInvited('a.id')} AS is_invited,
    p.email IS NOT NULL AND a.id IS NULL AND (
      EXISTS (SELECT FROM accounts o WHERE o.email = p.email::citext)
      OR count(*) OVER (PARTITION BY lower(p.email), a.id IS NULL) > 1) AS is_shared
  FROM persons p LEFT JOIN accounts a ON a.person_id = p.id
  WHERE p.unit_id = $1 AND NOT has_left(p.left_on, $2)`;
const isToInvite = `account_id IS NULL AND email IS NOT NULL AND NOT is_shared`;

@Injectable()
export class RostersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a unit that is not there */
  async accounts(unitId: string): Promise<RosterAccounts> {
    const [counts] = await this.database.read<RosterAccounts>(
      `SELECT count(*) AS people, count(*) FILTER (WHERE accepted_at IS NOT NULL AND disabled_at IS NULL) AS active,
         count(*) FILTER (WHERE is_invited AND accepted_at IS NULL AND disabled_at IS NULL) AS invited,
         count(*) FILTER (WHERE account_id IS NOT NULL AND NOT is_invited AND accepted_at IS NULL AND disabled_at IS NULL) AS taken_back,
         count(disabled_at) AS locked, count(*) FILTER (WHERE account_id IS NULL AND email IS NULL) AS without_email,
         count(*) FILTER (WHERE is_shared) AS email_shared, count(*) FILTER (WHERE ${isToInvite}) AS to_invite
       FROM (${roster}) r HAVING EXISTS (SELECT FROM units WHERE id = $1)`,
      [unitId, this.clock.today()],
    );
    return found(counts);
  }

  /** By given name. @param search words of a name, with or without marks */
  async invitees(unitId: string, limit: number, search?: string, tx?: Tx): Promise<Invitee[]> {
    return this.database.read(
      `SELECT person_id, unit_id, full_name AS name, email FROM (${roster}) r
       WHERE ${isToInvite} AND ' ' || folded_name LIKE ALL ($4::text[])
       ORDER BY sort_name, person_id LIMIT $3`,
      [unitId, this.clock.today(), limit, searchWords(search).map((word) => `% ${forLike(word)}%`)],
      tx,
    );
  }

  /** Whom invitations on paper are addressed to, in the order asked for. */
  async addressees(accountIds: readonly string[]): Promise<SlipAddressee[]> {
    return this.database.read(
      `SELECT a.id, a.name, a.email, unit_name_on(p.unit_id, $2) AS unit_name FROM unnest($1::uuid[]) WITH ORDINALITY asked (id, n)
       JOIN accounts a USING (id) LEFT JOIN persons p ON p.id = a.person_id ORDER BY n`,
      [accountIds, this.clock.today()],
    );
  }

  /** The accounts of a unit's people whose invitation stands, who hold no role and did not come yet, by given name. */
  async notCome(unitId: string, limit: number): Promise<{ readonly id: string }[]> {
    return this.database.read(
      `SELECT a.id FROM accounts a JOIN persons p ON p.id = a.person_id
       WHERE p.unit_id = $1 AND NOT has_left(p.left_on, $2) AND a.accepted_at IS NULL AND a.disabled_at IS NULL
         AND ${isInvited('a.id')} AND NOT ${holdsRole('a.id', '$2')}
       ORDER BY p.sort_name, a.id LIMIT $3`,
      [unitId, this.clock.today(), limit],
    );
  }
}

export const isUnderWay = ({ state }: Pick<LongJob, 'state'>): boolean => state === 'queued' || state === 'running';
