import { declareJob } from '../../platform/jobs/jobs';

export const countReports = declareJob('reports.count', {
  vi: 'Tính số liệu báo cáo',
  en: 'Counts what reports tell',
});
