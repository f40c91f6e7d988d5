import { measureBackup } from './backup';
import { BenchedService } from './benched-service';
import { measureBoot } from './boot';
import { measureChaos } from './chaos';
import { measureChaosOfKeys } from './chaos-keys';
import { measureClicks } from './clicks';
import { measureClosing } from './closing';
import { measureFuzz } from './fuzz';
import { measureImport } from './import';
import { measureData } from './data';
import { measureKills } from './kills';
import { measureLists } from './lists';
import { measureLooks } from './looks';
import { measurePeople, measureRecord } from './reading';
import { measureMemory } from './memory';
import { measureReminders } from './reminders';
import { measureReview } from './review';
import { measureRoundTrips } from './round-trips';
import { measureSeats } from './seats';
import { measureSheets } from './sheets';
import { measureWeb } from './web';

interface Bench {
  readonly measure: (service: BenchedService) => Promise<boolean>;
  /** Of the service, beside those of the environment. */
  readonly settings: Readonly<Record<string, string>>;
  /** A machine far slower than expected must not be kept busy for ever. */
  readonly longestMinutes: number;
}

/** Its own process only plans and delivers when the bench says so. */
const withoutWorker = { PROCESS: 'web', QUIET_HOURS: '03:00-03:00', MAIL_PER_DOMAIN_PER_MINUTE: '0' };

/** As many as mail servers take from one sender; the usual four are for offices that send hundreds. */
const manyInHand = { MAIL_CONCURRENCY: process.env['MAIL_CONCURRENCY'] ?? '16' };

/** `npm run bench -- <name>`: what is measured, each against its floor. Resolves to whether all is as it should be. */
const benches: Readonly<Record<string, Bench>> = {
  backup: { measure: measureBackup, settings: {}, longestMinutes: 10 },
  record: { measure: measureRecord, settings: {}, longestMinutes: 8 },
  people: { measure: measurePeople, settings: {}, longestMinutes: 6 },
  review: { measure: measureReview, settings: { PROCESS: 'web' }, longestMinutes: 4 },
  boot: { measure: measureBoot, settings: { PROCESS: 'web' }, longestMinutes: 5 },
  memory: { measure: measureMemory, settings: { PROCESS: 'web' }, longestMinutes: 30 },
  web: { measure: measureWeb, settings: { PROCESS: 'web' }, longestMinutes: 5 },
  seats: { measure: measureSeats, settings: {}, longestMinutes: 3 },
  clicks: { measure: measureClicks, settings: {}, longestMinutes: 15 },
  closing: { measure: measureClosing, settings: { PROCESS: 'web' }, longestMinutes: 12 },
  import: { measure: measureImport, settings: { PROCESS: 'web' }, longestMinutes: 15 },
  reminders: { measure: measureReminders, settings: { ...withoutWorker, ...manyInHand }, longestMinutes: 25 },
  chaos: { measure: measureChaos, settings: { PROCESS: 'web' }, longestMinutes: 45 },
  'chaos-keys': { measure: measureChaosOfKeys, settings: { PROCESS: 'web' }, longestMinutes: 6 },
  fuzz: { measure: measureFuzz, settings: { PROCESS: 'both' }, longestMinutes: 60 },
  kills: { measure: measureKills, settings: withoutWorker, longestMinutes: 20 },
};

/** What needs no service. */
const alone: Readonly<Record<string, () => Promise<boolean>>> = {
  lists: measureLists,
  looks: measureLooks,
  data: measureData,
  sheets: measureSheets,
  'round-trips': measureRoundTrips,
};

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  if (Object.hasOwn(alone, name)) {
    // What they started ends with them.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
    process.exit((await alone[name]!()) ? 0 : 1);
  }
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) {
    console.error(`Say what to measure: npm run bench -- ${Object.keys({ ...benches, ...alone }).join(' | ')}`);
    process.exit(1);
  }
  const { measure, settings, longestMinutes } = bench;
  const service = await BenchedService.start(settings);
  let stopped: Promise<void> | null = null;
  const stop = (code: number) => (stopped ??= service.stop().then(() => process.exit(code)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(1));
  setTimeout(() => {
    console.error(`Not finished after ${longestMinutes} minutes: given up.`);
    void stop(1);
  }, longestMinutes * 60_000);
  try {
    await stop((await measure(service)) ? 0 : 1);
  } catch (error) {
    // Stopped in the middle, whatever was under way fails; that is no news.
    if (!stopped) console.error(error);
    await stop(1);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
