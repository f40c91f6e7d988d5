import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import type * as OpenIdClient from 'openid-client';
import type { OpenIdSettings } from '../../platform/access/open-id-settings';
import { Clock } from '../../platform/clock';
import { found } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import { ProviderAnswerRefused, ProviderAway, ProviderSaidNo } from './open-id.refusals';

/** What makes a sign-in under way this one and no other; the provider is told two of them, and of the third the hash. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The address somebody has at the provider, and whether it knows that it is theirs. */
export interface AddressThere {
  readonly email: string;
  readonly isVerified: boolean;
}

/** Who came back, as the provider says. */
export interface Identity {
  readonly subject: string;
  readonly hasSecondStep: boolean;
  /** Asked for only where nothing else tells who it is. @throws ProviderAway | ProviderAnswerRefused */
  readonly address: () => Promise<AddressThere | null>;
}

const hoursKept = 24;

/** What an answer that never came, or is none of the protocol's, is called by the library. */
const away = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_PARSE_ERROR', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/**
 * The provider people may sign in at. What it says of itself is asked for when somebody first wants to, and kept for a day; a
 * failure is not kept. The clock of its tokens is the machine's.
 */
@Injectable()
export class IdentityProvider {
  private known: { readonly configuration: Promise<OpenIdClient.Configuration>; readonly until: number } | null = null;
  private client: typeof OpenIdClient | null = null;

  constructor(
    private readonly settings: PlatformSettings,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** @throws NotFound without a provider */
  assertThere(): void {
    found(this.settings.openId);
  }

  /** Where the browser goes to sign in. @throws NotFound | ProviderAway */
  async signInAddress({ state, nonce, verifier }: AttemptSecrets): Promise<string> {
    const configuration = await this.configuration();
    return this.openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnAddress,
      scope: this.of.scopes,
      state,
      nonce,
      code_challenge: await this.openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * @param query what the provider sent the browser back with
   * @throws NotFound | ProviderAway | ProviderSaidNo | ProviderAnswerRefused
   */
  async whoCame(query: string, { state, nonce, verifier }: AttemptSecrets): Promise<Identity> {
    const configuration = await this.configuration();
    const came = new URL(`${this.returnAddress}?${query}`);
    const tokens = await this.asked(() =>
      this.openid.authorizationCodeGrant(configuration, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }),
    );
    const claims = tokens.claims()!;
    const said = [claims['acr'], claims['amr']].flat();
    return {
      subject: claims.sub,
      hasSecondStep: this.of.secondSteps.some((step) => said.includes(step)),
      address: async () => {
        const { email, email_verified: isVerified } =
          typeof claims['email'] === 'string' || !configuration.serverMetadata().userinfo_endpoint
            ? claims
            : await this.asked(() => this.openid.fetchUserInfo(configuration, tokens.access_token, claims.sub));
        return typeof email === 'string' ? { email, isVerified: isVerified === true } : null;
      },
    };
  }

  /** Where the browser ends the session of the provider and comes back from; null where that cannot be done now. */
  async signOutAddress(): Promise<string | null> {
    const configuration = await this.configuration().catch(() => null);
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    return this.openid.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.settings.publicUrl}/sign-in`,
    }).href;
  }

  /** @throws NotFound without one */
  private get of(): OpenIdSettings {
    return found(this.settings.openId);
  }

  private get returnAddress(): string {
    return `${this.settings.publicUrl}/oidc/callback`;
  }

  /** Published as an ES module alone, and wanted only where there is a provider. */
  private get openid(): typeof OpenIdClient {
    this.client ??= createRequire(__filename)('openid-client') as typeof OpenIdClient;
    return this.client;
  }

  private async configuration(): Promise<OpenIdClient.Configuration> {
    const now = this.clock.now().getTime();
    if (!this.known || this.known.until <= now) {
      this.known = { configuration: this.discover(), until: now + hoursKept * 3_600_000 };
    }
    const { known } = this;
    return known.configuration.catch((error: unknown) => {
      if (this.known === known) this.known = null;
      throw this.isAway(error);
    });
  }

  private async discover(): Promise<OpenIdClient.Configuration> {
    const { issuer, clientId, clientSecret } = this.of;
    const { discovery, None, ClientSecretBasic, ClientSecretPost, ...openid } = this.openid;
    const bySecret: OpenIdClient.ClientAuth = (server, ...rest) => {
      const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      const authenticate = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
      authenticate(clientSecret!)(server, ...rest);
    };
    // The signature of a token is looked at even though it came straight from the provider.
    const execute = [openid.enableNonRepudiationChecks];
    if (issuer.startsWith('http:')) execute.push(openid.allowInsecureRequests);
    const timeout = this.settings.deadlines.openIdSeconds;
    return discovery(new URL(issuer), clientId, {}, clientSecret === null ? None() : bySecret, { execute, timeout });
  }

  private async asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code, error: said } = Object(error) as { readonly code?: unknown; readonly error?: unknown };
      // fetch says of a connection that failed only that it is a TypeError.
      if (away.includes(String(code)) || said === 'temporarily_unavailable' || isOfTheLine(error)) {
        // It may have moved.
        this.known = null;
        throw this.isAway(error);
      }
      this.log.warn({ reason: plain(said ?? code) }, 'the answer of the provider was refused');
      if (error instanceof this.openid.AuthorizationResponseError) throw new ProviderSaidNo(this.of.name);
      throw new ProviderAnswerRefused(this.of.name);
    }
  }

  private isAway(error: unknown): ProviderAway {
    const { code, cause } = Object(error) as { readonly code?: unknown; readonly cause?: unknown };
    const reason = plain(code ?? (Object(cause) as { readonly code?: unknown }).code);
    this.log.warn({ reason }, 'provider_away');
    return new ProviderAway(this.of.name, reason);
  }
}

/** What a fault is called, if that is no more than a name. */
const plain = (code: unknown) => (typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'other');

const isOfTheLine = (error: unknown) => error instanceof Error && error.name === 'TypeError' && !('code' in error);
