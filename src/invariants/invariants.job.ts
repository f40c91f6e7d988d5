import { declareJob } from '../platform/jobs/jobs';

export const examineInvariants = declareJob('invariants.examine', { vi: 'Kiểm tra dữ liệu', en: 'Examines the data' });
