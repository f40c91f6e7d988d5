import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../src/application';
import { configFrom } from '../src/config';
import { Actor } from '../src/platform/access/actor';
import { MovableClock, momentAt } from '../src/platform/clock';
import { Database } from '../src/platform/database/database';
import { ActorsQueries } from '../src/accounts/actors.queries';
import { cloneDatabase } from './cluster/clone';
import { KeptLog, wordsOfPeople } from './log-kept';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

/** The day every spec starts on unless it says otherwise. */
export const startOfSpecs = momentAt('2026-01-05', '08:00');

/** All services of a worker write into one: what a logger says outside of requests goes where the first of them wrote. */
const keptLog = new KeptLog();
/** How many services run; what was said before the first of them is another spec's, and was searched. */
let running = 0;

/** Stands still between moves, or is a second later each time somebody looked. */
class SpecClock extends MovableClock {
  private ticks = false;

  override now(): Date {
    const now = super.now();
    if (this.ticks) super.moveTo(new Date(now.getTime() + 1_000));
    return now;
  }

  override moveTo(moment: Date): void {
    this.ticks = false;
    super.moveTo(moment);
  }

  tick(): void {
    this.ticks = true;
  }
}

/** The whole service over real HTTP on a database of its own, with a clock that moves. */
export class TestApp {
  readonly log = keptLog;

  private constructor(
    private readonly app: NestFastifyApplication,
    readonly databaseUrl: string,
    readonly url: string,
    readonly clock: SpecClock,
    private readonly drop: () => Promise<void>,
  ) {}

  /**
   * @param settings environment variables, e.g. `{ PROCESS: 'both' }` to run jobs too; `web` unless told
   * @param through what stands between the service and its database: from its address to the one the service is given
   */
  static async start(
    settings: Readonly<Record<string, string>> = {},
    through: (databaseUrl: string) => Promise<string> = async (url) => url,
  ): Promise<TestApp> {
    const { url, drop } = await cloneDatabase();
    return TestApp.on(await through(url), drop, settings);
  }

  /** Another process of the same service, on its database. */
  static async beside({ databaseUrl }: TestApp): Promise<TestApp> {
    return TestApp.on(databaseUrl, async () => {});
  }

  private static async on(
    databaseUrl: string,
    drop: () => Promise<void>,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<TestApp> {
    const clock = new SpecClock();
    clock.moveTo(startOfSpecs);
    const config = configFrom({
      PORT: '0',
      HOST: '127.0.0.1',
      PROCESS: 'web',
      LOG_LEVEL: 'info',
      DATABASE_POOL: '20',
      BACKUP_AT: 'never',
      EXAMINE_AT: 'never',
      // What follows a decision is seen at once; whoever undoes one says otherwise.
      DECISION_WAIT_MINUTES: '0',
      ...settings,
    });
    if (running === 0) keptLog.forget();
    const app = await createApplication({ config, databaseUrl, clock, log: keptLog });
    await app.listen(0, '127.0.0.1');
    running += 1;
    return new TestApp(app, databaseUrl, await app.getUrl(), clock, drop);
  }

  /** Stops the service; a spec fails here when its log said something of a person, or a key. */
  async stop(): Promise<void> {
    const words = await this.wordsOfPeople();
    await this.app.close();
    running -= 1;
    const said = this.log.said(words);
    await this.drop();
    if (said.length > 0) throw new Error(`The log says what it must not: ${said.join(' · ')}`);
  }

  async saidOfPeople(): Promise<string[]> {
    return this.log.said(await this.wordsOfPeople());
  }

  private async wordsOfPeople(): Promise<string[]> {
    // A spec may have taken the database away.
    const found = await this.sql<{ word: string }>(wordsOfPeople).catch(() => []);
    return found.map(({ word }) => word);
  }

  get<T>(service: Type<T> | (abstract new (...parts: never[]) => T)): T {
    return this.app.get(service, { strict: false });
  }

  /** Plain SQL, for what a spec arranges or looks up. */
  async sql<Row = Record<string, unknown>>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]> {
    return this.get(Database).read<Row>(sql, parameters);
  }

  /** Looks until the reader has read every line of the journal: a transaction still open anywhere on the server holds reading back. */
  async untilRead(reader: 'invariants' | 'reports', look: () => Promise<unknown>): Promise<void> {
    do await look();
    while ((await this.unread(reader)) > 0);
  }

  /** How many lines of the journal the reader has not read. */
  async unread(reader: string): Promise<number> {
    const [row] = await this.sql<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM journal_lines l LEFT JOIN journal_read_up_to u ON u.reader = $1
       WHERE u.reader IS NULL OR (l.transaction_id, l.id) > (u.transaction_id, u.line_id)`,
      reader,
    );
    return row!.unread;
  }

  /** The actor an account is, to call a use case as it. */
  async actor(accountId: string): Promise<Actor> {
    const actor = await this.get(ActorsQueries).ofAccount(accountId);
    if (!actor) throw new Error(`No account ${accountId}`);
    return actor;
  }

  /** The API and the pages as this account sees them; without a token, as a visitor. */
  as(account: { readonly token: string } | null, language = 'vi'): Caller {
    if (account) this.log.mustNotSay(account.token);
    return new Caller(this.url, {
      'accept-language': language,
      ...(account ? { authorization: `Bearer ${account.token}` } : {}),
    });
  }

  /** As {@link as}, signed in: what outlives a token is not given by one. */
  signedIn(account: { readonly token: string } | null, language = 'vi'): Caller {
    return new Caller(this.url, {
      'accept-language': language,
      ...(account ? { cookie: `session=${account.token}` } : {}),
    });
  }
}

export class Caller {
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  with(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.url, { ...this.headers, ...headers });
  }

  /** As somebody who has chosen the language of pages. */
  reading(language: string): Caller {
    return this.with({ cookie: [this.headers['cookie'], `locale=${language}`].filter(Boolean).join('; ') });
  }

  async get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  /** The page an address leads to in the end. */
  async follow(path: string): Promise<Answer<string>> {
    const answer = await this.get<string>(path);
    const elsewhere = answer.headers.get('location');
    return elsewhere === null ? answer : this.follow(elsewhere);
  }

  async post<Body = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.send('POST', path, body);
  }

  async put<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send('PUT', path, body);
  }

  async patch<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send('PATCH', path, body);
  }

  async delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** Sends a form as a browser without script does. */
  async form(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Answer<string>> {
    const each = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    return this.fetch(path, { method: 'POST', body: new URLSearchParams(each) });
  }

  /** The page a form leads to once what it asks for was done. */
  async pageAfter(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Answer<string>> {
    const { status, text, headers } = await this.form(path, fields);
    if (status !== 303) throw new Error(`POST ${path} leads nowhere: ${status} ${text}`);
    const notice = /flash=[^;]+/.exec(headers.getSetCookie().join())?.[0];
    const cookie = [this.headers['cookie'], notice].filter(Boolean).join('; ');
    return this.with({ cookie }).get(headers.get('location')!);
  }

  async upload<Body = Record<string, unknown>>(
    path: string,
    file: { name: string; content: Buffer },
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(file.content)]), file.name);
    return this.fetch(path, { method: 'POST', body: form });
  }

  /** A file as the browser would save it. */
  async download(
    path: string,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly content: Buffer }> {
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', headers: this.headers });
    return {
      status: response.status,
      headers: response.headers,
      content: Buffer.from(await response.arrayBuffer()),
    };
  }

  /** Any verb, for a spec that goes over all routes. */
  async call(method: string, path: string, body: unknown): Promise<Answer> {
    return this.send(method, path, body);
  }

  private async send<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return this.fetch(path, { method, ...json });
  }

  private async fetch<Body>(path: string, { headers, ...request }: RequestInit): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      redirect: 'manual',
      ...request,
      headers: { ...this.headers, ...(headers as Record<string, string>) },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }
}
