import { words } from '../../platform/messages/words';

export const leaverWords = words({
  help: {
    vi: 'Người đã chuyển đi hoặc rời đơn vị mà vẫn còn chỗ học. Đơn vị đã cử, hoặc văn phòng, quyết định từng người: vẫn học, thay người, hay cho thôi.',
    en: 'People who left or moved and still have a place. The unit that sent them, or the office, decides for each: they stay, somebody else comes, or it ends.',
  },
  title: {
    vi: 'Người rời, chuyển đơn vị khi đang được cử hoặc đang học',
    en: 'People who left or moved while holding a place',
  },
  who: { vi: 'Họ và tên', en: 'Name' },
  what: { vi: 'Biến động', en: 'What changed' },
  decide: { vi: 'Quyết định', en: 'Decision' },
  moved: {
    vi: (from: string, to: string) => `Đã chuyển từ ${from} sang ${to}`,
    en: (from: string, to: string) => `Moved from ${from} to ${to}`,
  },
  left: {
    vi: (from: string, day: string) => `Đã rời ${from} từ ngày ${day}`,
    en: (from: string, day: string) => `Left ${from} on ${day}`,
  },
  movedAndLeft: {
    vi: (from: string, to: string, day: string) => `Đã chuyển từ ${from} sang ${to} và rời từ ngày ${day}`,
    en: (from: string, to: string, day: string) => `Moved from ${from} to ${to}, and left on ${day}`,
  },
  isEnrolled: { vi: 'Đang là học viên', en: 'Enrolled' },
  isNominated: { vi: 'Được cử, chưa duyệt', en: 'Nominated, not accepted yet' },
  forAll: {
    vi: (count: number) => `Quyết định chung cho ${count} người ở trang này`,
    en: (count: number) => `One decision for the ${count} people on this page`,
  },
  forAllWhat: {
    vi: 'Ai cần quyết định khác thì quyết định riêng ở bảng bên dưới trước. Người đã được quyết định không đổi.',
    en: 'Decide on exceptions first, in the table below. Decisions already made stay.',
  },
  reasonToEnd: { vi: 'Cho thôi thì phải ghi; vẫn học thì tùy ý.', en: 'Needed where places end.' },
  decideAll: {
    vi: (count: number) => `Ghi quyết định cho ${count} người`,
    en: (count: number) => `Record the decision for all ${count}`,
  },
  decided: {
    vi: (count: number) => `Đã ghi quyết định cho ${count} người.`,
    en: (count: number) =>
      count === 1 ? 'The decision is recorded for one person.' : `The decision is recorded for ${count} people.`,
  },
  stays: { vi: 'Vẫn học', en: 'Stays' },
  substitute: { vi: 'Thay người', en: 'Substitute' },
  withdraw: { vi: 'Cho thôi', en: 'End it' },
  withdrawConfirm: {
    vi: 'Chỗ trống ra thì dự phòng tiếp theo của đơn vị được xếp vào. Người đang học thôi học từ hôm nay; điểm danh đã ghi giữ nguyên.',
    en: 'A seat that becomes free goes to the unit’s next reserve. A person already enrolled leaves the class today; attendance already recorded stays.',
  },
  reason: { vi: 'Số quyết định, lý do', en: 'Decision and reason' },
  othersDecide: {
    vi: (unit: string) => `${unit} hoặc văn phòng đào tạo quyết định`,
    en: (unit: string) => `For ${unit} or the training office to decide`,
  },
  staysDone: { vi: 'Đã ghi: vẫn học.', en: 'Recorded: they stay.' },
  withdrawDone: { vi: 'Đã cho thôi.', en: 'Ended.' },
  none: { vi: 'Không có ai', en: 'Nobody' },
  noneNext: {
    vi: 'Khi người đang được cử hoặc đang học rời, chuyển đơn vị, tên họ hiện ở đây ngay.',
    en: 'People who leave or move while holding a place appear here at once.',
  },
  seeAll: { vi: 'Xem tất cả', en: 'See all' },
});
