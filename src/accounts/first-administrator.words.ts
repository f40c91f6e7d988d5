import { words } from '../platform/messages/words';

export const setUpWords = words({
  title: { vi: 'Thiết lập lần đầu', en: 'First set-up' },
  help: {
    vi: 'Tạo quản trị viên đầu tiên. Việc này chỉ làm được một lần, khi hệ thống chưa có tài khoản nào.',
    en: 'Create the first administrator. This can be done only once, while there is no account.',
  },
  isDone: {
    vi: 'Hệ thống đã có quản trị viên. Ai có tài khoản thì đăng nhập; ai chưa có xin liên hệ quản trị viên.',
    en: 'There is an administrator already. If you have an account, sign in; if not, ask the administrator.',
  },
  code: { vi: 'Mã thiết lập', en: 'Set-up code' },
  codeHint: {
    vi: 'Mã ở cuối liên kết mà máy chủ in ra khi khởi động; “npm run setup-link” in một liên kết mới.',
    en: 'It is at the end of the link the server printed when it started; “npm run setup-link” prints a new one.',
  },
  blocName: { vi: 'Tên Đảng ủy Khối', en: 'Name of the Bloc committee' },
  blocNameEn: { vi: 'Tên Đảng ủy Khối bằng tiếng Anh', en: 'Its name in English' },
  blocNameEnHint: { vi: 'Có thể bổ sung sau.', en: 'May be added later.' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  create: { vi: 'Tạo quản trị viên', en: 'Create the administrator' },
  created: { vi: 'Đã tạo quản trị viên. Hãy đăng nhập.', en: 'The administrator is created. Please sign in.' },
});
