import { Injectable } from '@nestjs/common';
import { isValid, IPv6, parse } from 'ipaddr.js';
import type { Comer } from '../platform/access/sign-in-again';
import { type AttemptLimit, AttemptLimits } from '../platform/attempt-limits';
import { Database } from '../platform/database/database';
import { hashToken } from '../platform/randomness';
import { PlatformSettings } from '../platform/settings';
import { TooManySignIns } from './accounts.refusals';

const windowSeconds = 15 * 60;
/** It begins, and the browser is back. */
const visitsOfWay = 2;

/** What is guessed. Who forgot a password has tried some, and is not kept from a code by that. */
type Guessed = 'password' | 'code';
const prefixes: Readonly<Record<Guessed, string>> = { password: '', code: 'code ' };

/** An attempt that was counted. */
export interface SignInAttempt {
  /** It was the right person. */
  readonly succeeded: () => Promise<void>;
}

/**
 * How many passwords may be tried. Nothing is counted by account alone, or anybody could lock its owner out: it is by account
 * and network address, and by address whatever accounts are tried from it. A browser that was signed in to the account
 * before is counted by itself, so what others of its office try does not keep it out.
 */
@Injectable()
export class SignInLimits {
  private readonly ofAccount: AttemptLimit;
  private readonly ofNetwork: AttemptLimit;

  constructor(
    limits: AttemptLimits,
    private readonly database: Database,
    settings: PlatformSettings,
  ) {
    const counted = { table: 'sign_in_attempts', seconds: windowSeconds };
    this.ofAccount = limits.of({ ...counted, attempts: settings.signInLimit });
    this.ofNetwork = limits.of({ ...counted, attempts: settings.signInNetworkLimit, givesBack: true });
  }

  /** Counts before anything is looked at: of many at once no more are looked at than are allowed. @throws TooManySignIns */
  async attempt(email: string, { address, token }: Comer, what: Guessed = 'password'): Promise<SignInAttempt> {
    const name = email.toLowerCase();
    const sessionId = token === null ? null : await this.sessionBefore(name, token);
    if (sessionId !== null) {
      const key = `${prefixes[what]}browser ${sessionId}`;
      await count(this.ofAccount, key);
      return { succeeded: () => this.ofAccount.forget(key) };
    }
    const [key, network] = [`${prefixes[what]}${address} ${name}`, `network ${networkOf(address)}`];
    await count(this.ofAccount, key);
    await count(this.ofNetwork, network);
    return {
      succeeded: async () => {
        await this.ofAccount.forget(key);
        await this.ofNetwork.giveBack(network);
      },
    };
  }

  /**
   * Counts one of the two visits of a sign-in at the provider, as it begins and as the browser is back: each begun is a row here and
   * asks the provider, whoever comes of it. What an office began is given back to it with whoever comes.
   * @throws TooManySignIns
   */
  async visitOnWay({ address, token }: Comer): Promise<SignInAttempt> {
    const sessionId = token === null ? null : await this.sessionBefore(null, token);
    if (sessionId !== null) {
      const key = `provider browser ${sessionId}`;
      await count(this.ofAccount, key);
      return { succeeded: () => this.ofAccount.forget(key) };
    }
    const key = `provider ${networkOf(address)}`;
    await count(this.ofNetwork, key);
    return {
      succeeded: async () => {
        for (let visits = 0; visits < visitsOfWay; visits += 1) await this.ofNetwork.giveBack(key);
      },
    };
  }

  /** @param email of its account, or null for whoever's it is */
  private async sessionBefore(email: string | null, token: string): Promise<string | null> {
    const [session] = await this.database.read<{ id: string }>(
      `SELECT s.id FROM web_sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1 AND ($2::citext IS NULL OR a.email = $2::citext)`,
      [hashToken(token), email],
    );
    return session?.id ?? null;
  }
}

/** @throws TooManySignIns */
async function count(limit: AttemptLimit, key: string): Promise<void> {
  const seconds = await limit.count(key);
  if (seconds !== null) throw new TooManySignIns(seconds);
}

/** Whoever has one address of IPv6 has all that share its first half. */
export function networkOf(address: string): string {
  if (!isValid(address)) return address;
  const parsed = parse(address);
  return parsed instanceof IPv6 && !parsed.isIPv4MappedAddress()
    ? parsed.parts.slice(0, 4).join(':')
    : address.replace(/^::ffff:/i, '');
}
