import { momentInWords } from '../platform/clock';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

const inDays = {
  vi: (days: number) => (days === 0 ? 'hôm nay' : days === 1 ? 'ngày mai' : `còn ${days} ngày`),
  en: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
};

/** What several desks say. */
export const deskWords = words({
  help: {
    vi: 'Những việc chờ đồng chí, việc gấp xếp trên. Bấm vào từng việc để mở đúng trang xử lý.',
    en: 'What waits for you, the most urgent first. Press a line to open the page where it is done.',
  },
  title: { vi: 'Bàn làm việc', en: 'Desk' },
  today: { vi: (day: string) => `Hôm nay ${day}`, en: (day: string) => `Today, ${day}` },
  correctionsToAnswer: {
    vi: (count: number) => `${count} đề nghị sửa thông tin cá nhân chờ trả lời`,
    en: (count: number) => `${many(count, 'reported mistake')} to answer`,
  },
  actsFor: {
    vi: (name: string, role: string, until: string) =>
      `Đồng chí đang làm thay đồng chí ${name}: ${role}, đến hết ngày ${until}.`,
    en: (name: string, role: string, until: string) =>
      `You are acting for ${name}: ${role}, until the end of ${until}.`,
  },
  deputies: { vi: 'Ủy quyền', en: 'Deputies' },
  notReached: {
    vi: (count: number) => `${count} thư mời bị trả lại: người được mời chưa nhận được`,
    en: (count: number) =>
      count === 1
        ? 'One invitation came back and has not been received'
        : `${count} invitations came back and have not been received`,
  },
  notReachedNext: {
    vi: 'Mở từng tài khoản để xem lý do, sửa địa chỉ hoặc in phiếu mời trao tận tay.',
    en: 'Open each account to see why, correct the address, or print a slip to hand over.',
  },
  andMore: { vi: (count: number) => `và ${count} người khác`, en: (count: number) => `and ${count} more` },
  office: { vi: 'Văn phòng đào tạo', en: 'Training office' },
  group: { vi: 'Đảng ủy Tập đoàn', en: 'Group committee' },
  unit: { vi: 'Việc của đơn vị', en: 'Your unit' },
  manager: { vi: 'Lớp tôi chủ nhiệm', en: 'Classes I manage' },
  cadre: { vi: 'Việc học của tôi', en: 'My training' },
  keeping: { vi: 'Quản trị và dữ liệu', en: 'Administration and data' },
  calendar: { vi: 'Lịch học', en: 'Calendar' },
  roomsToday: { vi: 'Phòng học hôm nay', en: 'Rooms today' },
  atAGlance: { vi: 'Các số chính', en: 'At a glance' },
  nothing: { vi: 'Chưa có việc nào ở đây', en: 'Nothing here yet' },
  nothingNext: {
    vi: 'Tài khoản của đồng chí chưa được giao việc. Đồng chí liên hệ văn phòng đào tạo để được cấp quyền.',
    en: 'Your account has no task yet. Ask the training office for a role.',
  },

  trainingClass: { vi: 'Lớp', en: 'Class' },
  person: { vi: 'Họ và tên', en: 'Name' },
  ofUnit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  opening: { vi: 'Khai giảng', en: 'Opens' },
  actions: { vi: 'Việc cần làm', en: 'To do' },
  halfDay: { vi: 'Buổi học', en: 'Half-day' },
  time: { vi: 'Giờ', en: 'Time' },
  fromTo: { vi: (from: string, to: string) => `${from} – ${to}`, en: (from: string, to: string) => `${from} – ${to}` },
  place: { vi: 'Nơi học', en: 'Place' },
  noPlace: { vi: 'Chưa xếp phòng', en: 'No room yet' },
  deadline: {
    vi: (days: number, moment: Date) => `${momentInWords.vi(moment)} (${inDays.vi(days)})`,
    en: (days: number, moment: Date) => `${momentInWords.en(moment)} (${inDays.en(days)})`,
  },
  opensIn: {
    vi: (days: number, day: string) => `ngày ${day} (${inDays.vi(days)})`,
    en: (days: number, day: string) => `${day} (${inDays.en(days)})`,
  },
});

export const keepingWords = words({
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  invariants: { vi: 'Tính nhất quán của dữ liệu', en: 'Consistency of the data' },
  rosters: { vi: 'Danh sách đơn vị gửi', en: 'Rosters of units' },
  messages: { vi: 'Thư đã gửi', en: 'Mail sent' },
  journal: { vi: 'Nhật ký', en: 'Journal' },
  backups: { vi: 'Sao lưu dữ liệu', en: 'Backups' },
  people: { vi: 'Cán bộ, đảng viên', en: 'People' },
});
