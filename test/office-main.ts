import { MovableClock } from '../src/platform/clock';
import { startService } from '../src/service';

/** The service in one process, with a clock that its parent moves. */
const clock = new MovableClock();
clock.moveTo(new Date(process.env['NOW']!));
process.on('message', (moment: string) => {
  clock.moveTo(new Date(moment));
  process.send!(moment);
});

startService(process.env, clock).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
