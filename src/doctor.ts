import { commandConfig, inService, onDatabase, run } from './commands';
import { report } from './findings';
import { InvariantsService } from './invariants/invariants.service';
import { borrowDatabase } from './platform/database/open-database';

/** `npm run doctor`: holds I1–I13 against the database of the settings; exits 2 and names what breaks one. */
run(async () => {
  const config = commandConfig();
  return onDatabase(await borrowDatabase(config), (url) =>
    inService(config, url, async (app) => report(await app.get(InvariantsService).examine())),
  );
});
