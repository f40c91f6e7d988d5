import { type Answer, Caller, type TestApp } from '../../app';
import { publicUrl, type TestProvider } from './provider';

/** A browser: it keeps the cookies of each host and follows where it is led, as far as a spec lets it. */
export class Visitor {
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(
    private readonly app: TestApp,
    private readonly provider: TestProvider,
    private readonly language = 'vi',
  ) {}

  /** To the provider; where the service sends the browser. */
  async start(next = '/'): Promise<URL> {
    const { status, headers, text } = await this.here(`/oidc/start?next=${encodeURIComponent(next)}`);
    if (status !== 303) throw new Error(`Not sent on: ${status} ${text}`);
    return new URL(headers.get('location')!);
  }

  /** Signs in at the provider. @returns the path, with its query, the browser is sent back to */
  async atProvider(address: URL): Promise<string> {
    for (let to = address, steps = 0; steps < 12; steps += 1) {
      if (to.href.startsWith(publicUrl)) {
        for (const kept of [to.searchParams.get('code'), to.searchParams.get('state')]) {
          if (kept) this.app.log.mustNotSay(kept);
        }
        return `${to.pathname}${to.search}`;
      }
      const response = await fetch(to, { redirect: 'manual', headers: { cookie: this.cookieOf(to.host) } });
      this.keep(to.host, response.headers);
      const location = response.headers.get('location');
      if (!location) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
      to = new URL(location, to);
    }
    throw new Error('The provider leads in a circle.');
  }

  /** All of it, as somebody who clicks the button and is known at the provider. */
  async signIn(next?: string): Promise<Answer<string>> {
    return this.here(await this.atProvider(await this.start(next)));
  }

  async here(path: string): Promise<Answer<string>> {
    return this.kept(await this.caller.get<string>(path));
  }

  async form(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer<string>> {
    return this.kept(await this.caller.form(path, fields));
  }

  /** Who the service takes the browser for; null for nobody. */
  async whoAmI(): Promise<string | null> {
    const { status, body } = await this.caller.get<{ accountId: string }>('/api/v1/me');
    return status === 200 ? body.accountId : null;
  }

  get caller(): Caller {
    return new Caller(this.app.url, { 'accept-language': this.language, cookie: this.cookieOf(this.app.url) });
  }

  /** The cookies the service gave, by their names. */
  get ownCookies(): Map<string, string> {
    const kept = this.cookies.get(this.app.url) ?? new Map<string, string>();
    this.cookies.set(this.app.url, kept);
    return kept;
  }

  private kept<Body>(answer: Answer<Body>): Answer<Body> {
    this.keep(this.app.url, answer.headers);
    return answer;
  }

  private cookieOf(host: string): string {
    return [...(this.cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(host: string, headers: Headers): void {
    const kept = this.cookies.get(host) ?? new Map<string, string>();
    for (const line of headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /Expires=Thu, 01 Jan 1970/i.test(line)) kept.delete(name!);
      else kept.set(name!, value!);
    }
    this.cookies.set(host, kept);
  }

  /** Forgets who it was at the provider, as another person at another computer. */
  leaveProvider(): void {
    this.cookies.delete(new URL(this.provider.issuer).host);
  }
}
