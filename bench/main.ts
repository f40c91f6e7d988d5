import { BenchedService } from './benched-service';
import { measureSeats } from './seats';

/** `npm run bench -- <name>`: what is measured, each against its floor. Resolves to whether all is as it should be. */
const benches: Readonly<Record<string, (service: BenchedService) => Promise<boolean>>> = {
  seats: measureSeats,
};

/** A machine far slower than expected must not be kept busy for ever. */
const longestMinutes = 3;

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const measure = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!measure) {
    console.error(`Say what to measure: npm run bench -- ${Object.keys(benches).join(' | ')}`);
    process.exit(1);
  }
  const service = await BenchedService.start();
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
