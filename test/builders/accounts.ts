import { createHash, randomUUID } from 'node:crypto';
import type { Role } from '../../src/platform/access/actor';
import type { Rows } from './rows';

export type RoleGiven = readonly [Role, { readonly id: string }];

export interface AccountHolder {
  readonly id: string;
  readonly fullName: string;
}

/** Somebody who signs in, with a token for the API that opens a web session too. */
export class BuiltAccount {
  constructor(
    private readonly rows: Rows,
    readonly id: string,
    readonly token: string,
    readonly email: string,
  ) {}

  static async build(
    rows: Rows,
    given: { email: string; roles: readonly RoleGiven[]; person?: AccountHolder; locale: 'vi' | 'en'; now: Date },
  ): Promise<BuiltAccount> {
    const { email, person, locale, now } = given;
    const token = randomUUID();
    const id = await rows.insert('accounts', {
      personId: person?.id ?? null,
      email,
      name: person?.fullName ?? email,
      passwordHash: 'none',
      locale,
      createdAt: now,
      acceptedAt: now,
    });
    for (const [role, on] of given.roles) {
      const place = role === 'class_manager' ? { classId: on.id } : { unitId: on.id };
      await rows.insert('grants', { accountId: id, role, ...place, grantedAt: now });
    }
    const opened = { tokenHash: createHash('sha256').update(token).digest('hex'), accountId: id, createdAt: now };
    await rows.insert('api_tokens', { ...opened, name: 'spec', expiresAt: '2100-01-01' });
    await rows.insert('web_sessions', { ...opened, seenAt: now, tokenAt: now, expiresAt: '2100-01-01' });
    return new BuiltAccount(rows, id, token, email);
  }

  async isLocked(at: Date): Promise<void> {
    await this.rows.change('accounts', { id: this.id }, { disabledAt: at });
  }

  /** Its roles end: all of them, or those for one class. */
  async isRelieved(at: Date, ofClass?: { readonly id: string }): Promise<void> {
    await this.rows.change(
      'grants',
      { accountId: this.id, ...(ofClass ? { classId: ofClass.id } : {}) },
      { endedAt: at },
    );
  }
}
