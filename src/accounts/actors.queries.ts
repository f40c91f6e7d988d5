import { Injectable } from '@nestjs/common';
import { Actor, type ReachingGrant } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { eachOf } from '../platform/database/each-of';
import type { FormOfAddress } from '../platform/messages/address';
import type { Locale } from '../platform/messages/words';
import { Together } from '../platform/together';

interface Row {
  readonly unread: number;
  readonly hasSecondFactor: boolean;
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly grants: ReachingGrant[];
  readonly blocId: string | null;
  readonly address: FormOfAddress;
  readonly since: Date;
}

/** The session a request came with. */
export interface SessionVisited {
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly seenAt: Date;
  /** Whether rights were given since its token was made. */
  readonly mustRenew: boolean;
  /** Whether a second step was taken where it began. */
  readonly hasSecondStep: boolean;
}

interface TokenUsed {
  readonly unread: number;
  readonly tokenId: string;
  readonly scope: 'read' | 'write';
  readonly usedAt: Date | null;
  readonly hasSecondFactor: boolean;
}

/** So long a token that was changed for another still opens, for what was on its way. */
const secondsOnTheWay = 30;

const batchesAtOnce = 2;

/**
 * Of each key asked about, who holds it.
 * @param holder joins the accounts `a` to the keys `asked`
 * @param more columns told besides
 */
const actorOf = (holder: string, more = '') => `
  SELECT asked.key, ${more} (SELECT count(*) FROM notices n WHERE n.account_id = a.id AND n.read_at IS NULL) AS unread,
    EXISTS (SELECT FROM second_factors f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS has_second_factor, a.id, a.person_id, a.name, a.locale, a.created_at AS since, bloc.id AS bloc_id,
    address_of((SELECT standing FROM persons WHERE id = a.person_id)) AS address, coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'classId', g.class_id, 'groupNumber', g.group_number,
      'lent', g.lent_from IS NOT NULL, 'until', g.ends_on,
      'reaches', CASE WHEN g.unit_id = bloc.id THEN NULL ELSE coalesce((SELECT jsonb_agg(b) FROM units_below(g.unit_id, $2) b WHERE g.unit_id IS NOT NULL), '[]') END))
    FROM grants_in_force($2::date) g WHERE g.account_id = a.id), '[]') AS grants
  FROM organizing_bloc() AS bloc (id), ${eachOf('$1::text[]')} asked (key) ${holder} AND a.disabled_at IS NULL`;

const ofSession = actorOf(
  `JOIN web_sessions s ON (s.token_hash = asked.key OR (s.token_before = asked.key AND s.token_at > $3::timestamptz - interval '${secondsOnTheWay} seconds'))
     AND s.ended_at IS NULL AND s.expires_at > $3 JOIN accounts a ON a.id = s.account_id`,
  `s.id AS session_id, s.token_hash, s.seen_at, s.has_second_step, s.token_hash = asked.key AND EXISTS (
     SELECT FROM grants g WHERE g.account_id = a.id AND g.ended_at IS NULL AND g.granted_at > s.token_at) AS must_renew,`,
);
const ofToken = actorOf(
  `JOIN api_tokens t ON t.token_hash = asked.key AND t.revoked_at IS NULL AND t.expires_at > $3 JOIN accounts a ON a.id = t.account_id`,
  't.id AS token_id, t.scope, t.used_at,',
);
const ofId = actorOf('JOIN accounts a ON a.id = asked.key::uuid AND $3::timestamptz IS NOT NULL');

/**
 * Finds who acts, and what a page says to them above all else: asked for each request and never kept, so that what is revoked
 * is refused at once; requests that come at once are asked about in one statement.
 */
@Injectable()
export class ActorsQueries {
  private readonly sessions = this.together<SessionVisited>(ofSession);
  private readonly tokens = this.together<TokenUsed>(ofToken);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ofWebSession(
    tokenHash: string,
  ): Promise<{ actor: Actor; session: SessionVisited; unread: number; hasSecondFactor: boolean } | null> {
    const row = await this.sessions.do(tokenHash);
    if (!row) return null;
    const hasSecondFactor = row.hasSecondFactor || row.hasSecondStep;
    return { actor: actorFrom(row), session: row, unread: row.unread, hasSecondFactor };
  }

  async ofApiToken(tokenHash: string): Promise<(TokenUsed & { readonly actor: Actor }) | null> {
    const row = await this.tokens.do(tokenHash);
    return row && { ...row, actor: actorFrom(row) };
  }

  async ofAccount(accountId: string): Promise<Actor | null> {
    const [row] = await this.find(ofId, [accountId]);
    return row ? actorFrom(row) : null;
  }

  private together<More>(statement: string) {
    return new Together<string, (Row & More) | null>((keys) => this.find<More>(statement, keys), batchesAtOnce);
  }

  private async find<More = unknown>(statement: string, keys: readonly string[]): Promise<((Row & More) | null)[]> {
    const asked = [[...new Set(keys)], this.clock.today(), this.clock.now()];
    const rows = await this.database.read<Row & More & { readonly key: string }>(statement, asked);
    const found = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key) => found.get(key) ?? null);
  }
}

const actorFrom = ({ id, personId, name, locale, grants, blocId, address, since }: Row) =>
  new Actor(id, personId, name, locale, grants, blocId, address, since);
