import { failed } from './failed';
import { startService } from './service';

startService(process.env).catch(failed);
