import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const headWords = words({
  title: { vi: 'Lãnh đạo văn phòng đào tạo', en: 'Head of the training office' },
  explained: {
    vi: 'Hồ sơ để quá lâu chưa xét thì báo những người này, không báo quản trị máy tính.',
    en: 'Told when nominations wait too long; whoever administers the computer is not.',
  },
  noneYet: {
    vi: 'Chưa chọn ai nên hiện báo mọi cán bộ của văn phòng.',
    en: 'Nobody is named yet, so everybody of the office is told.',
  },
  heads: { vi: 'Chọn trong cán bộ văn phòng đào tạo', en: 'Choose among the training officers' },
  save: { vi: 'Lưu người nhận', en: 'Save who is told' },
  saved: { vi: 'Đã lưu lãnh đạo văn phòng.', en: 'The head of the office was saved.' },
});

export const headActions = declareActions('reminder_heads', {
  heads_named: { vi: 'đã chọn lãnh đạo văn phòng đào tạo', en: 'named the head of the training office' },
});

export const notOfTheOffice = {
  field: 'accountIds',
  code: 'not_of_the_office',
  message: {
    vi: 'Chỉ chọn được người đang giữ vai trò cán bộ văn phòng đào tạo. Hãy tải lại trang và chọn lại, hoặc cấp vai trò ở trang Tài khoản trước.',
    en: 'Only training officers of today can be chosen. Reload the page and choose anew, or give the role on the page of accounts first.',
  },
};
