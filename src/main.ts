import { failed } from './commands';
import { startService } from './service';

startService(process.env).catch(failed);
