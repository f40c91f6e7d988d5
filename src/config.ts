import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { isEmail } from 'class-validator';
import type { OpenIdSettings } from './platform/access/open-id-settings';
import { type Deadlines, usualDeadlines } from './platform/deadlines';
import type { BackupSettings } from './platform/backups/backup-settings';
import type { ReminderHours } from './platform/reminder-hours';

/** Every setting of the service. Each line: environment variable, default, check, and what it is for. */
export interface Config {
  /** `PORT`: where the web process listens. */
  readonly port: number;
  /** `HOST`: the address the web process binds to. */
  readonly host: string;
  /** `PUBLIC_URL`: how people reach the service; used in mails and certificates. */
  readonly publicUrl: string;
  /** Whether `PUBLIC_URL` was said, or is only guessed to be this machine. */
  readonly isPublicUrlSaid: boolean;
  /** `PROCESS`: what this process does. */
  readonly process: 'web' | 'worker' | 'both';
  /** Whether `PROCESS` was said; else `npm start` uses the machine whole, with processes of both kinds. */
  readonly isProcessSaid: boolean;
  /** `WEB_PROCESSES`: how many web processes a machine used whole has beside its worker; every core but one unless told. */
  readonly webProcesses: number;
  /** `DATABASE_URL`: a PostgreSQL 15+; unset, a PostgreSQL of our own starts in the data folder. */
  readonly databaseUrl: string | null;
  /** `DATABASE_POOL`: connections this process may hold. */
  readonly databasePool: number;
  /** `PREPARED_STATEMENTS`: PostgreSQL parses each statement once a connection; `no` behind a pooler that cannot keep them. */
  readonly preparedStatements: boolean;
  /** `REDIS_URL`: a Redis for the queue; unset, the queue lives in the same PostgreSQL. */
  readonly redisUrl: string | null;
  /** `DATA_DIR`: where the embedded PostgreSQL keeps its files. */
  readonly dataDir: string;
  /** `SMTP_URL`: where mail goes out; unset, messages are kept and readable on a page of the service. */
  readonly smtpUrl: string | null;
  /** `MAIL_FROM`: the sender of every mail. */
  readonly mailFrom: string;
  /** `MAIL_CONCURRENCY`: messages one worker process sends at a time, on as many connections to the mail server. */
  readonly mailConcurrency: number;
  /** `MAIL_PER_DOMAIN_PER_MINUTE`: messages all workers together send to one domain in a minute; 0 is no limit. */
  readonly mailPerDomainPerMinute: number;
  /** `WEBHOOK_LOOPBACK`: `yes` lets webhooks go to this machine, also without TLS; for development. */
  readonly webhookLoopback: boolean;
  /** `SECURE_COOKIES`: cookies only over TLS; on when `PUBLIC_URL` is https. */
  readonly secureCookies: boolean;
  /** `TRUST_PROXY`: the number of TLS fronts before us whose forwarded addresses are believed. */
  readonly trustProxy: number;
  /** `CONNECTIONS`: connections one web process holds; past it, who has been silent longest is hung up on. */
  readonly connections: number;
  /** `HEADER_SECONDS`: a connection that has not sent the header of a request by then is closed. */
  readonly headerSeconds: number;
  /** `REQUEST_SECONDS`: how long a request may take to arrive, besides what its size takes on the slowest line. */
  readonly requestSeconds: number;
  /** `SLOWEST_LINE_KILOBYTES`: what the slowest line we wait for carries in a second. */
  readonly slowestLineKilobytes: number;
  /** `KEEP_ALIVE_SECONDS`: how long a connection waits for its next request; longer than a front before it does. */
  readonly keepAliveSeconds: number;
  /** `WORKER_CONCURRENCY`: jobs one worker process handles at a time. */
  readonly workerConcurrency: number;
  /** `SECOND_FACTOR`: `staff` asks everybody with a role to sign in with a second step; `off` leaves it to each. */
  readonly secondFactor: 'off' | 'staff';
  /**
   * A provider of OpenID Connect people may sign in at; null without one. `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_NAME_VI` and
   * `OIDC_NAME_EN` (what the button calls it) belong together; `OIDC_CLIENT_SECRET` unless it is a public client. `OIDC_SCOPES`:
   * what is asked for. `OIDC_SECOND_STEP`: values of `amr` or `acr` that stand for a second step. `STAFF_SIGN_IN`: `provider`
   * lets whoever has a role sign in there alone, but for the administrators whose addresses `EMERGENCY_ADMINISTRATORS` lists.
   */
  readonly openId: OpenIdSettings | null;
  /** `SIGN_IN_LIMIT`: failed sign-ins allowed per account and network address in 15 minutes. */
  readonly signInLimit: number;
  /** `SIGN_IN_NETWORK_LIMIT`: failed sign-ins allowed per network address in 15 minutes, whatever accounts are tried. */
  readonly signInNetworkLimit: number;
  /** `CALENDAR_READ_LIMIT`: how many times an hour one calendar address may be read. */
  readonly calendarReadLimit: number;
  /** `SESSION_HOURS`: a web session ends after this many hours without a visit. */
  readonly sessionHours: number;
  /** `SESSION_DAYS`: a web session ends after this many days whatever is done. */
  readonly sessionDays: number;
  /** `IDEMPOTENCY_KEY_HOURS`: for so long a repeated request with the same `Idempotency-Key` is known. */
  readonly idempotencyKeyHours: number;
  /** `SIZE_WARNING_DAYS`: so many days before it opens, a class with fewer people than its least size is warned of. */
  readonly sizeWarningDays: number;
  /** `REPORTS_COUNTED_AT_ONCE`: with no more people than these, reports over everybody are counted as they are asked for; with more, by the clock. */
  readonly reportsCountedAtOnce: number;
  /** `DIGEST_AT`: from when the one mail of the day goes out, `HH:mm`. `QUIET_HOURS`: from when until when nothing is sent, `HH:mm-HH:mm`. */
  readonly reminderHours: ReminderHours;
  /** `CHECK_IN_CODE_SECONDS`: how long a code shown in the hall stands; the one before it is still taken. */
  readonly checkInCodeSeconds: number;
  /** `CHECK_IN_OFFLINE_HOURS`: so long after it a scan made without a network is still taken. */
  readonly checkInOfflineHours: number;
  /** `LEAVE_REQUEST_DAYS`: so many days after a half-day leave may still be asked for it. */
  readonly leaveRequestDays: number;
  /** `DECISION_WAIT_MINUTES`: so long after a review of nominations nobody is told of it, and it can be taken back; 0 tells at once. */
  readonly decisionWaitMinutes: number;
  /** `ESSAY_FILE_MEGABYTES`: the largest file an essay may be handed in as. */
  readonly essayFileMegabytes: number;
  /** `SCAN_FILE_MEGABYTES`: the largest file a letter or decision may be scanned into. `SCAN_PAGES`: the most pages it may have. */
  readonly scanFileMegabytes: number;
  readonly scanPages: number;
  /** `SCAN_EXPECTED`: `yes` makes the office's desk count letters without a scan. */
  readonly scanExpected: boolean;
  /** `PRINTED_ROWS`: lists longer than this are not printed in one piece. */
  readonly printedRows: number;
  /** `CLOSING_BATCH`: people settled in one transaction while a class is closed. */
  readonly closingBatch: number;
  /**
   * How long is waited for others, in seconds: `DATABASE_CONNECT_SECONDS`, `DATABASE_STATEMENT_SECONDS`, `QUEUE_SECONDS`,
   * `SMTP_SECONDS`, `WEBHOOK_SECONDS`, `OIDC_SECONDS`, `HEALTH_SECONDS` (for each thing readiness asks after). `STOP_SECONDS`: for what is
   * under way when the process is told to stop. `LATE_LOOK_SECONDS`: how late a recurring look may be.
   */
  readonly deadlines: Deadlines;
  /** `COMPONENTS_PAGE`: `yes` shows at /components what pages are made of; `npm run dev` sets it. */
  readonly componentsPage: boolean;
  /**
   * `BACKUP_DIR`: where backups are kept; `backups` in the data folder unless told. `BACKUP_AT`: when the one of the day is made,
   * `HH:mm`, or `never`. `BACKUPS_KEPT`: how many good ones are kept there. They are encrypted (`age`) with `BACKUP_PASSPHRASE`, or
   * for the public key `BACKUP_RECIPIENT`; to open the latter, `BACKUP_IDENTITY` is its secret key.
   */
  readonly backups: BackupSettings;
  /** `EXAMINE_AT`: when all data is held against the invariants, `HH:mm`, or `never`; what changes is, all day long. */
  readonly examineAt: string | null;
  /** `LOG_LEVEL`: how much is logged. */
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

export class InvalidSetting extends Error {}

/** Reads the settings from the environment; throws {@link InvalidSetting} naming the variable and what it accepts. */
export function configFrom(env: Readonly<Record<string, string | undefined>>): Config {
  const port = wholeNumber(env, 'PORT', 3000, 0, 65_535);
  const said = address(env, 'PUBLIC_URL', ['http:', 'https:']);
  const publicUrl = said ?? `http://localhost:${port}`;
  return {
    port,
    host: env['HOST'] || '0.0.0.0',
    publicUrl: publicUrl.replace(/\/$/, ''),
    isPublicUrlSaid: said !== null,
    process: oneOf(env, 'PROCESS', ['web', 'worker', 'both'], 'both'),
    isProcessSaid: Boolean(env['PROCESS']),
    webProcesses: wholeNumber(env, 'WEB_PROCESSES', Math.max(1, availableParallelism() - 1), 1, 64),
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePool: wholeNumber(env, 'DATABASE_POOL', 16, 2, 500),
    preparedStatements: oneOf(env, 'PREPARED_STATEMENTS', ['yes', 'no'], 'yes') === 'yes',
    redisUrl: address(env, 'REDIS_URL', ['redis:', 'rediss:']),
    dataDir: resolve(env['DATA_DIR'] || 'var'),
    smtpUrl: address(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env['MAIL_FROM'] || 'dao-tao@example.vn',
    mailConcurrency: wholeNumber(env, 'MAIL_CONCURRENCY', 4, 1, 64),
    mailPerDomainPerMinute: wholeNumber(env, 'MAIL_PER_DOMAIN_PER_MINUTE', 600, 0, 1_000_000),
    webhookLoopback: oneOf(env, 'WEBHOOK_LOOPBACK', ['yes', 'no'], 'no') === 'yes',
    secureCookies: oneOf(env, 'SECURE_COOKIES', ['yes', 'no'], publicUrl.startsWith('https:') ? 'yes' : 'no') === 'yes',
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0, 0, 5),
    connections: wholeNumber(env, 'CONNECTIONS', 2000, 1, 100_000),
    headerSeconds: wholeNumber(env, 'HEADER_SECONDS', 20, 1, 300),
    requestSeconds: wholeNumber(env, 'REQUEST_SECONDS', 30, 1, 3600),
    slowestLineKilobytes: wholeNumber(env, 'SLOWEST_LINE_KILOBYTES', 16, 1, 1_000_000),
    keepAliveSeconds: wholeNumber(env, 'KEEP_ALIVE_SECONDS', 72, 1, 3600),
    workerConcurrency: wholeNumber(env, 'WORKER_CONCURRENCY', 4, 1, 64),
    secondFactor: oneOf(env, 'SECOND_FACTOR', ['off', 'staff'], 'off'),
    openId: openId(env),
    signInLimit: wholeNumber(env, 'SIGN_IN_LIMIT', 10, 1, 1000),
    signInNetworkLimit: wholeNumber(env, 'SIGN_IN_NETWORK_LIMIT', 50, 1, 10_000),
    calendarReadLimit: wholeNumber(env, 'CALENDAR_READ_LIMIT', 60, 1, 10_000),
    sessionDays: wholeNumber(env, 'SESSION_DAYS', 7, 1, 90),
    sessionHours: wholeNumber(env, 'SESSION_HOURS', 12, 1, 24 * 30),
    idempotencyKeyHours: wholeNumber(env, 'IDEMPOTENCY_KEY_HOURS', 72, 1, 24 * 30),
    sizeWarningDays: wholeNumber(env, 'SIZE_WARNING_DAYS', 14, 1, 120),
    reportsCountedAtOnce: wholeNumber(env, 'REPORTS_COUNTED_AT_ONCE', 2_000, 0, 100_000),
    reminderHours: reminderHours(env),
    checkInCodeSeconds: wholeNumber(env, 'CHECK_IN_CODE_SECONDS', 20, 5, 600),
    checkInOfflineHours: wholeNumber(env, 'CHECK_IN_OFFLINE_HOURS', 12, 1, 72),
    leaveRequestDays: wholeNumber(env, 'LEAVE_REQUEST_DAYS', 3, 0, 60),
    decisionWaitMinutes: wholeNumber(env, 'DECISION_WAIT_MINUTES', 10, 0, 1_440),
    essayFileMegabytes: wholeNumber(env, 'ESSAY_FILE_MEGABYTES', 10, 1, 50),
    scanFileMegabytes: wholeNumber(env, 'SCAN_FILE_MEGABYTES', 10, 1, 50),
    scanPages: wholeNumber(env, 'SCAN_PAGES', 40, 1, 500),
    scanExpected: oneOf(env, 'SCAN_EXPECTED', ['yes', 'no'], 'no') === 'yes',
    printedRows: wholeNumber(env, 'PRINTED_ROWS', 2000, 1, 10_000),
    closingBatch: wholeNumber(env, 'CLOSING_BATCH', 250, 1, 1000),
    backups: backups(env),
    examineAt: hourOrNever(env, 'EXAMINE_AT', '03:00'),
    deadlines: deadlines(env),
    componentsPage: oneOf(env, 'COMPONENTS_PAGE', ['yes', 'no'], 'no') === 'yes',
    logLevel: oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info'),
  };
}

type Env = Readonly<Record<string, string | undefined>>;

function wholeNumber(env: Env, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new InvalidSetting(`${name} is "${text}"; it must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

function deadlines(env: Env): Deadlines {
  const of = (name: string, fallback: number, max: number) => wholeNumber(env, name, fallback, 1, max);
  return {
    connectSeconds: of('DATABASE_CONNECT_SECONDS', usualDeadlines.connectSeconds, 300),
    statementSeconds: of('DATABASE_STATEMENT_SECONDS', usualDeadlines.statementSeconds, 3_600),
    queueSeconds: of('QUEUE_SECONDS', usualDeadlines.queueSeconds, 300),
    mailSeconds: of('SMTP_SECONDS', usualDeadlines.mailSeconds, 600),
    webhookSeconds: of('WEBHOOK_SECONDS', usualDeadlines.webhookSeconds, 300),
    openIdSeconds: of('OIDC_SECONDS', usualDeadlines.openIdSeconds, 60),
    healthSeconds: of('HEALTH_SECONDS', usualDeadlines.healthSeconds, 60),
    stopSeconds: of('STOP_SECONDS', usualDeadlines.stopSeconds, 3_600),
    lateLookSeconds: of('LATE_LOOK_SECONDS', usualDeadlines.lateLookSeconds, 86_400),
  };
}

/** @throws InvalidSetting */
function hourOrNever(env: Env, name: string, usual: string): string | null {
  const at = env[name] || usual;
  if (at !== 'never' && !timeOfDay.test(at)) throw new InvalidSetting(`${name} is "${at}"; it must be HH:mm or never.`);
  return at === 'never' ? null : at;
}

function backups(env: Env): BackupSettings {
  const dataDir = resolve(env['DATA_DIR'] || 'var');
  const passphrase = env['BACKUP_PASSPHRASE'] || null;
  const recipient = env['BACKUP_RECIPIENT'] || null;
  const identity = env['BACKUP_IDENTITY'] || null;
  if (passphrase && recipient)
    throw new InvalidSetting(
      'BACKUP_PASSPHRASE and BACKUP_RECIPIENT are both set; a backup is encrypted by one of them.',
    );
  if (recipient && !/^age1[0-9a-z]+$/.test(recipient))
    throw new InvalidSetting('BACKUP_RECIPIENT is not a public key of age, which begins with age1.');
  if (identity && !/^AGE-SECRET-KEY-[0-9A-Z-]+$/.test(identity))
    throw new InvalidSetting('BACKUP_IDENTITY is not a secret key of age, which begins with AGE-SECRET-KEY-.');
  return {
    folder: resolve(env['BACKUP_DIR'] || join(dataDir, 'backups')),
    at: hourOrNever(env, 'BACKUP_AT', '02:00'),
    kept: wholeNumber(env, 'BACKUPS_KEPT', 14, 1, 10_000),
    keys: { passphrase, recipients: recipient ? [recipient] : [], identity },
    examinedIn: join(dataDir, 'backup-examination'),
  };
}

/** What a provider cannot do without, and what says nothing without one. */
const openIdNeeds = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_NAME_VI', 'OIDC_NAME_EN'] as const;
const openIdMore = ['OIDC_CLIENT_SECRET', 'OIDC_SCOPES', 'OIDC_SECOND_STEP', 'EMERGENCY_ADMINISTRATORS'] as const;

function openId(env: Env): OpenIdSettings | null {
  const isForAllStaff = oneOf(env, 'STAFF_SIGN_IN', ['any', 'provider'], 'any') === 'provider';
  const missing = openIdNeeds.filter((name) => !env[name]);
  const given = [...openIdNeeds, ...openIdMore].filter((name) => env[name]);
  if (given.length === 0 && !isForAllStaff) return null;
  if (missing.length > 0) {
    const because = isForAllStaff ? 'STAFF_SIGN_IN is provider' : `${given.join(', ')} is set`;
    throw new InvalidSetting(`${because}, but ${missing.join(', ')} is not; a provider needs all of them, or none.`);
  }
  const scopes = words(env['OIDC_SCOPES'] || 'openid email profile');
  if (!scopes.includes('openid') || !scopes.includes('email')) {
    throw new InvalidSetting('OIDC_SCOPES must name openid and email, by which an account is found.');
  }
  const emergencyAdministrators = words(env['EMERGENCY_ADMINISTRATORS']);
  if (
    !emergencyAdministrators.every((one) => isEmail(one)) ||
    (isForAllStaff && emergencyAdministrators.length === 0)
  ) {
    throw new InvalidSetting(
      'EMERGENCY_ADMINISTRATORS must list the addresses of administrators, with spaces between; with STAFF_SIGN_IN=provider at least one.',
    );
  }
  return {
    issuer: issuer(env['OIDC_ISSUER']!),
    clientId: env['OIDC_CLIENT_ID']!,
    clientSecret: env['OIDC_CLIENT_SECRET'] || null,
    name: { vi: env['OIDC_NAME_VI']!, en: env['OIDC_NAME_EN']! },
    scopes: scopes.join(' '),
    secondSteps: words(env['OIDC_SECOND_STEP']),
    isForAllStaff,
    emergencyAdministrators,
  };
}

/** In the clear only on this machine: whoever can change what a provider says is whoever they like. */
function issuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) || url.search || url.hash) {
    throw new InvalidSetting('OIDC_ISSUER is not an address starting with https://, without a query.');
  }
  return text;
}

const words = (text = '') => text.split(/[\s,]+/).filter(Boolean);

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function reminderHours(env: Env): ReminderHours {
  const digestAt = env['DIGEST_AT'] || '07:30';
  const quiet = env['QUIET_HOURS'] || '21:00-07:00';
  if (!timeOfDay.test(digestAt)) throw new InvalidSetting(`DIGEST_AT is "${digestAt}"; it must be HH:mm.`);
  const [, quietFrom, quietUntil] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(quiet) ?? [];
  if (!quietFrom || !quietUntil) throw new InvalidSetting(`QUIET_HOURS is "${quiet}"; it must be HH:mm-HH:mm.`);
  return { digestAt, quietFrom, quietUntil };
}

function oneOf<T extends string>(env: Env, name: string, choices: readonly T[], fallback: T): T {
  const text = env[name];
  if (!text) return fallback;
  const value = choices.find((choice) => choice === text);
  if (!value) throw new InvalidSetting(`${name} is "${text}"; it must be one of ${choices.join(', ')}.`);
  return value;
}

function address(env: Env, name: string, protocols: readonly string[]): string | null {
  const text = env[name];
  if (!text) return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    // The value may hold a password, so it is not repeated.
    throw new InvalidSetting(`${name} is not an address starting with ${protocols.join('// or ')}//.`);
  }
  return text;
}
