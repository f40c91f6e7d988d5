import { Client } from 'pg';
import { createApplication } from '../src/application';
import { type Config, configFrom, InvalidSetting } from '../src/config';
import { stopOnSignals } from '../src/lifetime';
import { MovableClock } from '../src/platform/clock';
import { migrate } from '../src/platform/database/data-source';
import { AlreadyRunning } from '../src/platform/database/embedded-cluster';
import { openDatabase } from '../src/platform/database/open-database';
import { cadre, classManager, demoPassword, groupOfficer, office, secretaryOf } from './cast';
import { takePictures } from './pictures';
import { report } from './report';
import { Stage } from './stage';
import { finished, play, started } from './story';

class NotOurs extends Error {
  constructor() {
    super(
      'This database holds something other than the demo, so the demo leaves it alone. Set DATA_DIR or DATABASE_URL to another one.',
    );
  }
}

/** `npm run demo`: plays one class through every room on the sample data, then serves; `-- --once` ends instead; `-- --fresh` starts over; `-- --pictures`
 * makes the pictures of the first-day tours in a browser, and ends. */
async function main(): Promise<void> {
  const [once, fresh, pictures] = ['--once', '--fresh', '--pictures'].map((flag) => process.argv.includes(flag));
  const config = configFrom({
    DATA_DIR: 'var/demo',
    LOG_LEVEL: 'warn',
    BACKUP_AT: 'never',
    ...process.env,
    PROCESS: 'both',
  });
  const database = await openDatabase(config);
  try {
    const played = await storyIn(database.url);
    if (played === 'unfinished' || (fresh && played === 'finished')) await wipe(database.url);
    const stage = await raise(config, database.url);
    stopOnSignals(stage.app, database, config.deadlines);
    if (played === 'finished' && !fresh)
      stage.tell('The story was played on this data folder before; nothing is played twice (-- --fresh starts over)');
    else await play(stage);
    const isAsItShould = await report(stage);
    if (pictures) {
      await stage.app.listen(config.port, config.host);
      stage.tell(`Pictures made: ${await takePictures(`http://localhost:${config.port}`)}`);
    } else if (!once) return serve(stage, config);

    await stage.app.close();
    await database.stop();
    process.exit(isAsItShould ? 0 : 1);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** What an earlier run left behind. A story broken off in the middle is played again from the start. @throws NotOurs */
async function storyIn(url: string): Promise<'nothing' | 'unfinished' | 'finished'> {
  return onDatabase(url, async (client) => {
    const actions = (
      await client.query<{ action: string }>('SELECT action FROM journal_lines WHERE action IN ($1, $2)', [
        started,
        finished,
      ])
    ).rows.map(({ action }) => action);
    if (actions.includes(finished)) return 'finished';
    if (actions.includes(started)) return 'unfinished';
    if ((await client.query('SELECT 1 FROM accounts LIMIT 1')).rowCount) throw new NotOurs();
    return 'nothing';
  });
}

async function wipe(url: string): Promise<void> {
  await onDatabase(url, async (client) => {
    await client.query('DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS bullmq CASCADE; CREATE SCHEMA public');
  });
  await migrate(url);
}

async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function raise(config: Config, databaseUrl: string): Promise<Stage> {
  const clock = new MovableClock();
  return new Stage(await createApplication({ config, databaseUrl, clock }), clock, (line) => console.log(line));
}

async function serve(stage: Stage, config: Config): Promise<void> {
  await stage.app.listen(config.port, config.host);
  console.log(`
The service answers at ${config.publicUrl} — sign in with the password ${demoPassword} as
  ${office.padEnd(28)} the training office of the Bloc
  ${secretaryOf('LIX').padEnd(28)} the secretary of a unit (also sfg, csm, pac, …)
  ${groupOfficer.padEnd(28)} the Group committee's officer
  ${classManager.padEnd(28)} the class manager
  ${cadre.padEnd(28)} a cadre
Ctrl-C stops it. The API is at ${config.publicUrl}/api/docs`);
}

main().catch((error: unknown) => {
  const isForThePerson = error instanceof InvalidSetting || error instanceof AlreadyRunning || error instanceof NotOurs;
  console.error(isForThePerson ? error.message : error);
  process.exit(1);
});
