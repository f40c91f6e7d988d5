import { words } from '../../platform/messages/words';

export const managerWords = words({
  help: {
    vi: 'Chủ nhiệm lớp điểm danh, giải quyết xin nghỉ và nhập điểm. Hãy thêm ít nhất một người trước ngày khai giảng.',
    en: 'A class manager takes attendance, decides on leave and enters marks. Add at least one before the class opens.',
  },
  title: { vi: (name: string) => `Chủ nhiệm lớp – ${name}`, en: (name: string) => `Class managers – ${name}` },
  term: { vi: 'Chủ nhiệm lớp', en: 'Class manager' },
  none: { vi: 'Chưa cử', en: 'None yet' },
  noneNext: {
    vi: 'Hãy cử chủ nhiệm để có người điểm danh; khi chưa có, văn phòng đào tạo làm thay.',
    en: 'Appoint a manager to take attendance; until then the training office does it.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  email: { vi: 'Thư điện tử của người được cử', en: 'E-mail address' },
  since: { vi: 'Từ ngày', en: 'Since' },
  deputies: { vi: (names: string) => `Hiện có người làm thay: ${names}`, en: (names: string) => `Deputy: ${names}` },
  actions: { vi: 'Thao tác', en: 'Actions' },
  appoint: { vi: 'Cử chủ nhiệm', en: 'Appoint' },
  appointTitle: { vi: 'Cử thêm chủ nhiệm', en: 'Appoint a manager' },
  overlapReason: { vi: 'Quyết định cho phụ trách hai lớp cùng giờ', en: 'Decision to run two classes at once' },
  overlapHint: {
    vi: 'Chỉ ghi khi người này đang phụ trách lớp khác trùng giờ.',
    en: 'Only when this person runs another class at the same time.',
  },
  dismiss: { vi: 'Thôi phụ trách', en: 'End' },
  dismissMeans: {
    vi: (name: string) => `${name} sẽ không còn điểm danh và nhập điểm cho lớp này.`,
    en: (name: string) => `${name} will no longer take attendance or enter marks for this class.`,
  },
  change: { vi: 'Cử hoặc đổi chủ nhiệm', en: 'Appoint or change' },
  appointed: { vi: 'Đã cử chủ nhiệm lớp.', en: 'The class manager was appointed.' },
  dismissed: { vi: 'Đã thôi phụ trách lớp.', en: 'The class manager was taken off the class.' },
});
