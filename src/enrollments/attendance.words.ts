import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';
import type { AttendanceMark, AttendanceSource, Direction } from './attendance-line.entity';
import type { LeaveAt } from './attendance.queries';

type Labels<V extends string> = Record<V, { vi: string; en: string }>;

export const markWords = words({
  present: { vi: 'Có mặt', en: 'Present' },
  excused: { vi: 'Vắng có phép', en: 'Excused' },
  unexcused: { vi: 'Vắng không phép', en: 'Unexcused' },
  unmarked: { vi: 'Chưa điểm danh', en: 'Unmarked' },
} satisfies Labels<AttendanceMark>);

/** Said instead of a mark where the half-day had begun before the person joined. */
export const joinedLaterWords = words({
  badge: { vi: 'Chưa vào lớp', en: 'Not in the class yet' },
  title: {
    vi: (people: number) => `Vào lớp sau buổi này: ${people} người`,
    en: (people: number) => `Joined after this half-day: ${people}`,
  },
  why: {
    vi: 'Không ghi vắng, không nhắc. Chỉ ghi khi có đến học.',
    en: 'Not counted as absent, not reminded. Mark only if they came.',
  },
});

/** What half-days from before joining count as, by the rule of the course; beside the numbers of people who joined late. */
export const beforeJoiningWords = words({
  ofSheet: {
    vi: (people: number, isMissed: boolean) =>
      `${people} người vào lớp sau buổi này. Theo quy định của chương trình, buổi này ${isMissed ? 'tính là vắng với họ cho đến khi học bù' : 'không tính với họ'}.`,
    en: (people: number, isMissed: boolean) =>
      `${people} joined after this half-day. By the rules of the course it ${isMissed ? 'counts as missed for them until they make it up' : 'is left out for them'}.`,
  },
  ofRoster: {
    vi: (isMissed: boolean) =>
      `Buổi đã học trước khi vào lớp ${isMissed ? 'tính là vắng cho đến khi học bù' : 'không tính'}, theo quy định của chương trình.`,
    en: (isMissed: boolean) =>
      `Half-days from before joining ${isMissed ? 'count as missed until they are made up' : 'are left out'}, by the rules of the course.`,
  },
  soFar: {
    vi: (present: number, held: number) =>
      held === 0 ? 'Chưa có buổi nào được tính.' : `Đến nay có mặt ${present} trên ${held} buổi được tính.`,
    en: (present: number, held: number) =>
      held === 0 ? 'No half-day counts yet.' : `So far present at ${present} of the ${held} half-days that count.`,
  },
  missedBefore: {
    vi: (count: number) =>
      `Trong đó ${count} buổi đã học trước khi vào lớp, tính là vắng cho đến khi học bù (học ghép với lớp khác).`,
    en: (count: number) =>
      `Among them ${count} from before joining: missed until made up, as a guest of another class.`,
  },
  leftOut: {
    vi: (count: number) => `Không tính ${count} buổi trước khi vào lớp, theo quy định của chương trình.`,
    en: (count: number) => `Left out: ${count} from before joining, by the rules of the course.`,
  },
});

/** Beside the name of somebody who makes up a half-day here. */
export const guestOf = words({
  guest: { vi: (code: string) => `Học ghép, lớp ${code}`, en: (code: string) => `Guest from ${code}` },
});

/** Beside the mark of somebody who is to be looked at. */
export const flagWords = words({
  shortStay: {
    vi: (minutes: number) => (minutes < 1 ? 'Vào rồi ra ngay' : `Vào rồi ra sau ${minutes} phút`),
    en: (minutes: number) => (minutes < 1 ? 'In and out at once' : `Left after ${minutes} min`),
  },
  shortStays: {
    vi: (count: number) => `Vào rồi ra sớm: ${count}`,
    en: (count: number) => `In and soon out: ${count}`,
  },
  provisional: { vi: 'Thiết bị khác, chờ xác nhận', en: 'Another device, to look at' },
  accepted: { vi: 'Thiết bị khác, đã chấp nhận', en: 'Another device, accepted' },
  refused: { vi: 'Thiết bị khác, không nhận', en: 'Another device, refused' },
  toldLater: { vi: 'Quét khi mất mạng', en: 'Scanned without a network' },
});

/** What waits for who runs the class, as a link. */
export const scansWaitingWords = words({
  refusedScans: {
    vi: (count: number) => `${count} lượt quét bị từ chối cần xem`,
    en: (count: number) => `${many(count, 'refused scan')} to look at`,
  },
  otherDevices: {
    vi: (count: number) => `${count} lượt điểm danh bằng thiết bị khác chờ xác nhận`,
    en: (count: number) => `${many(count, 'check-in')} by another device to look at`,
  },
});

/** Beside a half-day somebody has leave from, or asked for it. */
export const leaveStandingWords = words({
  asked: { vi: 'Đang xin nghỉ, chờ duyệt', en: 'Leave asked for, not decided' },
  reopened: { vi: 'Đơn xin nghỉ là cho giờ cũ', en: 'Leave was for the old time' },
  paper_awaited: { vi: 'Được nghỉ, chờ xem giấy tờ', en: 'On leave once the paper is seen' },
  allowed: { vi: 'Được nghỉ', en: 'On leave' },
} satisfies Labels<LeaveAt['standing']>);

/** Short enough for three large buttons side by side on a phone. */
export const choiceWords = words({
  present: { vi: 'Có mặt', en: 'Present' },
  excused: { vi: 'Có phép', en: 'Excused' },
  unexcused: { vi: 'Không phép', en: 'Unexcused' },
});

export const sourceWords = words({
  phone: { vi: 'trên máy', en: 'on a device' },
  paper: { vi: 'từ danh sách giấy', en: 'from the paper list' },
  qr: { vi: 'bằng mã', en: 'by code' },
  sheet: { vi: 'từ tệp', en: 'from a file' },
  leave: { vi: 'theo đơn xin nghỉ', en: 'by an approved leave' },
  carried: { vi: 'học ở lớp khác', en: 'in another class' },
} satisfies Labels<AttendanceSource>);

export const directionWords = words({
  in: { vi: 'Vào', en: 'In' },
  out: { vi: 'Ra', en: 'Out' },
} satisfies Labels<Direction>);

/** Also the heading of the page it leads to. */
export const leaveRequestsTitle = { vi: 'Đơn xin nghỉ học', en: 'Requests for leave' } as const;

export const attendanceWords = words({
  help: {
    vi: 'Các buổi học của lớp và buổi nào chưa điểm danh xong. Chọn một buổi để điểm danh hoặc mở mã cho học viên quét.',
    en: 'The half-days of the class, and which are not fully marked. Choose one to take attendance or to show the code people scan.',
  },
  helpOfSheet: {
    vi: 'Điểm danh một buổi theo danh sách lớp. Điền tất cả có mặt trước, sửa những người vắng rồi bấm lưu.',
    en: 'Take attendance of one half-day. Fill in everybody as present, correct those who are absent, then save.',
  },
  helpOfPerson: {
    vi: 'Từng lần điểm danh của một người trong buổi này: ai ghi, lúc nào, bằng cách nào. Dòng cũ không bị xóa.',
    en: 'Each mark of one person in this half-day: by whom, when and how. Earlier lines are never removed.',
  },
  leaveRequests: leaveRequestsTitle,
  oneTap: { vi: 'Điểm danh một chạm', en: 'One tap per person' },
  showCode: { vi: 'Chiếu mã QR', en: 'Show the QR code' },
  seen: {
    vi: (cameIn: number, wentOut: number, people: number) => `Đã vào ${cameIn}/${people} · Đã ra ${wentOut}`,
    en: (cameIn: number, wentOut: number, people: number) => `${cameIn} of ${people} in · ${wentOut} out`,
  },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  today: { vi: 'Hôm nay', en: 'Today' },
  nextHalfDay: { vi: 'Buổi học tới', en: 'The next half-day' },
  allHalfDays: { vi: 'Tất cả các buổi học', en: 'All half-days' },
  noHalfDays: { vi: 'Lớp chưa có buổi học nào.', en: 'The class has no half-days yet.' },
  noHalfDaysNext: {
    vi: 'Văn phòng đào tạo xếp lịch học ở mục “Lớp và lịch học”.',
    en: 'The training office sets the timetable under “Class and timetable”.',
  },
  halfDay: { vi: 'Buổi học', en: 'Half-day' },
  halfDayOn: {
    vi: (part: string, day: string) => `${part} ${day}`,
    en: (part: string, day: string) => `${day}, ${part.toLowerCase()}`,
  },
  hours: { vi: 'Giờ', en: 'Hours' },
  topic: { vi: 'Nội dung', en: 'Topic' },
  room: { vi: 'Phòng', en: 'Room' },
  state: { vi: 'Điểm danh', en: 'Attendance' },
  complete: { vi: 'Đã đủ', en: 'Complete' },
  missing: {
    vi: (count: number) => `Còn ${count} người`,
    en: (count: number) => `${count} to mark`,
  },
  notYet: { vi: 'Chưa đến buổi', en: 'Not yet' },
  cancelled: { vi: 'ĐÃ HỦY', en: 'CANCELLED' },
  noPeople: { vi: 'Chưa có học viên', en: 'Nobody enrolled' },
  takeAttendance: { vi: 'Điểm danh buổi này', en: 'Take attendance' },
  seeAttendance: { vi: 'Xem điểm danh', en: 'See attendance' },
  backToList: { vi: 'Điểm danh', en: 'Attendance' },
  peopleMarked: {
    vi: (marked: number, people: number) => `Đã điểm danh ${marked}/${people} người`,
    en: (marked: number, people: number) => `${marked} of ${people} people marked`,
  },
  howTo: {
    vi: 'Chọn cho từng người rồi bấm Lưu điểm danh ở cuối trang. Có thể lưu nhiều lần.',
    en: 'Choose for each person, then press Save attendance at the bottom of the page. You may save as often as you like.',
  },
  fillUnmarked: {
    vi: (count: number) => `Ghi có mặt cho ${count} người chưa điểm danh`,
    en: (count: number) => `Set the ${count} unmarked to present`,
  },
  fillHint: {
    vi: 'Chỉ điền vào người chưa điểm danh, chưa lưu; sau đó đồng chí sửa lại những người vắng.',
    en: 'Fills in only those not marked and saves nothing yet; then correct those who are absent.',
  },
  filled: {
    vi: (count: number) =>
      `Đã điền Có mặt cho ${count} người chưa điểm danh. CHƯA LƯU: đồng chí sửa lại những người vắng rồi bấm Lưu điểm danh.`,
    en: (count: number) =>
      `${many(count, 'person was', 'people were')} set to present. NOT SAVED YET: correct those who are absent, then press Save attendance.`,
  },
  nothingToFill: {
    vi: 'Mọi người trên trang đã được chọn; không có gì để điền thêm.',
    en: 'Everybody on the page is chosen already; there is nothing to fill in.',
  },
  fromPaper: { vi: 'Chép lại từ danh sách giấy', en: 'Copied from the paper list' },
  save: { vi: 'Lưu điểm danh', en: 'Save attendance' },
  saved: {
    vi: (marked: number, corrected: number) =>
      corrected > 0 ? `Đã lưu: ghi mới ${marked} người, sửa ${corrected} người.` : `Đã lưu điểm danh ${marked} người.`,
    en: (marked: number, corrected: number) =>
      corrected > 0 ? `Saved: ${marked} marked, ${corrected} corrected.` : `Saved: ${marked} marked.`,
  },
  nothingChanged: {
    vi: 'Chưa có gì thay đổi so với lần lưu trước.',
    en: 'Nothing differs from what was saved before.',
  },
  reason: { vi: 'Lý do sửa', en: 'Reason for the change' },
  reasonHint: {
    vi: 'Người này đã được điểm danh; muốn đổi thì ghi lý do.',
    en: 'This person was marked; say why you change it.',
  },
  markedBy: {
    vi: (who: string, when: string, source: string) => `${who} ghi ${source} lúc ${when}`,
    en: (who: string, when: string, source: string) => `${who}, ${source}, ${when}`,
  },
  somebody: { vi: 'Hệ thống', en: 'The service' },
  trail: { vi: 'Lịch sử điểm danh', en: 'History of marks' },
  trailOf: {
    vi: (name: string) => `Lịch sử điểm danh của ${name}`,
    en: (name: string) => `History of marks of ${name}`,
  },
  backToSheet: { vi: 'Điểm danh buổi học', en: 'Attendance of the half-day' },
  noTrail: { vi: 'Người này chưa được điểm danh ở buổi học này.', en: 'This person was not marked at this half-day.' },
  sheetOf: {
    vi: (title: string) => `Điểm danh buổi ${title.toLowerCase()}`,
    en: (title: string) => `Attendance, ${title}`,
  },
  printSheet: { vi: 'In danh sách ký', en: 'Print the list to sign' },
  workbook: { vi: 'Tải Excel', en: 'Download Excel' },
  workbookUpload: { vi: 'Gửi Excel đã điền', en: 'Send the completed Excel file' },
  classWorkbook: { vi: 'Tải Excel cả lớp', en: 'Download Excel of the class' },
  wholeTrail: { vi: 'Nhật ký điểm danh', en: 'All marks' },
  hostsSite: {
    vi: 'Đơn vị của đồng chí là chủ nhà điểm cầu này: đồng chí điểm danh những người dự tại đây; người dự nơi khác do nơi đó ghi.',
    en: 'Your unit hosts this site: you mark those who attend here; who attends elsewhere is marked there.',
  },
  hostsRoom: {
    vi: 'Buổi học ở hội trường của đơn vị đồng chí: đồng chí được điểm danh buổi này thay chủ nhiệm lớp.',
    en: 'The half-day is in a room of your unit: you may take its attendance in place of the class manager.',
  },
  nobodyOnSheet: { vi: 'Không có học viên nào ở buổi học này.', en: 'Nobody is on the sheet of this half-day.' },
  plotAbsent: {
    vi: (halfDay: string, absent: number, people: number) =>
      `Vắng nhiều nhất: ${halfDay}, ${absent}/${people} học viên`,
    en: (halfDay: string, absent: number, people: number) => `Most absent: ${halfDay}, ${absent} of ${people} learners`,
  },
  plotNobodyAbsent: {
    vi: (halfDays: number) => `Không ai vắng trong ${halfDays} buổi đã điểm danh`,
    en: (halfDays: number) => `Nobody was absent at the ${halfDays} half-days marked`,
  },
});

export const attendanceActions = declareActions('attendance', {
  taken: { vi: 'đã điểm danh buổi học', en: 'took the attendance of a half-day' },
});
