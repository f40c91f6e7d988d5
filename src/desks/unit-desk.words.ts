import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const unitWords = words({
  postsAtOdds: {
    vi: (count: number) => `${count} người có dấu cán bộ chủ chốt trái với chức vụ: xem và sửa`,
    en: (count: number) =>
      `${many(count, 'person is', 'people are')} marked as key cadres against their post: look and correct`,
  },
  hosted: { vi: 'Hôm nay đơn vị là chủ nhà', en: 'Hosted by the unit today' },
  noRoster: { vi: 'Đơn vị chưa gửi danh sách cán bộ, đảng viên', en: 'Your unit has not sent its roster yet' },
  noRosterNext: {
    vi: 'Gửi tệp Excel danh sách trước; sau đó mới chọn được người để cử đi học.',
    en: 'Send the Excel file first; only then can people be chosen and nominated.',
  },
  sendRoster: { vi: 'Gửi danh sách', en: 'Send the roster' },
  calls: { vi: 'Lớp đang chiêu sinh', en: 'Open calls' },
  seats: { vi: 'Chỉ tiêu', en: 'Seats' },
  held: { vi: 'Đã dùng', en: 'Held' },
  free: { vi: 'Còn trống', en: 'Free' },
  reserves: { vi: 'Dự phòng', en: 'Reserves' },
  pool: {
    vi: (count: number) => `(thêm ${count} ở nguồn chung)`,
    en: (count: number) => `(and ${count} in the pool)`,
  },
  deadline: { vi: 'Hạn gửi', en: 'Deadline' },
  choose: { vi: 'Chọn từ danh sách đủ điều kiện', en: 'Choose from the eligible' },
  sendExcel: { vi: 'Gửi tệp Excel', en: 'Send an Excel file' },
  seeList: { vi: 'Xem danh sách', en: 'See the list' },
  register: { vi: 'Đăng ký người dự', en: 'Register people' },
  saidNone: { vi: 'Đã trả lời: kỳ này không cử ai', en: 'Answered: nobody this time' },
  noCalls: { vi: 'Hiện không có lớp nào đang chiêu sinh', en: 'No call is open now' },
  noCallsNext: {
    vi: 'Khi văn phòng đào tạo thông báo chiêu sinh, đồng chí sẽ nhận được thư nhắc và lớp hiện ở đây.',
    en: 'When the training office announces a call, you receive a reminder and the class appears here.',
  },
  toAct: { vi: 'Chờ đơn vị xử lý', en: 'Waiting for your unit' },
  correct: { vi: 'Sửa và gửi lại', en: 'Correct and resend' },
  send: { vi: 'Hoàn thiện và gửi', en: 'Complete and send' },
  nothingToAct: { vi: 'Không có hồ sơ nào chờ đơn vị xử lý', en: 'No nomination waits for your unit' },
  nothingToActNext: {
    vi: 'Bản nháp và hồ sơ bị trả lại sẽ hiện ở đây.',
    en: 'Drafts and returned nominations appear here.',
  },
  followed: { vi: 'Theo dõi người đã cử', en: 'People nominated' },
  onlySome: {
    vi: (count: number) => `Chỉ hiện ${count} hồ sơ đầu; xem đủ trong danh sách của từng lớp.`,
    en: (count: number) => `Only the first ${count}; the list of each class has all.`,
  },
  noneFollowed: { vi: 'Đơn vị chưa gửi ai', en: 'No one nominated yet' },
  openCalls: {
    vi: 'Lớp đang chiêu sinh',
    en: 'Classes with an open call',
  },
  noneFollowedNext: {
    vi: 'Người được chọn ở lớp đang chiêu sinh có tên ở đây, kèm tình trạng từng người.',
    en: 'People chosen for an open call appear here with their status.',
  },
});
