import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application';
import { type Config, configFrom, InvalidSetting } from './config';
import { NotOurFolder } from './platform/database/cluster-home';
import { AlreadyRunning } from './platform/database/embedded-cluster';
import type { OpenDatabase } from './platform/database/open-database';
import { Refusal } from './platform/problems/refusal';

/** The settings of a command: it serves nobody, works nothing off, and says what went wrong alone. */
export const commandConfig = (more: NodeJS.ProcessEnv = {}): Config =>
  configFrom({ ...process.env, ...more, PROCESS: 'web', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });

/** Leaves the database as it found it, running or not. */
export async function onDatabase<T>(database: OpenDatabase, work: (url: string) => Promise<T>): Promise<T> {
  return work(database.url).finally(() => database.stop());
}

export async function inService<T>(
  config: Config,
  databaseUrl: string,
  work: (app: NestFastifyApplication) => Promise<T>,
): Promise<T> {
  const app = await createApplication({ config, databaseUrl });
  return work(app).finally(() => app.close());
}

/** Ends the process with what the command returns. */
export function run(command: () => Promise<number>): void {
  command().then((code) => process.exit(code), failed);
}

/** Ends a command that did not do what it was told: a "no" in its own words, in both languages, a fault with where it came from. */
export function failed(error: unknown): never {
  if (error instanceof Refusal) console.error(`${error.sentence.vi}\n${error.sentence.en}`);
  else console.error(isForThePerson(error) ? error.message : error);
  process.exit(1);
}

const isForThePerson = (error: unknown): error is Error =>
  [InvalidSetting, AlreadyRunning, NotOurFolder].some((kind) => error instanceof kind) ||
  String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
