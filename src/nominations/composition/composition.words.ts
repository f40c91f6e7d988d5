import { words } from '../../platform/messages/words';

export const compositionWords = words({
  title: { vi: 'Cơ cấu lớp mong muốn', en: 'Desired composition of the class' },
  hint: {
    vi: 'Tính trên người đang giữ chỉ tiêu; không giữ ai lại, chỉ để văn phòng cân nhắc khi xét duyệt và phân bổ.',
    en: 'Counted from those who hold seats now; it excludes no one and is for the office to consider.',
  },
  met: { vi: 'Đạt', en: 'Met' },
  notMet: { vi: 'Chưa đạt', en: 'Not met' },
  unverified: { vi: 'chưa xác minh', en: 'unverified' },
});
