import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const unitWords = words({
  title: { vi: 'Đơn vị', en: 'Units' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  bloc: { vi: 'Khối', en: 'Bloc' },
  group: { vi: 'Tập đoàn', en: 'Group' },
  base: { vi: 'Cơ sở', en: 'Base unit' },
  merged: { vi: (name: string) => `Đã hợp nhất vào ${name}`, en: (name: string) => `Merged into ${name}` },
  noUnits: { vi: 'Chưa có đơn vị nào.', en: 'There is no unit yet.' },
  merge: { vi: 'Hợp nhất đơn vị', en: 'Merge units' },
  names: { vi: 'Các tên đã mang', en: 'Names borne' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  since: { vi: 'Từ ngày', en: 'Since' },
  until: { vi: 'Đến ngày', en: 'Until' },
  open: { vi: 'Đến nay', en: 'Now' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  renameWhat: {
    vi: 'Từ ngày hiệu lực, các trang và văn bản mới ghi tên mới. Quá trình đào tạo, giấy chứng nhận và báo cáo của những ngày trước giữ tên cũ.',
    en: 'From its first day on, pages and new documents bear the new name. Records, certificates and reports of earlier days keep the old one.',
  },
  effective: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  doRename: { vi: 'Ghi tên mới', en: 'Put the new name in force' },
  renamed: { vi: 'Đã ghi tên mới của đơn vị.', en: 'The new name is set.' },
});

export const unitActions = declareActions('units', {
  renamed: { vi: 'đã đổi tên đơn vị', en: 'renamed the unit' },
  established: { vi: 'đã lập đơn vị', en: 'established the unit' },
});
