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

  async mayType(accountId: string, tx?: Tx): Promise<boolean> {
    return !(await this.barred([accountId], tx)).has(accountId);
  }

  /** @throws StaffSignInAtProvider */
  async assertMayType(accountId: string, tx?: Tx): Promise<void> {
    if (!(await this.mayType(accountId, tx))) throw new StaffSignInAtProvider(this.settings.openId!.name);
  }

  /** Which of these come by the provider alone. */
  async barred(accountIds: readonly string[], tx: Tx = this.database.reader): Promise<ReadonlySet<string>> {
    const { openId } = this.settings;
    if (!openId?.isForAllStaff) return new Set();
    const staff = await tx.rows<{ accountId: string }>(
      `WITH administrators AS (
         SELECT a.id, a.email = ANY ($3::citext[]) AS is_named, a.password_hash IS NOT NULL AS has_password
         FROM accounts a WHERE a.disabled_at IS NULL AND EXISTS (
           SELECT FROM grants_in_force($2::date) g WHERE g.account_id = a.id AND g.role = 'admin' AND g.unit_id = organizing_bloc()))
       SELECT DISTINCT g.account_id FROM grants_in_force($2::date) g
       WHERE g.account_id = ANY ($1::uuid[]) AND g.account_id NOT IN (
         SELECT id FROM administrators WHERE is_named OR NOT EXISTS (SELECT FROM administrators WHERE is_named AND has_password))`,
      [accountIds, this.clock.today(), openId.emergencyAdministrators],
    );
    return new Set(staff.map(({ accountId }) => accountId));
  }
}
