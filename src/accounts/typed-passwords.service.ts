import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';
import { StaffSignInAtProvider } from './accounts.refusals';

/**
 * Who may come by a password. Where staff come by the provider alone, that of an emergency administrator works all the same;
 * while none of them could come by one, that of every administrator does, so that a provider that is gone locks nobody out.
 */
@Injectable()
export class TypedPasswords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  async mayType(tx: Tx, accountId: string): Promise<boolean> {
    const { openId } = this.settings;
    if (!openId?.isForAllStaff) return true;
    const held = await this.database.read<{ isAdministrator: boolean; isNamed: boolean; isOneNamedThere: boolean }>(
      `WITH administrators AS (
         SELECT a.id, a.email = ANY ($3::citext[]) AS is_named, a.password_hash IS NOT NULL AS has_password
         FROM accounts a WHERE a.disabled_at IS NULL AND EXISTS (
           SELECT FROM grants_in_force($2::date) g WHERE g.account_id = a.id AND g.role = 'admin' AND g.unit_id = organizing_bloc()))
       SELECT a.id IS NOT NULL AS is_administrator, coalesce(a.is_named, false) AS is_named,
         EXISTS (SELECT FROM administrators WHERE is_named AND has_password) AS is_one_named_there
       FROM grants_in_force($2::date) g LEFT JOIN administrators a ON a.id = g.account_id WHERE g.account_id = $1 LIMIT 1`,
      [accountId, this.clock.today(), openId.emergencyAdministrators],
      tx,
    );
    return held.every((one) => one.isAdministrator && (one.isNamed || !one.isOneNamedThere));
  }

  /** @throws StaffSignInAtProvider */
  async assertMayType(tx: Tx, accountId: string): Promise<void> {
    if (!(await this.mayType(tx, accountId))) throw new StaffSignInAtProvider(this.settings.openId!.name);
  }
}
