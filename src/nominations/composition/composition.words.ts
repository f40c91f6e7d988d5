import { words } from '../../platform/messages/words';

export const compositionWords = words({
  title: { vi: 'Cơ cấu lớp mong muốn', en: 'Whom the class should have' },
  hint: {
    vi: 'Tính trên người đang giữ chỉ tiêu; không giữ ai lại, chỉ để văn phòng cân nhắc khi xét duyệt và phân bổ.',
    en: 'Of those who hold seats now; it holds nobody up and is for the office to weigh.',
  },
  met: { vi: 'Đạt', en: 'Met' },
  notMet: { vi: 'Chưa đạt', en: 'Not met' },
  unverified: { vi: 'chưa xác minh', en: 'unverified' },
});
