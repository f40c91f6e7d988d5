import { words } from '../platform/messages/words';

/** What the office does next with a class; `…Link` is what is clicked. */
export const nextStepWords = words({
  title: { vi: 'Việc tiếp theo', en: 'What comes next' },
  draft: {
    vi: 'Bản thảo chỉ văn phòng đào tạo thấy. Làm xong hai việc dưới đây thì bấm “Thông báo chiêu sinh”:',
    en: 'Only the training office sees a draft. Once these two are done, press “Announce the call”:',
  },
  timetableLink: { vi: 'Xếp lịch học', en: 'Make the timetable' },
  noHalfDays: { vi: 'lớp chưa có buổi học nào.', en: 'the class has no half-day yet.' },
  halfDays: {
    vi: (count: number) => `đã có ${count} buổi.`,
    en: (count: number) => (count === 1 ? 'one half-day is planned.' : `${count} half-days are planned.`),
  },
  seatsLink: { vi: 'Phân bổ chỉ tiêu', en: 'Allocate the seats' },
  noSeats: { vi: 'chưa đơn vị nào có chỉ tiêu.', en: 'no unit has seats yet.' },
  onlyPool: {
    vi: 'chưa chia cho đơn vị nào; đơn vị gửi trước được xếp trước từ nguồn chung.',
    en: 'no unit has seats of its own; from the pool, who sends first is seated first.',
  },
  seats: { vi: 'đã phân bổ cho các đơn vị.', en: 'shared out among units.' },
  unitsLink: { vi: 'Triệu tập đơn vị', en: 'Call the units' },
  units: { vi: 'chọn đơn vị tham gia và chia điểm cầu.', en: 'choose who takes part, and at which site.' },
  announcedWithoutHalfDays: {
    vi: 'Lớp chưa có buổi học nào: đơn vị sẽ cử người mà không biết ngày học, và không kiểm tra được ai trùng lịch.',
    en: 'The class has no half-day yet: units will nominate without knowing the days, and nobody’s clashes can be checked.',
  },
  announcedWithoutSeats: {
    vi: 'Chưa đơn vị nào có chỉ tiêu và nguồn chung chưa mở: ai được cử cũng chỉ là dự phòng.',
    en: 'No unit has seats and the pool is not open: everybody nominated will be a reserve.',
  },
  callToOpen: {
    vi: 'Chưa đến ngày mở chiêu sinh. Còn sửa được lịch học và chỉ tiêu.',
    en: 'The call is not open yet. Timetable and seats can still be changed.',
  },
  callOpen: {
    vi: 'Các đơn vị đang gửi danh sách. Theo dõi đơn vị nào chưa gửi và xét duyệt dần.',
    en: 'Units are nominating. See who has not sent anything, and review as letters come.',
  },
  callOver: {
    vi: 'Đã hết hạn chiêu sinh. Xét duyệt hết danh sách; khi có quyết định mở lớp, bấm “Xác nhận mở lớp” và ghi số quyết định.',
    en: 'The call is over. Review all nominations; once the opening decision is there, press “Confirm the class” and enter its number.',
  },
  study: {
    vi: 'Theo dõi các đơn vị đăng ký người học, hình thức học và điểm cầu.',
    en: 'Follow whom units register, how they take part and at which site.',
  },
  studyOver: {
    vi: 'Đã hết hạn đăng ký. Khi có quyết định mở lớp, bấm “Xác nhận mở lớp” và ghi số quyết định.',
    en: 'Registration is over. Once the opening decision is there, press “Confirm the class” and enter its number.',
  },
  studyLink: { vi: 'Xem đăng ký', en: 'See the registrations' },
  nominationsLink: { vi: 'Xem danh sách cử học', en: 'See the nominations' },
  confirmed: {
    vi: 'Chuẩn bị khai giảng: người, phòng, tài liệu.',
    en: 'Prepare the opening: people, rooms, papers.',
  },
  printLink: { vi: 'In danh sách, biển tên, phiếu điểm danh', en: 'Print lists, name plates and attendance sheets' },
  running: {
    vi: 'Lớp đang học. Điểm danh từng buổi.',
    en: 'The class is running. Keep attendance half-day by half-day.',
  },
  attendanceLink: { vi: 'Mở sổ điểm danh', en: 'Open the attendance register' },
  toClose: {
    vi: 'Lớp đã học xong. Xét kết quả rồi kết thúc lớp.',
    en: 'The class is over. Judge the results, then close it.',
  },
  completionLink: { vi: 'Xét kết quả', en: 'Judge the results' },
  closed: {
    vi: 'Lớp đã kết thúc. In và trao giấy chứng nhận; có kết quả sai thì sửa ở trang Kết quả.',
    en: 'The class is closed. Print and hand out certificates; a wrong result is corrected under Results.',
  },
  resultsLink: { vi: 'Xem kết quả', en: 'See the results' },
  cancelled: {
    vi: 'Lớp đã hủy, không còn việc gì. Nếu hủy nhầm, bấm “Bỏ việc hủy lớp”.',
    en: 'The class is cancelled; nothing is left to do. If that was a mistake, press “Take the cancellation back”.',
  },
});
