import type { Role } from '../platform/access/actor';
import { words } from '../platform/messages/words';

export const accountWords = words({
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInHint: {
    vi: 'Dùng thư điện tử và mật khẩu do văn phòng đào tạo cấp.',
    en: 'Use the e-mail and password the training office gave you.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signedOut: { vi: 'Đã đăng xuất.', en: 'You are signed out.' },
  setUp: { vi: 'Thiết lập lần đầu', en: 'First set-up' },
  setUpHint: {
    vi: 'Tạo quản trị viên đầu tiên. Việc này chỉ làm được một lần, khi hệ thống chưa có tài khoản nào.',
    en: 'Create the first administrator. This can be done once, while there is no account.',
  },
  code: { vi: 'Mã thiết lập', en: 'Set-up code' },
  codeHint: {
    vi: 'Mã được in ra khi máy chủ khởi động.',
    en: 'It was printed as the server started.',
  },
  blocName: { vi: 'Tên Đảng ủy Khối', en: 'Name of the Bloc committee' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  newPasswordHint: { vi: 'Ít nhất 12 ký tự.', en: 'At least 12 characters.' },
  create: { vi: 'Tạo quản trị viên', en: 'Create the administrator' },
  created: { vi: 'Đã tạo quản trị viên. Hãy đăng nhập.', en: 'The administrator is created. Please sign in.' },
});

export const roleNames = words({
  admin: { vi: 'quản trị hệ thống', en: 'administrator' },
  training_officer: { vi: 'cán bộ đào tạo của Khối', en: 'training officer' },
  group_officer: { vi: 'cán bộ Tập đoàn', en: 'Group officer' },
  unit_secretary: { vi: 'bí thư đơn vị', en: 'unit secretary' },
  class_manager: { vi: 'chủ nhiệm lớp', en: 'class manager' },
  data_officer: { vi: 'cán bộ dữ liệu', en: 'data officer' },
} satisfies Record<Role, { vi: string; en: string }>);
