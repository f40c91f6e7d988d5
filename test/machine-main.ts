import cluster from 'node:cluster';
import { join } from 'node:path';
import { startService } from '../src/service';

/** The service as `npm start` runs it; its processes read the sources as this one does. */
if (cluster.isPrimary) cluster.setupPrimary({ exec: join(__dirname, '../run-typescript.mjs'), args: [__filename] });

startService(process.env).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
