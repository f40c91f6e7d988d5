import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const headWords = words({
  help: {
    vi: 'Hồ sơ để quá lâu chưa xét thì báo những người này. Chọn ít nhất một lãnh đạo văn phòng.',
    en: 'These people are told when nominations wait too long. Choose at least one head of the office.',
  },
  title: { vi: 'Lãnh đạo văn phòng đào tạo', en: 'Head of the training office' },
  noneYet: {
    vi: 'Chưa chọn ai nên hiện báo mọi cán bộ của văn phòng.',
    en: 'No one is chosen yet, so everybody in the office is notified.',
  },
  heads: { vi: 'Chọn trong cán bộ văn phòng đào tạo', en: 'Choose among the training officers' },
  save: { vi: 'Lưu người nhận', en: 'Save the recipients' },
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
    en: 'Only people who currently hold the training officer role can be chosen. Reload the page and choose anew, or give the role on the page of accounts first.',
  },
};
