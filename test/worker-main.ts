import { createApplication } from '../src/application';
import { configFrom } from '../src/config';
import { MovableClock } from '../src/platform/clock';

/** The clock of the whole machine, not only ours, goes ahead by so much. */
const aheadMilliseconds = Number(process.env['MACHINE_AHEAD_MILLISECONDS'] ?? 0);
const rightNow = Date.now;
Date.now = () => rightNow() + aheadMilliseconds;

/** A worker in a process of its own, at the moment a spec says it is. */
async function main(): Promise<void> {
  const clock = new MovableClock();
  clock.moveTo(new Date(process.env['NOW']!));
  await createApplication({ config: configFrom(process.env), databaseUrl: process.env['DATABASE_URL']!, clock });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
