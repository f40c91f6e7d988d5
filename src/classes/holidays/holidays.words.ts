import { declareActions } from '../../platform/journal/actions';
import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import type { HolidayKind } from './holidays';

export const holidayKindWords = words({
  holiday: { vi: 'Nghỉ lễ, Tết', en: 'Holiday' },
  compensatory_day_off: { vi: 'Nghỉ bù, nghỉ hoán đổi', en: 'Day off in lieu' },
  working_day: { vi: 'Làm bù vào cuối tuần', en: 'Weekend day worked in lieu' },
} satisfies Record<HolidayKind, { vi: string; en: string }>);

export const holidayWords = words({
  help: {
    vi: 'Khi xếp lịch học, hệ thống bỏ qua các ngày này. Đầu năm, hãy đối chiếu với thông báo nghỉ của Nhà nước rồi đánh dấu đã xác minh.',
    en: 'Timetables skip these days. At the beginning of a year, compare them with the official announcement and mark them as verified.',
  },
  helpToEdit: {
    vi: 'Sửa một ngày nghỉ theo thông báo của Nhà nước. Buổi học đã xếp vào ngày này không tự dời, hãy dời ở lớp được nêu tên.',
    en: 'Change a holiday as the State announces it. Half-days planned on the day stay until you move them in the classes named.',
  },
  title: { vi: (year: number) => `Ngày nghỉ lễ, Tết năm ${year}`, en: (year: number) => `Public holidays of ${year}` },
  year: { vi: 'Năm', en: 'Year' },
  show: { vi: 'Xem', en: 'Show' },
  day: { vi: 'Ngày', en: 'Day' },
  nameVi: { vi: 'Tên ngày nghỉ', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên bằng tiếng Anh', en: 'Name in English' },
  name: { vi: 'Ngày nghỉ', en: 'Holiday' },
  kind: { vi: 'Loại', en: 'Kind' },
  source: { vi: 'Căn cứ', en: 'Source' },
  verified: { vi: 'Đã đối chiếu với căn cứ', en: 'Checked against its source' },
  unverified: { vi: 'Chưa xác minh', en: 'Not verified' },
  planned: { vi: 'Buổi học đã xếp', en: 'Half-days planned' },
  none: {
    vi: (year: number) => `Chưa có danh sách của năm ${year}.`,
    en: (year: number) => `${year} has no list yet.`,
  },
  noneNext: {
    vi: 'Lập danh sách theo lịch và âm lịch, rồi đối chiếu khi có lịch nghỉ được công bố.',
    en: 'Create the list from the solar and lunar calendars, then check it when the official days are announced.',
  },
  noneYet: {
    vi: 'Hiện lịch học được xếp theo lịch tính sẵn.',
    en: 'Until then timetables go by the computed calendar.',
  },
  begin: { vi: (year: number) => `Lập danh sách năm ${year}`, en: (year: number) => `Create the list for ${year}` },
  begun: {
    vi: 'Đã lập danh sách. Hãy đối chiếu các ngày chưa xác minh.',
    en: 'The list is created. Check the days not verified yet.',
  },
  add: { vi: 'Thêm ngày', en: 'Add a day' },
  change: { vi: 'Sửa', en: 'Change' },
  changeOf: { vi: (name: string) => `Sửa ngày nghỉ: ${name}`, en: (name: string) => `Change ${name}` },
  save: { vi: 'Lưu thay đổi', en: 'Save' },
  remove: { vi: 'Bỏ khỏi danh sách', en: 'Take off the list' },
  removeConfirm: {
    vi: 'Ngày này sẽ được xếp lịch như ngày thường. Các buổi học đã xếp không thay đổi.',
    en: 'Timetables will be planned on this day as on any other. Half-days planned already stay.',
  },
  back: { vi: 'Ngày nghỉ lễ, Tết', en: 'Public holidays' },
  saved: { vi: 'Đã lưu ngày nghỉ.', en: 'Saved.' },
  savedWith: {
    vi: (count: number) =>
      `Đã lưu ngày nghỉ. Có ${count} buổi học đã xếp vào ngày này; hệ thống không tự dời, hãy xem tên lớp trong bảng.`,
    en: (count: number) =>
      `Saved. ${many(count, 'half-day is', 'half-days are')} planned on that day and stay until you move them; the table names them.`,
  },
  verification: { vi: 'Xác minh cả năm', en: 'Verify the year' },
  verificationHint: {
    vi: (count: number) =>
      `Còn ${count} ngày chưa xác minh. Khi bảng trên đã đúng như thông báo nghỉ của Nhà nước, ghi số thông báo và bấm nút một lần cho mọi ngày.`,
    en: (count: number) =>
      `${many(count, 'day is', 'days are')} not verified. When the table matches the official announcement, enter its number and press the button once for all days.`,
  },
  verify: { vi: 'Đánh dấu đã xác minh', en: 'Mark as verified' },
  verifiedDays: {
    vi: (count: number) => `Đã xác minh ${count} ngày.`,
    en: (count: number) => `${many(count, 'day')} verified.`,
  },
  offered: { vi: 'Ngày có thể bổ sung', en: 'Days that may be added' },
  offeredHint: {
    vi: 'Chưa có văn bản luật đọc được, nên hệ thống không tự nghỉ ngày này. Khi có thông báo, bấm nút để thêm.',
    en: 'No legal text is available yet, so this day is not added automatically. Press the button once it is announced.',
  },
  addOffered: {
    vi: (day: string, name: string) => `Thêm ${day}, ${name}`,
    en: (day: string, name: string) => `Add ${day}, ${name}`,
  },
  nationalDay: { vi: 'Ngày nghỉ thứ hai dịp Quốc khánh', en: 'The second day of National Day' },
  nationalDayHint: {
    vi: 'Quốc khánh nghỉ hai ngày: 02/9 và một ngày liền trước hoặc liền sau, do Nhà nước thông báo từng năm.',
    en: 'National Day is two days: 2 September and the day before or after, as announced each year.',
  },
  second: { vi: 'Ngày được chọn', en: 'The day chosen' },
  settle: { vi: 'Lưu ngày Quốc khánh', en: 'Save the day' },
  settled: {
    vi: 'Đã lưu ngày nghỉ Quốc khánh; ngày nghỉ bù được tính lại. Buổi học đã xếp giữ nguyên.',
    en: 'Saved, and days in lieu computed again. Half-days planned already stay.',
  },
  workingWeek: { vi: 'Tuần làm việc của cơ quan', en: 'The working week of the office' },
  workingWeekHint: {
    vi: 'Ngày lễ trùng ngày nghỉ hằng tuần được nghỉ bù vào ngày làm việc kế tiếp. Đổi ở đây thì ngày nghỉ bù sắp tới được tính lại.',
    en: 'A holiday on a weekly day of rest gives the next working day. Changed here, the days in lieu to come are computed again.',
  },
  fiveDays: { vi: '5 ngày, thứ Hai đến thứ Sáu', en: '5 days, Monday to Friday' },
  sixDays: { vi: '6 ngày, thứ Hai đến thứ Bảy', en: '6 days, Monday to Saturday' },
  saveWeek: { vi: 'Lưu tuần làm việc', en: 'Save the week' },
  savedWeek: { vi: 'Đã lưu tuần làm việc và tính lại ngày nghỉ bù.', en: 'Saved, and days in lieu computed again.' },
  toSettle: { vi: 'Ngày nghỉ lễ cần xác nhận', en: 'Public holidays to settle' },
  noList: {
    vi: (year: number) => `Năm ${year} chưa có danh sách ngày nghỉ lễ. Lập danh sách`,
    en: (year: number) => `${year} has no list of public holidays. Create it`,
  },
  unverifiedDays: {
    vi: (year: number, count: number) => `Năm ${year}: ${count} ngày chưa xác minh. Đối chiếu với thông báo`,
    en: (year: number, count: number) => `${year}: ${many(count, 'day is', 'days are')} not verified. Check them`,
  },
  removed: { vi: 'Đã bỏ ngày này khỏi danh sách.', en: 'The day is off the list.' },
});

export const holidayActions = declareActions('public_holidays', {
  added: { vi: 'đã thêm ngày nghỉ lễ', en: 'added a public holiday' },
  changed: { vi: 'đã sửa ngày nghỉ lễ', en: 'changed a public holiday' },
  removed: { vi: 'đã bỏ ngày nghỉ lễ', en: 'took a public holiday off the list' },
  national_day_settled: {
    vi: 'đã chọn ngày nghỉ thứ hai dịp Quốc khánh',
    en: 'settled the second day of National Day',
  },
  working_week_set: { vi: 'đã đặt số ngày làm việc trong tuần', en: 'set the days of the working week' },
  year_verified: { vi: 'đã xác minh ngày nghỉ lễ của năm', en: 'verified the public holidays of a year' },
  year_begun: {
    vi: 'đã lập danh sách ngày nghỉ của năm',
    en: 'began the public holidays of a year',
  },
});
