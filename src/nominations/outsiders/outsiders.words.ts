import { words } from '../../platform/messages/words';

export const outsiderWords = words({
  help: {
    vi: 'Người của cơ quan, tổ chức ngoài Khối, theo công văn của nơi đó. Giữ một chỉ tiêu dùng chung, văn phòng xét duyệt như mọi hồ sơ.',
    en: 'A person from an organisation outside the Bloc, by its letter. They hold a seat of the common pool, and the office reviews them like everybody else.',
  },
  title: { vi: 'Thêm khách mời', en: 'Add a guest' },
  back: { vi: 'Danh sách cử học', en: 'Nominations' },
  bodyAndLetter: { vi: 'Cơ quan và công văn', en: 'Organisation and letter' },
  body: { vi: 'Cơ quan, tổ chức', en: 'Organisation' },
  bodyHint: { vi: 'Tên đầy đủ; nơi đã có thì chọn.', en: 'Its full name; choose it if it is already listed.' },
  outsider: { vi: 'Khách mời', en: 'Guest' },
  lateReason: { vi: 'Lý do nhận ngoài thời gian chiêu sinh', en: 'Reason for accepting outside the call' },
  add: { vi: 'Thêm khách mời', en: 'Add the guest' },
  added: {
    vi: 'Đã thêm khách mời. Xét duyệt ngay ở trang này.',
    en: 'The guest is added. Review the nomination on this page.',
  },
});
