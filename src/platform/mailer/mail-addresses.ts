import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';

/** Mail servers can be talkative. */
const mostKept = 1_000;

/** An address mail came back from. */
export interface BadAddress {
  readonly address: string;
  readonly since: Date;
  /** What the mail server, or whoever noted it, said. */
  readonly reason: string;
  /** The message that came back. */
  readonly mailId: string;
}

/** Which addresses mail comes back from. What is to go there waits until its recipient has another. */
@Injectable()
export class MailAddresses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of these addresses that are bad. */
  async bad(addresses: readonly (string | null)[]): Promise<BadAddress[]> {
    return this.database.read<BadAddress>(
      `SELECT address::text, since, reason, mail_id FROM bad_mail_addresses WHERE address = ANY ($1::citext[]) ORDER BY since`,
      [addresses.filter((address) => address !== null)],
    );
  }

  /** Notes that a message came back, and what was said. */
  async cameBack(tx: Tx, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
    await tx.execute(`UPDATE mail_messages SET returned_at = $2, last_error = $3 WHERE id = $1`, [
      id,
      this.clock.now(),
      reason.slice(0, mostKept),
    ]);
  }

  /** Notes that it was the address. The first reason stays. */
  async markBad(
    tx: Tx,
    { id, to, reason }: { readonly id: string; readonly to: string; readonly reason: string },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO bad_mail_addresses (address, since, reason, mail_id) VALUES ($1, $2, $3, $4) ON CONFLICT (address) DO NOTHING`,
      [to, this.clock.now(), reason.slice(0, mostKept), id],
    );
  }

  /** Takes the mark off: somebody knows that the address works. What waited for it leaves. Returns whether it was bad. */
  async trust(tx: Tx, address: string): Promise<boolean> {
    const count = await tx.execute(`DELETE FROM bad_mail_addresses WHERE address = $1`, [address]);
    await tx.execute(
      `UPDATE mail_messages SET next_attempt_at = $2 WHERE to_address = $1 AND is_waiting AND next_attempt_at > $2 AND attempts = 0`,
      [address, this.clock.now()],
    );
    return count > 0;
  }
}
