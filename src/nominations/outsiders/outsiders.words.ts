import { words } from '../../platform/messages/words';

export const outsiderWords = words({
  title: { vi: 'Thêm khách mời', en: 'Add somebody from outside' },
  hint: {
    vi: 'Người của cơ quan, tổ chức ngoài Khối, theo công văn của nơi đó. Giữ một chỉ tiêu của nguồn chung; không cần ý kiến Tập đoàn, văn phòng xét duyệt như mọi hồ sơ.',
    en: 'Somebody of a body outside the Bloc, by its letter. They hold a seat of the pool; the Group is not asked, and the office decides as on everybody.',
  },
  back: { vi: 'Danh sách cử học', en: 'Nominations' },
  bodyAndLetter: { vi: 'Cơ quan và công văn', en: 'The body and its letter' },
  body: { vi: 'Cơ quan, tổ chức', en: 'Body' },
  bodyHint: { vi: 'Tên đầy đủ; nơi đã có thì chọn.', en: 'Its full name; choose it where it is known.' },
  outsider: { vi: 'Khách mời', en: 'The person' },
  lateReason: { vi: 'Lý do nhận ngoài thời gian chiêu sinh', en: 'Why outside the call' },
  add: { vi: 'Thêm khách mời', en: 'Add them' },
  added: { vi: 'Đã thêm khách mời. Xét duyệt ngay ở trang này.', en: 'They are added. Decide on this page.' },
});
