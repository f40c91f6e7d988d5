import { parseArgs } from 'node:util';
import { LetInService } from './accounts/directory/let-in.service';
import { commandConfig, inService, onDatabase, run } from './commands';
import { showMoment } from './platform/clock';
import { borrowDatabase } from './platform/database/open-database';

/**
 * `npm run let-in -- ADDRESS --reason TEXT [--second-step]`: prints a code to set the password of an account, and removes its
 * second step when told; for an administrator nobody is left to help.
 */
run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reason: { type: 'string' }, 'second-step': { type: 'boolean', default: false } },
  });
  const [email, ...more] = positionals;
  const reason = values.reason?.trim();
  if (!email || more.length > 0 || !reason) {
    console.error('npm run let-in -- ADDRESS --reason TEXT [--second-step]');
    return 1;
  }
  const config = commandConfig();
  return onDatabase(await borrowDatabase(config), (url) =>
    inService(config, url, async (app) => {
      const { code, endsAt } = await app.get(LetInService).letIn(email, reason, values['second-step']);
      const page = `${config.publicUrl}/password-resets`;
      console.log(`Mã đặt lại mật khẩu: ${code}\nNhập tại ${page}, mục “Có phiếu mã”, trước ${showMoment(endsAt)}.`);
      console.log(`Type it at ${page}, under “With a slip”, before ${showMoment(endsAt)}.`);
      return 0;
    }),
  );
});
