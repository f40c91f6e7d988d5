import { declareJob } from '../../platform/jobs/jobs';

export const promoteRequalified = declareJob('nominations.promote_requalified', {
  vi: 'Chuyển dự phòng đủ điều kiện lên chính thức',
  en: 'Moves up reserves who qualify again',
});
