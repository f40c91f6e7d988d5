import { words } from '../platform/messages/words';

export const courseFormWords = words({
  establish: { vi: 'Nạp bảy chương trình', en: 'Load the seven courses' },
  establishHint: {
    vi: 'Bảy chương trình thường dùng, kèm quy định có căn cứ; quy định nào chưa đối chiếu được ghi “chưa xác minh”. Nạp xong vẫn sửa được từng chương trình.',
    en: 'The seven usual courses with their rules and what these rest on; a rule nobody has checked is marked “unverified”. Each of them may be changed afterwards.',
  },
  established: { vi: 'Đã nạp bảy chương trình.', en: 'The seven courses are loaded.' },
  add: { vi: 'Thêm chương trình', en: 'Add a course' },
  addHint: {
    vi: 'Quy định về điều kiện cử học, hoàn thành và văn bằng được thêm sau, ở trang của chương trình.',
    en: 'Its rules of admission, completion and award are added afterwards, on its page.',
  },
  added: {
    vi: 'Đã thêm chương trình. Hãy thêm các quy định của chương trình ở dưới.',
    en: 'The course is added. Add its rules below.',
  },
  edit: { vi: 'Sửa chương trình', en: 'Change the course' },
  editHint: {
    vi: 'Quá trình đào tạo, giấy chứng nhận đã ghi giữ tên cũ. Bước xét duyệt mới áp dụng cho cả các lượt cử đang chờ.',
    en: 'Records and certificates that are written keep the old name. New steps of review hold for nominations that still wait, too.',
  },
  changed: { vi: 'Đã sửa chương trình.', en: 'The course is changed.' },
  code: { vi: 'Mã', en: 'Code' },
  codeHint: { vi: 'Ngắn, không trùng chương trình khác; không sửa được về sau.', en: 'Short and unique; it stays.' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  kindHint: { vi: 'Không sửa được về sau.', en: 'It stays.' },
  approvalSteps: { vi: 'Ai xét duyệt', en: 'Who reviews' },
  group: { vi: 'Tập đoàn cho ý kiến trước', en: 'The Group, before the Bloc' },
  bloc: { vi: 'Khối', en: 'The Bloc' },
  save: { vi: 'Lưu', en: 'Save' },
  retire: { vi: 'Ngừng chương trình', en: 'Retire the course' },
  retireWhat: {
    vi: 'Từ ngày đó không mở lớp mới của chương trình này. Lớp đã lập vẫn học, đóng lớp và cấp giấy như thường.',
    en: 'From that day no new class of this course opens. Classes that are planned go on and close as usual.',
  },
  retireFrom: { vi: 'Ngừng từ ngày', en: 'From' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  retired: { vi: 'Đã ghi ngày ngừng chương trình.', en: 'The day the course retires is set.' },
  retiredFrom: { vi: (day: string) => `Ngừng từ ${day}`, en: (day: string) => `Retired from ${day}` },
  bringBack: { vi: 'Dùng lại chương trình', en: 'Bring the course back' },
  bringBackWhat: { vi: 'Lại mở được lớp mới của chương trình này.', en: 'New classes of it may open again.' },
  returned: { vi: 'Chương trình được dùng lại.', en: 'The course is in use again.' },
  state: { vi: 'Tình trạng', en: 'State' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  loadAgain: { vi: 'Tải lại chương trình', en: 'Load the course again' },
});
