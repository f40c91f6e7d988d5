import { Injectable } from '@nestjs/common';
import { ActorSource } from '../platform/access/access.guard';
import { Actor, type ReachingGrant } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { Locale } from '../platform/messages/words';
import { hashToken } from '../platform/randomness';

interface Row {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly grants: ReachingGrant[];
  readonly blocId: string | null;
}

const actorOf = (holder: string) => `
  SELECT a.id, a.person_id, a.name, a.locale, organizing_bloc() AS bloc_id, coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'classId', g.class_id,
      'lent', g.lent_from IS NOT NULL, 'until', g.ends_on,
      'reaches', coalesce((SELECT jsonb_agg(b) FROM units_below(g.unit_id, $2) b WHERE g.unit_id IS NOT NULL), '[]')))
    FROM grants_in_force($2::date) g WHERE g.account_id = a.id), '[]') AS grants
  FROM accounts a ${holder} AND a.disabled_at IS NULL`;

/** Finds who acts: one statement a request. */
@Injectable()
export class ActorsQueries extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async ofWebSession(token: string): Promise<Actor | null> {
    return this.actor(
      `JOIN web_sessions s ON s.account_id = a.id WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $3`,
      hashToken(token),
    );
  }

  async ofApiToken(token: string): Promise<Actor | null> {
    return this.actor(
      `JOIN api_tokens t ON t.account_id = a.id WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $3`,
      hashToken(token),
    );
  }

  async ofAccount(accountId: string): Promise<Actor | null> {
    return this.actor(`WHERE a.id = $1 AND $3::timestamptz IS NOT NULL`, accountId);
  }

  private async actor(holder: string, key: string): Promise<Actor | null> {
    const [row] = await this.database.read<Row>(actorOf(holder), [key, this.clock.today(), this.clock.now()]);
    return row ? new Actor(row.id, row.personId, row.name, row.locale, row.grants, row.blocId) : null;
  }
}
