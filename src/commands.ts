import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application';
import { type Config, configFrom } from './config';
import { failed } from './failed';
import type { OpenDatabase } from './platform/database/open-database';

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
