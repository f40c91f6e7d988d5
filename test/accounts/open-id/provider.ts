import { generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import './runtime';
import { type Adapter, type AdapterPayload, Provider } from 'oidc-provider';

/** Somebody the provider knows. */
export interface Known {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** What a token says. */
type Claims = Readonly<Record<string, unknown>>;

/** Where the browser asks the service from; the specs take its place. */
export const publicUrl = 'https://dao-tao.test';

/** With signs that mean something in an address and in a header. */
const secret = 'bi:mat+cua%20ung/dung=&';
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** What the provider keeps, for as long as it is open. */
function keptInMemory(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string) => `${model} ${id}`;
    return {
      find: (id) => Promise.resolve(kept.get(key(id))),
      findByUid: (uid) => Promise.resolve([...kept.values()].find((one) => one.uid === uid)),
      findByUserCode: () => Promise.resolve(undefined),
      upsert: async (id, payload) => void kept.set(key(id), payload),
      consume: async (id) => void kept.set(key(id), { ...kept.get(key(id)), consumed: 1 }),
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, { grantId: of }] of kept) if (of === grantId) kept.delete(id);
      },
    };
  };
}

/** A real provider of OpenID Connect on loopback, at which whoever is `signedIn` signs in without being asked. */
export class TestProvider {
  signedIn: Known | null = null;
  /** How they signed in, as the provider says. */
  steps: string[] = ['pwd'];
  /** What the service is told in place of what the provider would say in the token. */
  forged: ((said: Claims) => Claims) | null = null;
  forgedWith: KeyObject | null = null;
  /** Nothing is answered, but every connection is taken. */
  isSilent = false;
  /** Paths the service or a browser asked for. */
  readonly asked: string[] = [];

  private readonly key = newKey();
  private readonly known = new Map<string, Known>();
  private server: Server | null = null;
  private port = 0;

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The settings of a service whose people sign in here. */
  get settings(): Record<string, string> {
    return {
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: 'dao-tao',
      OIDC_CLIENT_SECRET: secret,
      OIDC_NAME_VI: 'Cổng Tập đoàn',
      OIDC_NAME_EN: 'the Group portal',
      OIDC_SECONDS: '1',
    };
  }

  /** @param home where the service sends people back to; the specs' own place unless told */
  async open(home = publicUrl): Promise<void> {
    const server = createServer((request, response) => {
      this.asked.push(request.url!.split('?')[0]!);
      if (!this.isSilent) void handle(request, response);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    const handle = this.provider(home).callback();
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
    this.server = null;
  }

  private provider(home: string): Provider {
    const client = {
      client_secret: secret,
      redirect_uris: [`${home}/oidc/callback`],
      post_logout_redirect_uris: [`${home}/sign-in`],
    };
    const jwk: JsonWebKey = this.key.export({ format: 'jwk' });
    const provider = new Provider(this.issuer, {
      clients: [
        { ...client, client_id: 'dao-tao' },
        { ...client, client_id: 'another' },
      ],
      jwks: { keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] as never },
      adapter: keptInMemory(),
      cookies: { keys: ['of the spec'] },
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...this.known.get(sub)! }) }),
      ttl: { Session: 600, Grant: 600, Interaction: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
    });
    provider.use(async (context, next) => {
      if (!context.path.startsWith('/interaction/')) {
        await next();
        if (context.path === '/token' && context.status === 200 && this.forged) this.forge(context);
        return;
      }
      await this.answer(provider, context.req, context.res);
      context.respond = false;
    });
    return provider;
  }

  /** Signs in whoever is there, and lets them be told about; or somebody thinks better of it. */
  private async answer(provider: Provider, ...exchange: Parameters<Provider['interactionDetails']>): Promise<void> {
    const { prompt, params, session, grantId } = await provider.interactionDetails(...exchange);
    if (!this.signedIn) {
      await provider.interactionFinished(...exchange, { error: 'access_denied', error_description: 'Thôi' });
      return;
    }
    this.known.set(this.signedIn.sub, this.signedIn);
    if (prompt.name === 'login') {
      const login = { accountId: this.signedIn.sub, amr: this.steps };
      await provider.interactionFinished(...exchange, { login });
      return;
    }
    const grant =
      (grantId && (await provider.Grant.find(grantId))) ||
      new provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    await provider.interactionFinished(...exchange, { consent: { grantId: await grant.save() } });
  }

  private forge(context: { body: unknown }): void {
    const body = context.body as { readonly id_token: string };
    const [header, said] = body.id_token.split('.');
    const claims = this.forged!(JSON.parse(Buffer.from(said!, 'base64url').toString()) as Claims);
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const signature = sign('RSA-SHA256', Buffer.from(signed), this.forgedWith ?? this.key);
    context.body = { ...body, id_token: `${signed}.${signature.toString('base64url')}` };
  }
}
