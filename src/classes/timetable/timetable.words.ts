import { declareActions } from '../../platform/journal/actions';
import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const timetableWords = words({
  help: {
    vi: 'Xếp các buổi học của lớp một lượt, theo những ngày trong tuần. Ngày nghỉ lễ được bỏ qua; phòng hoặc giảng viên bị trùng thì báo trước khi lưu.',
    en: 'Plan the half-days of the class at once, by days of the week. Holidays are skipped, and clashes of rooms or lecturers are told before you save.',
  },
  timetable: { vi: 'Lịch học', en: 'Timetable' },
  plan: { vi: 'Xếp lịch học', en: 'Make the timetable' },
  print: { vi: 'Lịch để in', en: 'Timetable to print' },
  onTelephone: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },
  noHalfDays: { vi: 'Lớp chưa có buổi học nào.', en: 'The class has no half-days yet.' },
  noHalfDaysOffice: {
    vi: 'Hãy xếp lịch theo thứ trong tuần; hệ thống bỏ qua ngày lễ, Tết và báo chỗ trùng phòng, trùng giảng viên.',
    en: 'Plan it by weekdays; holidays and Tết are left out, and rooms or lecturers already taken are pointed out.',
  },
  noHalfDaysOthers: {
    vi: 'Lịch học sẽ có ở đây khi văn phòng đào tạo xếp xong.',
    en: 'The timetable appears here once the training office has made it.',
  },
  summary: {
    vi: (count: number, from: string, to: string) => `${count} buổi, từ ${from} đến ${to}.`,
    en: (count: number, from: string, to: string) => `${count} half-days, from ${from} to ${to}.`,
  },
  nextHalfDay: { vi: 'Buổi tới:', en: 'Next:' },
  at: { vi: (place: string) => `tại ${place}`, en: (place: string) => `in ${place}` },
  month: {
    vi: (month: string, count: number) => `Tháng ${month} (${count} buổi)`,
    en: (month: string, count: number) => `${month} (${count} half-days)`,
  },
  halfDay: { vi: 'Buổi học', en: 'Half-day' },
  day: { vi: 'Ngày', en: 'Day' },
  time: { vi: 'Giờ', en: 'Time' },
  part: { vi: 'Buổi trong ngày', en: 'Part of the day' },
  topic: { vi: 'Chuyên đề', en: 'Topic' },
  lecturer: { vi: 'Giảng viên', en: 'Lecturer' },
  room: { vi: 'Phòng', en: 'Room' },
  note: { vi: 'Ghi chú', en: 'Note' },
  cancelled: { vi: 'ĐÃ HỦY', en: 'CANCELLED' },
  change: { vi: 'Sửa, dời', en: 'Change' },
  planTitle: { vi: (name: string) => `Xếp lịch học: ${name}`, en: (name: string) => `Timetable of ${name}` },
  backToClass: { vi: 'Về trang của lớp', en: 'Back to the class' },
  byPattern: { vi: 'Xếp nhiều buổi theo tuần', en: 'Many half-days by the week' },
  weekdays: { vi: 'Học vào các thứ', en: 'On these weekdays' },
  parts: { vi: 'Buổi học', en: 'Parts of the day' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  count: { vi: 'Hoặc đủ số buổi', en: 'Or so many half-days' },
  countHint: {
    vi: 'Chỉ điền một trong hai: xếp đủ số buổi thì xóa ngày cuối.',
    en: 'Only one of the two: for a number of half-days, clear the last day.',
  },
  holidays: { vi: 'Ngày lễ, Tết', en: 'Holidays and Tết' },
  skip: { vi: 'Bỏ qua, không học', en: 'Leave them out' },
  keep: { vi: 'Vẫn học', en: 'Teach on them too' },
  noRoom: { vi: 'Chưa xếp phòng', en: 'No room yet' },
  noLecturer: { vi: 'Chưa mời giảng viên', en: 'No lecturer yet' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  previewHint: {
    vi: 'Chưa lưu gì cho đến khi bấm "Đưa vào lịch học".',
    en: 'Nothing is stored until you press "Add to the timetable".',
  },
  previewOf: {
    vi: (count: number, from: string, to: string) => `Xem trước: ${count} buổi, từ ${from} đến ${to}`,
    en: (count: number, from: string, to: string) => `Preview: ${count} half-days, from ${from} to ${to}`,
  },
  skipped: {
    vi: (count: number) => `Bỏ qua ${count} ngày nghỉ`,
    en: (count: number) => `${many(count, 'day')} left out`,
  },
  unverified: { vi: 'chưa xác minh', en: 'not verified' },
  holidayList: { vi: 'Ngày nghỉ lễ, Tết', en: 'Public holidays' },
  lastDay: {
    vi: (day: string) => `Buổi cuối cùng rơi vào ${day}.`,
    en: (day: string) => `The last half-day falls on ${day}.`,
  },
  afterClosing: { vi: 'Lịch học dài hơn lớp', en: 'The timetable outlasts the class' },
  afterClosingWhat: {
    vi: (last: string, closes: string) => `Buổi cuối cùng (${last}) ở sau ngày bế giảng ${closes}.`,
    en: (last: string, closes: string) => `The last half-day (${last}) comes after the closing day, ${closes}.`,
  },
  moveClosingDay: {
    vi: (last: string) => `Dời ngày bế giảng của lớp sang ${last}`,
    en: (last: string) => `Move the closing day of the class to ${last}`,
  },
  changeTimes: { vi: 'Sửa giờ học thường lệ', en: 'Change the usual times' },
  yearUnlisted: {
    vi: (year: number) =>
      `Lịch kéo sang năm ${year}, năm chưa có danh sách ngày nghỉ lễ nên tạm xếp theo lịch tính sẵn.`,
    en: (year: number) =>
      `This reaches into ${year}, whose public holidays nobody has listed; the computed calendar was used.`,
  },
  beginYear: { vi: (year: number) => `Lập danh sách năm ${year}`, en: (year: number) => `List those of ${year}` },
  smallRoom: {
    vi: (room: string, seats: number, capacity: number) =>
      `Phòng "${room}" có ${seats} chỗ, ít hơn sĩ số ${capacity} của lớp.`,
    en: (room: string, seats: number, capacity: number) =>
      `Room "${room}" has ${seats} seats, fewer than the ${capacity} places of the class.`,
  },
  smallRoomNext: {
    vi: 'Hãy chọn phòng lớn hơn, hoặc vẫn dùng phòng này nếu chắc chắn đủ chỗ.',
    en: 'Choose a larger room, or keep it if you are sure that it holds everybody.',
  },
  managerTaken: {
    vi: (manager: string, className: string) => `Chủ nhiệm lớp ${manager} cùng lúc có buổi học ở lớp "${className}"`,
    en: (manager: string, className: string) => `The class manager ${manager} is with the class "${className}" then`,
  },
  deputyTaken: {
    vi: (deputy: string, className: string) =>
      `Người phụ trách lớp thay, ${deputy}, cùng lúc có buổi học ở lớp "${className}"`,
    en: (deputy: string, className: string) =>
      `${deputy}, who stands in for the manager, is with the class "${className}" then`,
  },
  warning: { vi: 'Lưu ý', en: 'Note' },
  peopleBusy: {
    vi: (count: number) => `${count} học viên đang học lớp khác vào giờ này`,
    en: (count: number) => `${many(count, 'person is', 'people are')} in another class then`,
  },
  sharedRoom: {
    vi: (reason: string) => `dùng chung phòng theo quyết định: ${reason}`,
    en: (reason: string) => `room shared by decision: ${reason}`,
  },
  sharedManager: {
    vi: (reason: string) => `chủ nhiệm phụ trách hai lớp cùng giờ theo quyết định: ${reason}`,
    en: (reason: string) => `manager of two classes at once by decision: ${reason}`,
  },
  decide: { vi: 'Vẫn xếp theo quyết định', en: 'Add them by decision' },
  decideNext: {
    vi: 'Nếu có quyết định cho phép, ghi căn cứ vào đây rồi đưa vào lịch; lý do được lưu vào nhật ký.',
    en: 'If there is a decision to allow it, give it here and add them; the reason goes to the journal.',
  },
  roomSharedReason: { vi: 'Dùng chung phòng theo quyết định', en: 'Decision by which the room is shared' },
  managerOverlapReason: {
    vi: 'Chủ nhiệm phụ trách hai lớp cùng giờ theo quyết định',
    en: 'Decision by which the class manager has two classes at once',
  },
  overlapReason: {
    vi: 'Cho học viên trùng giờ theo quyết định',
    en: 'Decision by which people may be in two classes at once',
  },
  clashing: {
    vi: (count: number) => `${count} buổi bị vướng`,
    en: (count: number) => `${count} half-days clash`,
  },
  clashingNext: {
    vi: 'Hãy đổi phòng, giảng viên hoặc ngày rồi xem trước lại; các buổi vướng được ghi rõ trong bảng.',
    en: 'Change the room, the lecturer or the days and preview again; the table says what stands in the way.',
  },
  fits: { vi: 'Không vướng', en: 'Nothing in the way' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  clash: { vi: 'Vướng', en: 'Clash' },
  roomTaken: {
    vi: (room: string, className: string) => `Phòng "${room}" đã dành cho lớp "${className}"`,
    en: (room: string, className: string) => `Room "${room}" is taken by the class "${className}"`,
  },
  lecturerTaken: {
    vi: (lecturer: string, className: string) => `Giảng viên ${lecturer} đã có giờ ở lớp "${className}"`,
    en: (lecturer: string, className: string) => `Lecturer ${lecturer} teaches the class "${className}"`,
  },
  classTaken: { vi: 'Lớp này đã có buổi học', en: 'This class already has a half-day' },
  apply: { vi: 'Đưa vào lịch học', en: 'Add to the timetable' },
  oneHalfDay: { vi: 'Thêm một buổi', en: 'Add one half-day' },
  startTime: { vi: 'Từ giờ', en: 'From' },
  endTime: { vi: 'Đến giờ', en: 'To' },
  usualTimes: {
    vi: 'Để trống thì lấy giờ thường lệ của phòng (xem trang Phòng, hội trường).',
    en: 'Left empty, the usual times of the room are taken; they are on the page Rooms.',
  },
  add: { vi: 'Thêm buổi học', en: 'Add the half-day' },
});

export const halfDayActions = declareActions('half_days', {
  added: { vi: 'đã thêm buổi học', en: 'added half-days' },
  cancelled: { vi: 'đã hủy buổi học', en: 'cancelled a half-day' },
  manager_overlap_allowed: {
    vi: 'đã cho chủ nhiệm phụ trách hai lớp cùng giờ',
    en: 'let the class manager have two classes at one time',
  },
  room_shared: { vi: 'đã cho dùng chung phòng với lớp khác', en: 'let the room be shared' },
  moved: { vi: 'đã đổi buổi học', en: 'moved a half-day' },
});
