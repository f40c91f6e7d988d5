import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';

/**
 * The address in a mail by which its reader stops such mail without signing in. It names whose choice it is by id alone
 * and is signed, so that nobody chooses for others.
 */
@Injectable()
export class UnsubscribeAddresses {
  constructor(
    private readonly database: Database,
    private readonly settings: PlatformSettings,
  ) {}

  /** Makes addresses. @param tx the transaction that writes the mail */
  async inTx(tx: Tx): Promise<(chooser: string) => string> {
    const key = await this.key(tx);
    return (chooser) => this.addressWith(key, chooser);
  }

  /** Where the mail of one chooser is stopped. */
  async unsubscribeAddress(chooser: string): Promise<string> {
    return this.addressWith(await this.key(), chooser);
  }

  /** Whose choice a token of an address stands for, of a record that was merged that which goes on; null when we did not write it. */
  async chooserOf(token: string): Promise<string | null> {
    const [, chooser, signature] = /^([0-9a-f-]{36})\.([\w-]{22})$/.exec(token) ?? [];
    if (!chooser || !signature) return null;
    const expected = signatureOf(chooser, await this.key());
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return null;
    const [merged] = await this.database.read<{ sameAsId: string }>(
      `SELECT same_as_id FROM persons WHERE id = $1 AND same_as_id IS NOT NULL`,
      [chooser],
    );
    return merged?.sameAsId ?? chooser;
  }

  private addressWith(key: string, chooser: string): string {
    return `${this.settings.publicUrl}/unsubscribe/${chooser}.${signatureOf(chooser, key)}`;
  }

  private async key(tx?: Tx): Promise<string> {
    const [row] = await this.database.read<{ key: string }>(
      `SELECT key FROM unsubscribe_keys`,
      [],
      ...(tx ? [tx] : []),
    );
    return row!.key;
  }
}

const signatureOf = (chooser: string, key: string): string =>
  createHmac('sha256', key).update(`unsubscribe ${chooser}`).digest().subarray(0, 16).toString('base64url');
