import { declareJob } from '../../platform/jobs/jobs';

export const makeBackups = declareJob('backups.make', { vi: 'Sao lưu', en: 'Makes backups' });
