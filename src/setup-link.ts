import { AlreadySetUp } from './accounts/first-administrator.refusals';
import { FirstAdministratorService } from './accounts/first-administrator.service';
import { setUpMessage } from './accounts/set-up-message';
import { commandConfig, inService, onDatabase, run } from './commands';
import { borrowDatabase } from './platform/database/open-database';

/** `npm run setup-link`: prints a new link for the first administrator; exits 1 once there is one. */
run(async () => {
  const config = commandConfig();
  const { sentence: isSetUp } = new AlreadySetUp();
  return onDatabase(await borrowDatabase(config), (url) =>
    inService(config, url, async (app) => {
      const link = await app.get(FirstAdministratorService).newLink();
      if (link) console.log(setUpMessage(config.publicUrl, link));
      else console.error(`${isSetUp.vi}\n${isSetUp.en}`);
      return link ? 0 : 1;
    }),
  );
});
