import { createApplication } from '../src/application';
import { configFrom } from '../src/config';
import { MovableClock } from '../src/platform/clock';

/** The service in a process of its own, at the moment a spec says it is; tells its parent where it listens. */
async function main(): Promise<void> {
  const clock = new MovableClock();
  clock.moveTo(new Date(process.env['NOW']!));
  const app = await createApplication({
    config: configFrom(process.env),
    databaseUrl: process.env['DATABASE_URL']!,
    clock,
  });
  await app.listen(0, '127.0.0.1');
  process.send!(await app.getUrl());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
