import { Injectable } from '@nestjs/common';
import type { OpenedSession } from '../../platform/access/session-cookie';
import type { Comer } from '../../platform/access/sign-in-again';
import { Database } from '../../platform/database/database';
import { CodeNeeded } from '../second-factors/second-factors.refusals';
import { SecondFactorsService } from '../second-factors/second-factors.service';
import { SignInLimits } from '../sign-in-limits';
import { actorOf, SignInsService } from '../sign-ins.service';
import { AccountsOfIdentities } from './accounts-of-identities.service';
import { OpenIdAttempts, type WaitingAttempt } from './attempts.service';
import { IdentityProvider } from './identity-provider';
import { SignInNotUnderWay } from './open-id.refusals';

/** A browser that is sent to the provider; the token is for it alone. */
export interface StartedSignIn {
  readonly address: string;
  readonly token: string;
}

/** Somebody is in, and goes on to where they wanted. */
export interface FinishedSignIn {
  readonly session: OpenedSession;
  readonly next: string;
}

/** Signing in at a provider: OpenID Connect, by an authorization code with PKCE. */
@Injectable()
export class OpenIdService {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly attempts: OpenIdAttempts,
    private readonly identities: AccountsOfIdentities,
    private readonly signIns: SignInsService,
    private readonly secondFactors: SecondFactorsService,
    private readonly database: Database,
    private readonly limits: SignInLimits,
  ) {}

  /** @throws NotFound | TooManySignIns | ProviderAway */
  async start(next: unknown, comer: Comer): Promise<StartedSignIn> {
    this.provider.assertThere();
    await this.limits.visitOnWay(comer);
    const token = this.attempts.newToken();
    const address = await this.provider.signInAddress(this.attempts.secretsOf(token));
    await this.attempts.begin(token, next);
    return { address, token };
  }

  /**
   * The browser is back, once.
   * @param query what the provider sent it with
   * @throws NotFound | TooManySignIns | SignInNotUnderWay | ProviderAway | ProviderSaidNo | ProviderAnswerRefused
   * | IdentityRefused, and CodeNeeded when the second step is ours: {@link finish}
   */
  async comeBack(token: string | undefined, query: string, comer: Comer): Promise<FinishedSignIn> {
    this.provider.assertThere();
    const visit = await this.limits.visitOnWay(comer);
    const secrets = this.attempts.secretsOf(token ?? '');
    // Somebody else's answer, or one made up, does not use up the sign-in of this browser.
    if (!token || new URLSearchParams(query).get('state') !== secrets.state) throw new SignInNotUnderWay();
    const attempt = await this.attempts.takeBack(token);
    const identity = await this.provider.whoCame(query, secrets);
    const { subject, hasSecondStep } = identity;
    const account = await this.identities.accountOf(attempt, identity);
    const waiting = { ...attempt, accountId: account.id, subject };
    if (!hasSecondStep) {
      await this.secondFactors.assertFits(actorOf(account), undefined).catch(async (error: unknown) => {
        if (error instanceof CodeNeeded) {
          await this.attempts.wait(waiting);
          await visit.succeeded();
        }
        throw error;
      });
    }
    const finished = await this.enter(waiting, comer, hasSecondStep);
    await visit.succeeded();
    return finished;
  }

  /** That somebody came back whom our own second step is asked of. @throws NotFound | SignInNotUnderWay */
  async assertWaiting(token: string | undefined): Promise<void> {
    this.provider.assertThere();
    await this.attempts.waiting(token ?? '');
  }

  /** The second step of an account that has one here. @throws NotFound | SignInNotUnderWay | WrongCode | TooManyCodes | IdentityRefused */
  async finish(token: string | undefined, code: string, comer: Comer): Promise<FinishedSignIn> {
    this.provider.assertThere();
    const waiting = await this.attempts.waiting(token ?? '');
    await this.secondFactors.assertFits(await this.identities.holder(waiting.accountId), code);
    return this.enter(waiting, comer, false);
  }

  private async enter(waiting: WaitingAttempt, { browser }: Comer, hasSecondStep: boolean): Promise<FinishedSignIn> {
    const { accountId, subject, next } = waiting;
    return this.identities.notingRefusal(waiting, () =>
      this.database.inTransaction(async (tx) => {
        await this.attempts.endWith(tx, waiting);
        const holder = await this.identities.enterWith(tx, accountId, subject);
        return { session: await this.signIns.openWith(tx, holder, browser, 'provider', hasSecondStep), next };
      }),
    );
  }
}
