import { Injectable } from '@nestjs/common';
import { ActorSource, type ProgramCall, type Visit } from '../platform/access/access.guard';
import type { OpenedSession } from '../platform/access/session-cookie';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { hashToken, Randomness } from '../platform/randomness';
import { PlatformSettings } from '../platform/settings';
import { ActorsQueries, type SessionVisited } from './actors.queries';

/** Who is seen again within this time is not written down anew, so that a visit is seldom a write. */
const minutesUnwritten = 5;

/** Who comes, by a web session or a token; both remember when they were last seen. */
@Injectable()
export class VisitsService extends ActorSource {
  constructor(
    private readonly actors: ActorsQueries,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {
    super();
  }

  async ofWebSession(token: string): Promise<Visit | null> {
    const found = await this.actors.ofWebSession(hashToken(token));
    if (!found) return null;
    const { actor, session, unread, hasSecondFactor } = found;
    const renewed = session.mustRenew ? await this.renew(session) : null;
    if (!renewed && this.isUnwritten(session.seenAt)) await this.goOn(session.sessionId);
    return { actor, unread, sessionId: session.sessionId, hasSecondFactor, renewed };
  }

  async ofApiToken(token: string): Promise<ProgramCall | null> {
    const found = await this.actors.ofApiToken(hashToken(token));
    if (!found) return null;
    const { actor, unread, scope, tokenId, usedAt, hasSecondFactor } = found;
    if (usedAt === null || this.isUnwritten(usedAt)) {
      await this.database.reader.execute('UPDATE api_tokens SET used_at = $2 WHERE id = $1', [
        tokenId,
        this.clock.now(),
      ]);
    }
    return { actor, unread, mayChange: scope === 'write', hasSecondFactor };
  }

  private isUnwritten(at: Date): boolean {
    return this.clock.now().getTime() - at.getTime() >= minutesUnwritten * 60_000;
  }

  /** Idle time begins anew, as far as the longest a session may last. */
  private async goOn(sessionId: string): Promise<void> {
    await this.database.reader.execute(
      `UPDATE web_sessions SET seen_at = $2, expires_at = greatest(expires_at, ${goesOnUntil}) WHERE id = $1`,
      [sessionId, this.clock.now(), ...this.lengths],
    );
  }

  /** A session that was opened with fewer rights gets another token: whoever knows the old one gains nothing. */
  private async renew({ sessionId, tokenHash }: SessionVisited): Promise<OpenedSession | null> {
    const token = this.randomness.token();
    const [kept] = await this.database.reader.rows<{ expiresAt: Date; lastsUntil: Date }>(
      `UPDATE web_sessions SET token_hash = $5, token_before = token_hash, token_at = $2, seen_at = $2, expires_at = greatest(expires_at, ${goesOnUntil})
       WHERE id = $1 AND token_hash = $6 RETURNING expires_at, created_at + make_interval(days => $4) AS lasts_until`,
      [sessionId, this.clock.now(), ...this.lengths, hashToken(token), tokenHash],
    );
    return kept ? { token, ...kept } : null;
  }

  private get lengths(): readonly [hours: number, days: number] {
    return [this.settings.sessionHours, this.settings.sessionDays];
  }
}

const goesOnUntil = 'least($2::timestamptz + make_interval(hours => $3), created_at + make_interval(days => $4))';
