import { createApplication } from './application';
import { configFrom } from './config';
import { invariants } from './invariants/invariants';
import { type Finding, InvariantsService } from './invariants/invariants.service';
import { borrowDatabase } from './platform/database/open-database';

/** `npm run doctor`: holds I1–I10 and I12 against the database of the settings; exits 2 and names what breaks one. */
async function main(): Promise<number> {
  const config = configFrom({ ...process.env, PROCESS: 'web', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });
  const database = await borrowDatabase(config);
  try {
    const app = await createApplication({ config, databaseUrl: database.url });
    try {
      return report(await app.get(InvariantsService).examine());
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

function report(findings: readonly Finding[]): number {
  for (const { invariant, ids } of findings) {
    console.log(`${invariant.padEnd(4)} ${ids.length === 0 ? 'holds ' : 'BROKEN'}  ${invariants[invariant].en}`);
    for (const id of ids.slice(0, 50)) console.log(`       ${id}`);
    if (ids.length > 50) console.log(`       … and ${ids.length - 50} more`);
  }
  return findings.every(({ ids }) => ids.length === 0) ? 0 : 2;
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
