import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';
import { classNamed } from './classes.labels';

/** Also the heading of the page it leads to. */
export const templatesTitle = { vi: 'Mẫu lớp', en: 'Class templates' } as const;

export const classWords = words({
  helpOfClass: {
    vi: 'Mọi việc của một lớp, mỗi phần một trang theo hàng tên bên dưới. Hãy xem “Việc tiếp theo” trước, nếu có.',
    en: 'Everything about one class, each part on a page of its own, named below. If there is a next step, start with it.',
  },
  helpToChange: {
    vi: 'Sửa tên, ngày học, phòng và số chỉ tiêu của lớp. Buổi học đã xếp không tự đổi theo ngày mới, hãy sửa từng buổi ở lịch học.',
    en: 'Change the name, the days, the room or the seats of the class. Half-days do not move by themselves, so change them in the timetable too.',
  },
  help: {
    vi: 'Các lớp đồng chí được xem; lớp đang chiêu sinh ghi rõ hạn gửi danh sách. Mở một lớp để cử người, điểm danh hoặc xem kết quả.',
    en: 'The classes you may see; those with an open call say until when. Open one to nominate people, take attendance or see its results.',
  },
  helpToPlan: {
    vi: 'Lập một lớp ở dạng bản thảo, chưa đơn vị nào thấy. Sau đó xếp lịch, phân bổ chỉ tiêu rồi mới thông báo chiêu sinh.',
    en: 'Plan a class as a draft, which no unit sees yet. Then plan its timetable, share out its seats, and announce it.',
  },
  templates: templatesTitle,
  fromTemplate: { vi: 'Điền sẵn theo mẫu', en: 'Fill in from a template' },
  fill: { vi: 'Điền theo mẫu', en: 'Fill in' },
  classes: { vi: 'Lớp học', en: 'Classes' },
  plan: { vi: 'Lập lớp mới', en: 'Plan a class' },
  calendar: { vi: 'Lịch học', en: 'Calendar' },
  noClasses: { vi: 'Chưa có lớp nào.', en: 'There is no class yet.' },
  noClassesOffice: {
    vi: 'Hãy lập lớp đầu tiên; lớp là bản thảo cho đến khi thông báo chiêu sinh.',
    en: 'Plan the first one; it stays a draft until it is announced.',
  },
  noClassesOthers: {
    vi: 'Lớp sẽ hiện ở đây khi văn phòng đào tạo thông báo chiêu sinh.',
    en: 'Classes appear here once the training office announces them.',
  },
  nothingFound: { vi: 'Không có lớp nào khớp với điều kiện tìm.', en: 'No class matches the search.' },
  nothingFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Search with fewer conditions.' },
  search: { vi: 'Tên hoặc mã lớp', en: 'Name or code' },
  course: { vi: 'Chương trình', en: 'Course' },
  allCourses: { vi: 'Mọi chương trình', en: 'All courses' },
  state: { vi: 'Trạng thái', en: 'State' },
  allStates: { vi: 'Mọi trạng thái', en: 'All states' },
  year: { vi: 'Năm khai giảng', en: 'Year of opening' },
  allYears: { vi: 'Mọi năm', en: 'All years' },
  call: { vi: 'Chiêu sinh', en: 'Call' },
  openCallOnly: { vi: 'Chỉ lớp đang chiêu sinh', en: 'Only open calls' },
  runningOnly: { vi: 'Chỉ lớp đang học', en: 'Only classes in progress' },
  anyCall: { vi: 'Tất cả', en: 'All' },
  name: { vi: 'Tên lớp', en: 'Name' },
  code: { vi: 'Mã lớp', en: 'Code' },
  days: { vi: 'Thời gian', en: 'Days' },
  fromTo: { vi: (from: string, to: string) => `${from} – ${to}`, en: (from: string, to: string) => `${from} – ${to}` },
  callCloses: { vi: 'Hạn chiêu sinh', en: 'Call closes' },
  capacity: { vi: 'Số chỉ tiêu', en: 'Seats' },
  minSize: { vi: 'Số người tối thiểu để mở lớp', en: 'Minimum number of people' },
  minSizeHint: {
    vi: 'Gần ngày khai giảng mà chưa đủ số này, văn phòng được báo. Để trống nếu không cần.',
    en: 'The office is warned when the opening day is near and there are fewer. Leave empty if not needed.',
  },
  noMinSize: { vi: 'Không đặt', en: 'None' },
  fewPeople: { vi: 'Lớp chưa đủ người', en: 'Too few people' },
  tooSmall: {
    vi: (name: string, held: number, wanted: number, days: number) =>
      `${classNamed(name, 'Lớp')} mới có ${held}/${wanted} người, ${days === 0 ? 'khai giảng hôm nay' : `còn ${days} ngày`}.`,
    en: (name: string, held: number, wanted: number, days: number) =>
      `${name} has ${held} of at least ${wanted} people and opens ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}.`,
  },
  fewPeopleNext: {
    vi: 'Hãy đôn đốc các đơn vị cử thêm người, gia hạn chiêu sinh, hoặc dời ngày khai giảng.',
    en: 'Ask the units for more people, extend the call, or move the opening day.',
  },
  countsAgainst: { vi: 'Tính vào kế hoạch năm', en: 'Counts against the yearly plan' },
  countsAgainstHint: {
    vi: 'Dòng kế hoạch phải cùng chương trình và cùng năm khai giảng.',
    en: 'A line of the same course and the year of opening.',
  },
  notPlanned: { vi: 'Không tính vào kế hoạch', en: 'It does not' },
  planLine: {
    vi: (year: number, quarter: number, course: string) => `Quý ${quarter}/${year}: ${course}`,
    en: (year: number, quarter: number, course: string) => `Quarter ${quarter} of ${year}: ${course}`,
  },
  planOfYear: { vi: (year: string) => `Kế hoạch năm ${year}`, en: (year: string) => `Yearly plan ${year}` },
  trainingPlan: { vi: 'Kế hoạch năm', en: 'Yearly plan' },
  mode: { vi: 'Hình thức học', en: 'Mode' },
  opensOn: { vi: 'Ngày khai giảng', en: 'Opening day' },
  closesOn: { vi: 'Ngày bế giảng', en: 'Closing day' },
  room: { vi: 'Phòng, hội trường', en: 'Room' },
  roomHint: {
    vi: 'Phòng dùng cho cả lớp; từng buổi có thể ở phòng khác.',
    en: 'For the whole class; a half-day may be in another room.',
  },
  noRoomYet: { vi: 'Chưa xếp phòng', en: 'No room yet' },
  roomWithSeats: {
    vi: (name: string, seats: number) => `${name} (${seats} chỗ)`,
    en: (name: string, seats: number) => `${name} (seats ${seats})`,
  },
  poolOpen: { vi: 'Khi đơn vị đã dùng hết chỉ tiêu riêng', en: 'When a unit has used its own seats' },
  poolIsOpen: { vi: 'Được lấy chỉ tiêu chung còn trống', en: 'It may take free seats of the common pool' },
  poolIsClosed: {
    vi: 'Không được, người thêm là dự phòng theo thứ tự',
    en: 'It may not; further people are ranked reserves',
  },
  freedToPool: {
    vi: 'Khi có chỗ trống do rút mà đơn vị không còn dự phòng',
    en: 'When a seat is freed and its unit has no reserve',
  },
  freedStays: { vi: 'Chỗ vẫn của đơn vị đó', en: 'The seat stays with the unit' },
  freedGoes: {
    vi: 'Nếu lớp cho lấy chỉ tiêu chung: chuyển cho dự phòng của đơn vị khác, ai chờ lâu nhất xếp trước',
    en: 'Where the pool is open: it goes to the reserves of other units, longest waiting first',
  },
  releaseAfter: { vi: 'Giữ chỉ tiêu riêng đến hết ngày', en: 'Units keep unused seats until' },
  releaseAfterHint: {
    vi: 'Sau ngày này, chỉ tiêu chưa dùng tự chuyển vào phần chung. Để trống nếu không thu hồi.',
    en: 'Afterwards seats not used go to the common pool by themselves. Leave empty to keep them.',
  },
  substituteUntil: { vi: 'Hạn thay người', en: 'Last day to substitute' },
  substituteUntilHint: {
    vi: 'Để trống: đến hết ngày trước khai giảng.',
    en: 'Empty: until the day before the class opens.',
  },
  dayBeforeOpening: {
    vi: (day: string) => `${day} (trước ngày khai giảng)`,
    en: (day: string) => `${day} (the day before the class opens)`,
  },
  noRelease: { vi: 'Không thu hồi', en: 'Not released' },
  releasedAlready: { vi: (day: string) => `${day} (đã thu hồi)`, en: (day: string) => `${day} (released)` },
  nameHint: {
    vi: 'Ví dụ: Lớp Trung cấp lý luận chính trị khóa 12, hệ không tập trung.',
    en: 'For example: Intermediate theory, intake 12, part-time.',
  },
  codeHint: {
    vi: 'Mã ngắn ghi trên công văn, ví dụ: TC-2026-01.',
    en: 'The short code used on letters, for example TC-2026-01.',
  },
  capacityHint: {
    vi: 'Tổng số người học. Sau khi lập lớp, phân bổ cho từng đơn vị ở mục Chỉ tiêu.',
    en: 'How many people in all. Share them out among the units under Seats afterwards.',
  },
  capacityElsewhere: {
    vi: 'Số chỉ tiêu và phân bổ được sửa ở mục Chỉ tiêu của lớp.',
    en: 'The number of seats and their shares are changed under Seats.',
  },
  callWindowHint: {
    vi: 'Các đơn vị cử người trong khoảng này, theo giờ Thành phố Hồ Chí Minh. Hạn chậm nhất là hết ngày khai giảng.',
    en: 'Units nominate within this period, in Ho Chi Minh City time. It ends on the opening day at the latest.',
  },
  callOpensAt: { vi: 'Mở chiêu sinh từ', en: 'Call opens' },
  callClosesAt: { vi: 'Hạn chiêu sinh', en: 'Call closes' },
  create: { vi: 'Lập lớp', en: 'Plan the class' },
  created: {
    vi: 'Đã lập lớp ở dạng bản thảo. Tiếp theo: xếp lịch học và phân bổ chỉ tiêu.',
    en: 'The class is planned as a draft. Next: its timetable and the shares of seats.',
  },
  edit: { vi: 'Sửa thông tin lớp', en: 'Change the class' },
  save: { vi: 'Lưu thay đổi', en: 'Save the changes' },
  saved: { vi: 'Đã lưu thay đổi.', en: 'The changes are saved.' },
  allClasses: { vi: 'Lớp học', en: 'Classes' },
  announce: { vi: 'Thông báo chiêu sinh', en: 'Announce the call' },
  announceWhat: {
    vi: 'Lớp sẽ hiện với mọi đơn vị; đơn vị cử người trong khoảng thời gian dưới đây. Không trở lại bản thảo được.',
    en: 'Every unit will see the class and may nominate within this window. It cannot become a draft again.',
  },
  announced: { vi: 'Đã thông báo chiêu sinh.', en: 'The call is announced.' },
  confirm: { vi: 'Xác nhận mở lớp', en: 'Confirm the class' },
  confirmWhat: {
    vi: 'Ghi nhận quyết định mở lớp. Sau bước này lớp sẽ học theo lịch và chỉ văn phòng còn bổ sung được người.',
    en: 'Records the opening decision. The class then runs by its timetable, and only the office may still add people.',
  },
  decision: { vi: 'Số quyết định mở lớp', en: 'Number of the opening decision' },
  decisionHint: { vi: 'Ví dụ: 25-QĐ/ĐUK.', en: 'For example 25-QĐ/ĐUK.' },
  confirmed: { vi: 'Đã xác nhận mở lớp.', en: 'The class is confirmed.' },
  nominate: { vi: 'Cử người đi học', en: 'Nominate people' },
  reopen: { vi: 'Mở lại lớp', en: 'Reopen the class' },
  restore: { vi: 'Bỏ việc hủy lớp', en: 'Take the cancellation back' },
  cancelClass: { vi: 'Hủy lớp', en: 'Cancel the class' },
  facts: { vi: 'Thông tin lớp', en: 'The class' },
  callWindow: { vi: 'Thời gian chiêu sinh', en: 'Call for nominations' },
  callFromTo: {
    vi: (from: string, to: string) => `từ ${from} đến ${to}`,
    en: (from: string, to: string) => `from ${from} to ${to}`,
  },
  notAnnounced: { vi: 'Chưa thông báo', en: 'Not announced yet' },
  openingDecision: { vi: 'Quyết định mở lớp', en: 'Opening decision' },
  noDecision: { vi: 'Chưa có', en: 'None yet' },
  cancelledBecause: {
    vi: (day: string, reason: string) => `Lớp đã hủy ngày ${day}. Lý do: ${reason}`,
    en: (day: string, reason: string) => `The class was cancelled on ${day}. Reason: ${reason}`,
  },
  mergedBecause: {
    vi: (day: string, reason: string) =>
      `Lớp đã ghép ngày ${day}. Lý do: ${reason}. Học viên, chỉ tiêu, điểm danh, điểm nay ở lớp`,
    en: (day: string, reason: string) =>
      `The class was merged on ${day}. Reason: ${reason}. Its people, seats, attendance and marks are now in`,
  },
  splitFrom: { vi: 'Tách từ lớp', en: 'Split off' },
  splitInto: { vi: 'Đã tách ra', en: 'Split into' },
  mergedFrom: { vi: 'Gồm cả lớp', en: 'Merged into it' },
  chooseManager: { vi: 'Chọn chủ nhiệm lớp', en: 'Choose the class manager' },
  choosePlaces: {
    vi: (rooms: number, lecturers: number) =>
      `Xếp phòng, giảng viên cho các buổi sắp tới ở lịch học bên dưới: ${rooms} buổi chưa có phòng, ${lecturers} buổi chưa có giảng viên.`,
    en: (rooms: number, lecturers: number) =>
      `Set rooms and lecturers of the half-days to come in the timetable below; without a room: ${rooms}, without a lecturer: ${lecturers}.`,
  },
  split: { vi: 'Tách lớp', en: 'Split the class' },
  merge: { vi: 'Ghép vào lớp khác', en: 'Merge into another class' },
  toSet: { vi: 'Còn phải xếp', en: 'Still to be set' },
});

export const classActions = declareActions('classes', {
  announced: { vi: 'đã thông báo chiêu sinh', en: 'announced the call of the class' },
  cancellation_reversed: { vi: 'đã bỏ việc hủy lớp', en: 'took back the cancellation of the class' },
  cancelled: { vi: 'đã hủy lớp', en: 'cancelled the class' },
  changed: { vi: 'đã sửa thông tin lớp', en: 'changed the class' },
  closed: { vi: 'đã kết thúc lớp', en: 'closed the class' },
  confirmed: { vi: 'đã quyết định mở lớp', en: 'confirmed the class' },
  created: { vi: 'đã lập lớp', en: 'created the class' },
  merged: { vi: 'đã ghép lớp vào lớp khác', en: 'merged the class into another' },
});

export const seatActions = declareActions('seats', {
  allocated: { vi: 'đã phân bổ chỉ tiêu', en: 'allocated seats' },
  lent: { vi: 'đã chuyển chỉ tiêu giữa các đơn vị', en: 'lent seats' },
  passed_on: { vi: 'đã chuyển chỉ tiêu vừa trống về nguồn chung', en: 'passed a freed seat on to the pool' },
  released: { vi: 'đã đưa chỉ tiêu chưa dùng về nguồn chung', en: 'released unused seats to the pool' },
  resized: { vi: 'đã thay đổi số chỗ của lớp', en: 'changed the capacity' },
  returned: { vi: 'đã trả lại chỉ tiêu', en: 'returned seats' },
});
