import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import type { NumberName } from '../figures';
import { reportWords } from '../reports.words';

const { vi, en } = reportWords;
const named = <Key extends keyof typeof vi>(key: Key) => ({ vi: vi[key], en: en[key] });

/** What a number counts, as its column says it. */
export const numberWords = words({
  allocated: { vi: 'Chỉ tiêu được phân bổ', en: 'Allocated seats' },
  free: { vi: 'Chỉ tiêu chưa có người', en: 'Allocated seats nobody has' },
  fillable: { vi: 'Chỉ tiêu còn cử được', en: 'Free seats that can still be filled' },
  held: { vi: 'Chỗ đã có người', en: 'Seats held' },
  nominated: named('nominated'),
  waitingForGroup: named('waitingForGroup'),
  waitingForOffice: named('waiting'),
  reserves: named('reserves'),
  accepted: named('accepted'),
  returned: named('returned'),
  rejected: named('rejected'),
  gone: named('gone'),
  withdrawn: { vi: 'Rút', en: 'Withdrawn' },
  substituted: { vi: 'Được thay', en: 'Replaced' },
  deferred: { vi: 'Bảo lưu', en: 'Deferred' },
  classCancelled: named('classCancelled'),
  leftOver: named('leftOver'),
  enrolled: named('enrolled'),
  judged: named('judged'),
  completed: named('completed'),
  marked: { vi: 'Lượt điểm danh', en: 'Half-days marked' },
  present: { vi: 'Lượt có mặt', en: 'Half-days present' },
  classes: named('classes'),
  planned: { vi: 'Lớp dự kiến', en: 'Classes planned' },
  announced: { vi: 'Lớp đã chiêu sinh', en: 'Classes announced' },
  open: { vi: 'Lớp đã mở', en: 'Classes open' },
  closed: { vi: 'Lớp đã kết thúc', en: 'Classes closed' },
  cancelled: { vi: 'Lớp đã hủy', en: 'Classes cancelled' },
  seats: { vi: 'Chỉ tiêu của các lớp', en: 'Seats of the classes' },
  pool: { vi: 'Chỉ tiêu chưa phân bổ', en: 'Seats not allocated' },
  studyMembers: { vi: 'Đảng viên được triệu tập học nghị quyết', en: 'Members called to studies' },
  studyAttended: { vi: 'Đảng viên dự học nghị quyết', en: 'Members attending studies' },
  studyNonMembers: { vi: 'Quần chúng dự học nghị quyết', en: 'Non-members attending studies' },
} satisfies Record<NumberName, { vi: string; en: string }>);

export const behindWords = words({
  subtitle: {
    vi: (count: number, year: number) => `${count} dòng, lớp khai giảng năm ${year}`,
    en: (count: number, year: number) => `${count} in classes that open in ${year}`,
  },
  number: { vi: 'Số liệu', en: 'Number' },
  backToUnit: { vi: 'Phiếu đơn vị', en: 'Unit scorecard' },
  person: { vi: 'Họ và tên', en: 'Name' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  detail: { vi: 'Chi tiết', en: 'Detail' },
  search: { vi: 'Họ và tên', en: 'Name' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  allCourses: { vi: 'Tất cả chương trình', en: 'All courses' },
  seat: { vi: (number: number) => `Chỗ số ${number}`, en: (number: number) => `Seat ${number}` },
  freeSeat: {
    vi: (number: number) => `Chỗ số ${number}, chưa có người`,
    en: (number: number) => `Seat ${number}, free`,
  },
  notAnnounced: { vi: 'Lớp chưa công bố', en: 'A class not announced yet' },
  nobody: { vi: 'Không có ai và không có gì ở đây', en: 'Nothing found here' },
  nobodyNext: {
    vi: 'Bỏ bớt điều kiện lọc, hoặc chọn số liệu khác, năm khác.',
    en: 'Filter less, or choose another number or year.',
  },
});

export const behindActions = declareActions('reports', {
  facts_downloaded: {
    vi: 'đã tải danh sách chi tiết của một số liệu báo cáo',
    en: 'downloaded the list behind a number of a report',
  },
});
