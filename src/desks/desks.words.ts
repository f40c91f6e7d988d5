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

export const officeWords = words({
  withoutScan: { vi: 'Công văn thiếu bản chụp', en: 'Letters without a scan' },
  withoutScanOf: {
    vi: (name: string, count: number) => `${name}: ${count} công văn`,
    en: (name: string, count: number) => `${name}: ${count}`,
  },
  openCalls: { vi: 'Đang chiêu sinh', en: 'Open calls' },
  waiting: { vi: 'Hồ sơ chờ xét', en: 'Nominations to review' },
  running: { vi: 'Lớp đang học', en: 'Classes running' },
  halfDaysToday: { vi: 'Buổi học hôm nay', en: 'Half-days today' },
  plan: { vi: 'Lập lớp mới', en: 'Plan a class' },
  rooms: { vi: 'Phòng, hội trường', en: 'Rooms' },
  lecturers: { vi: 'Giảng viên, báo cáo viên', en: 'Lecturers' },

  classes: { vi: 'Các lớp đang thực hiện', en: 'Classes in progress' },
  seats: { vi: 'Chỉ tiêu đã dùng', en: 'Seats held' },
  learners: { vi: (count: number) => `${count} học viên`, en: (count: number) => `${count} learners` },
  when: { vi: 'Thời hạn', en: 'When' },
  callOpens: {
    vi: (moment: Date) => `Mở chiêu sinh: ${momentInWords.vi(moment)}`,
    en: (moment: Date) => `Call opens: ${momentInWords.en(moment)}`,
  },
  callCloses: { vi: (left: string) => `Hạn gửi danh sách: ${left}`, en: (left: string) => `Lists due: ${left}` },
  opens: { vi: (left: string) => `Khai giảng: ${left}`, en: (left: string) => `Opens: ${left}` },
  late: { vi: (day: string) => `Quá ngày khai giảng ${day}`, en: (day: string) => `Was to open on ${day}` },
  closes: { vi: (left: string) => `Bế giảng: ${left}`, en: (left: string) => `Closes: ${left}` },
  closed: { vi: (day: string) => `Đã bế giảng ngày ${day}`, en: (day: string) => `Ended on ${day}` },
  onlySomeClasses: {
    vi: (shown: number, all: number) => `Chỉ hiện ${shown} trong ${all} lớp đang thực hiện; xem đủ ở mục Lớp học.`,
    en: (shown: number, all: number) =>
      `Only ${shown} of ${all} classes in progress are shown; see Classes for all of them.`,
  },
  noClasses: { vi: 'Chưa có lớp nào đang thực hiện', en: 'No class in progress' },
  noClassesNext: {
    vi: 'Lập lớp mới rồi thông báo chiêu sinh; lớp sẽ hiện ở đây.',
    en: 'Plan a class and announce its call; it then appears here.',
  },

  allocate: { vi: 'Phân bổ chỉ tiêu', en: 'Allocate the seats' },
  study: { vi: 'Theo dõi đăng ký', en: 'Follow registrations' },
  review: { vi: 'Xét duyệt hồ sơ', en: 'Review nominations' },
  follow: { vi: 'Theo dõi cử học', en: 'Follow nominations' },
  confirm: { vi: 'Quyết định mở lớp', en: 'Confirm the class' },
  prepare: { vi: 'Xem lịch học', en: 'See the timetable' },
  attend: { vi: 'Theo dõi điểm danh', en: 'Follow attendance' },
  close: { vi: 'Xét kết quả, kết thúc lớp', en: 'Judge and close' },

  byLetter: { vi: 'Công văn chờ duyệt', en: 'Letters to review' },
  waitingLongest: { vi: 'Hồ sơ chờ xét lâu nhất', en: 'Waiting longest for review' },
  since: { vi: 'Chờ từ', en: 'Since' },
  days: {
    vi: (days: number) => (days === 0 ? 'hôm nay' : `${days} ngày`),
    en: (days: number) => (days === 0 ? 'today' : many(days, 'day')),
  },
  noneWaiting: { vi: 'Không có hồ sơ nào chờ xét', en: 'No nomination waits for review' },
  noneWaitingNext: {
    vi: 'Khi đơn vị gửi danh sách, hồ sơ sẽ hiện ở đây.',
    en: 'What the units send appears here.',
  },

  manager: { vi: 'Chủ nhiệm lớp', en: 'Class manager' },
  noManager: { vi: 'Chưa phân công', en: 'Nobody yet' },
  noHalfDays: { vi: 'Hôm nay không có buổi học', en: 'No half-day today' },
  noHalfDaysNext: { vi: 'Lịch học của từng lớp ở trang của lớp.', en: 'Each class has its timetable on its page.' },

  reminders: { vi: 'Nhắc việc trong 30 ngày qua', en: 'Reminders of the last 30 days' },
  allSent: {
    vi: 'Không có lời nhắc nào gửi lỗi, bị trả lại hay bị lỡ.',
    en: 'No reminder failed, came back or was missed.',
  },
  failed: {
    vi: (count: number) => `${count} lời nhắc gửi không được – xem và liên hệ trực tiếp`,
    en: (count: number) => `${count} could not be sent – look and contact them directly`,
  },
  returned: {
    vi: (count: number) => `${count} thư nhắc bị trả lại – xem và hỏi địa chỉ khác`,
    en: (count: number) => `${count} came back – look and ask for another address`,
  },
  missed: {
    vi: (count: number) => `${count} lời nhắc bị lỡ vì đã quá hạn – xem`,
    en: (count: number) => `${count} missed because it was too late – look`,
  },
  invariants: { vi: 'Tính nhất quán của dữ liệu', en: 'Consistency of the data' },
  invariantsBroken: { vi: 'Có quy tắc bị vi phạm', en: 'A rule is broken' },
  automaticWorkGoesOn: {
    vi: (moment: string) => `Các việc tự động chạy bình thường, lần gần nhất lúc ${moment}.`,
    en: (moment: string) => `Automatic work goes on as it should, last at ${moment}.`,
  },
  automaticWorkBegins: {
    vi: 'Các việc tự động chưa chạy lần nào.',
    en: 'Automatic work has not been done yet.',
  },
  automaticWorkLate: {
    vi: 'Có việc tự động (nhắc, gửi thư, thu hồi chỉ tiêu…) đang chạy chậm. Chưa có gì bị mất: việc đến hạn sẽ được làm khi hệ thống chạy lại. Đồng chí báo người vận hành hệ thống.',
    en: 'Some automatic work (reminders, mail, releasing seats…) is late. Nothing is lost: what is due is done once it goes on. Please tell the person who runs the service.',
  },
});

export const groupWords = words({
  help: {
    vi: 'Mở từng lớp, đánh dấu những người đồng ý rồi cho ý kiến một lần.',
    en: 'Open a class, tick the people you endorse and decide on them at once.',
  },
  awaiting: { vi: 'Cử học chờ ý kiến Tập đoàn', en: 'Awaiting the Group’s endorsement' },
  people: { vi: 'Số người', en: 'People' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  since: { vi: 'Chờ từ', en: 'Since' },
  decide: { vi: 'Xem và cho ý kiến', en: 'View and decide' },
  none: { vi: 'Không có hồ sơ nào chờ ý kiến', en: 'Nothing is waiting for your endorsement' },
  noneNext: {
    vi: 'Khi đơn vị gửi danh sách cử học của lớp cần ý kiến Tập đoàn, lớp đó hiện ở đây.',
    en: 'When a unit sends nominations that need the Group’s endorsement, the class appears here.',
  },
  all: { vi: 'Xem tất cả', en: 'See all' },
  units: { vi: (year: number) => `Các đơn vị năm ${year}`, en: (year: number) => `Units in ${year}` },
  nominated: { vi: 'Đã cử', en: 'Nominated' },
  accepted: { vi: 'Đã duyệt', en: 'Accepted' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  report: { vi: 'Báo cáo chung', en: 'Joint report' },
  noUnits: { vi: 'Chưa có đơn vị nào', en: 'No units yet' },
  noUnitsNext: { vi: 'Văn phòng đào tạo lập các đơn vị.', en: 'The training office sets the units up.' },
});

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

export const managerWords = words({
  groupIn: {
    vi: (group: string, className: string) => `Phụ trách ${group}: ${className}`,
    en: (group: string, className: string) => `In charge of ${group}: ${className}`,
  },
  peopleInGroup: {
    vi: (people: number) => `${people} học viên.`,
    en: (people: number) => `${many(people, 'person', 'people')}.`,
  },
  groupRoster: { vi: 'Danh sách tổ', en: 'Its people' },
  leaveReopened: {
    vi: (count: number) => `${count} đơn xin nghỉ cho giờ cũ của buổi học đã dời, chờ học viên xin lại`,
    en: (count: number) => `${many(count, 'leave')} for the old time of a half-day that moved, to be asked for again`,
  },
  leaveToDecide: {
    vi: (count: number) => `${count} đơn xin nghỉ chờ quyết định`,
    en: (count: number) => `${many(count, 'request')} for leave to decide on`,
  },
  today: { vi: 'Buổi học hôm nay', en: 'Half-days today' },
  takeAttendance: { vi: 'Điểm danh', en: 'Take attendance' },
  marked: {
    vi: (marked: number, people: number) => `Đã điểm danh ${marked}/${people}`,
    en: (marked: number, people: number) => `${marked} of ${people} marked`,
  },
  noLearners: { vi: 'Lớp chưa có học viên', en: 'No learners yet' },
  noneToday: { vi: 'Hôm nay lớp không học', en: 'No class today' },
  noneTodayNext: { vi: 'Buổi tiếp theo ở ngay bên dưới.', en: 'The next half-day is shown just below.' },
  next: { vi: 'Buổi tiếp theo', en: 'Next' },
  noneNext: { vi: 'Không còn buổi học nào', en: 'No half-day left' },
  noneNextNext: {
    vi: 'Nếu lịch còn thiếu, đồng chí báo văn phòng đào tạo.',
    en: 'If the timetable is incomplete, tell the training office.',
  },
  unmarked: { vi: 'Buổi đã qua chưa điểm danh đủ', en: 'Past half-days not fully marked' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  classes: { vi: 'Các lớp', en: 'Classes' },
  learners: { vi: 'Học viên', en: 'Learners' },
  days: { vi: 'Thời gian', en: 'Days' },
  roster: { vi: 'Danh sách học viên', en: 'Roster' },
  calendar: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },
  noClasses: { vi: 'Không có lớp nào đang thực hiện', en: 'No class in progress' },
  noClassesNext: {
    vi: 'Lớp được phân công sẽ hiện ở đây khi được thông báo; lớp đã kết thúc xem ở mục Lớp học.',
    en: 'A class you manage appears here once it is announced; closed classes are under Classes.',
  },
});

export const cadreWords = words({
  groupIn: {
    vi: (group: string, className: string) => `${group}: ${className}`,
    en: (group: string, className: string) => `${group}: ${className}`,
  },
  youLead: { vi: 'Đồng chí là tổ trưởng.', en: 'You lead the group.' },
  ledBy: { vi: (name: string) => `Tổ trưởng: ${name}.`, en: (name: string) => `Leader: ${name}.` },
  meetsIn: { vi: (room: string) => `Học tại ${room}.`, en: (room: string) => `Meets in ${room}.` },
  groupTimetable: { vi: 'Xem lịch học', en: 'See the timetable' },
  checkIn: { vi: 'Điểm danh bằng mã', en: 'Check in by code' },
  leave: { vi: 'Xin nghỉ học', en: 'Ask for leave' },
  needs: { vi: 'Tôi còn thiếu gì?', en: 'What is still missing for me?' },
  ownRecord: { vi: 'Hồ sơ của tôi', en: 'My record' },
  essayDue: {
    vi: (name: string, until: string) => `Nộp bài thu hoạch: ${name}, hạn ${until}`,
    en: (name: string, until: string) => `Hand in your essay: ${name}, due ${until}`,
  },
  essaySentBack: {
    vi: (name: string, until: string) => `Bài thu hoạch được trả lại, cần sửa: ${name}, hạn ${until}`,
    en: (name: string, until: string) => `Your essay was sent back: ${name}, due ${until}`,
  },
  leaveReopened: {
    vi: (halfDay: string, className: string) =>
      `${halfDay}, ${className}: buổi học đã dời, đơn xin nghỉ là cho giờ cũ. Đồng chí phải dự, trừ khi xin nghỉ lại.`,
    en: (halfDay: string, className: string) =>
      `${halfDay}, ${className}: the half-day was moved, your leave was for the old time. You are expected unless you ask again.`,
  },
  askAgain: { vi: 'Xin nghỉ cho giờ mới', en: 'Ask for leave at the new time' },
  learning: { vi: 'Lớp đồng chí đang học', en: 'Classes you are in' },
  nominated: { vi: 'Đồng chí được cử học', en: 'You are nominated for' },
  notNominated: { vi: 'Hiện đồng chí chưa được cử học lớp nào', en: 'You are not nominated for a class now' },
  notNominatedNext: {
    vi: 'Nếu muốn đi học, đồng chí trao đổi với bí thư đơn vị.',
    en: 'If you wish to attend one, speak with the secretary of your unit.',
  },
  next: { vi: 'Lịch học sắp tới', en: 'Where to be next' },
  exams: { vi: 'Lịch thi, coi thi sắp tới', en: 'Examinations ahead' },
  examPart: { vi: 'Đồng chí', en: 'You' },
  sits: { vi: (number: string) => `dự thi, số báo danh ${number}`, en: (number: string) => `sit it, number ${number}` },
  watches: { vi: 'coi thi', en: 'invigilate' },
  noNext: { vi: 'Chưa có buổi học nào sắp tới', en: 'No half-day ahead' },
  noNextNext: {
    vi: 'Khi được duyệt vào lớp, đồng chí sẽ thấy ngày, giờ và địa điểm ở đây.',
    en: 'Once you are accepted, the day, time and place appear here.',
  },
  completed: { vi: 'Đã hoàn thành gần đây', en: 'Recently completed' },
  course: { vi: 'Chương trình', en: 'Course' },
  endedOn: { vi: 'Bế giảng', en: 'Ended' },
  number: { vi: 'Số giấy chứng nhận, bằng', en: 'Certificate or diploma' },
  noNumber: { vi: 'Chưa có số', en: 'No number yet' },
  validity: { vi: 'Giá trị', en: 'Validity' },
  noCompleted: { vi: 'Chưa hoàn thành lớp nào', en: 'No class completed yet' },
  noCompletedNext: {
    vi: 'Kết quả được ghi tại đây khi lớp bế giảng.',
    en: 'Results are recorded here when the class closes.',
  },
  calendar: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },
  record: { vi: 'Quá trình đào tạo của tôi', en: 'My training record' },
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
