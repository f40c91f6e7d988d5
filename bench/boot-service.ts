import { sep } from 'node:path';
import { createApplication } from '../src/application';
import { configFrom } from '../src/config';
import { tellParent } from './boot-told';

/** The web process of the service on a migrated database. */
async function main(): Promise<void> {
  const app = await createApplication({ config: configFrom(process.env), databaseUrl: process.env['DATABASE_URL']! });
  await app.listen(0, '127.0.0.1');
  const packages = Object.keys(require.cache).filter((file) => file.includes(`${sep}node_modules${sep}`));
  tellParent({ url: await app.getUrl(), packages });
}

void main();
