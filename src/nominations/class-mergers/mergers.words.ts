import { words } from '../../platform/messages/words';
import { classNamed } from '../../classes/classes.labels';

export const classMergerWords = words({
  help: {
    vi: 'Dồn lớp này vào một lớp khác cùng chương trình khi quá ít người. Hãy xem trước rồi mới ghép.',
    en: 'Merge this class into another of the same course when it is too small. Preview it first.',
  },
  title: {
    vi: (name: string) => `Ghép ${classNamed(name)} vào lớp khác`,
    en: (name: string) => `Merge ${name} into another class`,
  },
  back: { vi: 'Về trang của lớp', en: 'Back to the class' },
  what: {
    vi: 'Mọi người và mọi thứ của lớp này sang lớp được chọn: chỉ tiêu có người, dự phòng, hồ sơ đang xét, công văn, điểm danh, phép, điểm, bài thu hoạch. Lớp này khép lại là “đã ghép”, không phải “đã hủy”.',
    en: 'All people and records of this class move to the chosen class: seats held, reserves, open nominations, letters, attendance, leave, marks and essays. This class is then shown as merged, not as cancelled.',
  },
  into: { vi: 'Ghép vào lớp', en: 'Merge into' },
  choice: {
    vi: (code: string, name: string, opensOn: string, holders: number) =>
      `${code} – ${name}, khai giảng ${opensOn}, ${holders} người`,
    en: (code: string, name: string, opensOn: string, holders: number) =>
      `${code} – ${name}, opens ${opensOn}, people: ${holders}`,
  },
  withFreeSeats: {
    vi: 'Chuyển cả chỉ tiêu chưa có người, giữ nguyên phân bổ cho từng đơn vị',
    en: 'Move free seats as well, keeping each unit’s allocation',
  },
  overlapReason: {
    vi: 'Quyết định cho học trùng giờ lớp thứ ba',
    en: 'Decision by which people may be in a third class too',
  },
  overlapHint: {
    vi: 'Chỉ ghi khi phần xem trước nêu người đang học lớp khác trùng giờ.',
    en: 'Only where the preview names people who are in another class at those hours.',
  },
  reason: { vi: 'Lý do ghép lớp', en: 'Why the classes are merged' },
  reasonHint: { vi: 'Mọi người chuyển đi đều đọc được.', en: 'Everybody who moves can read it.' },
  look: { vi: 'Xem trước', en: 'See what will happen' },
  willHappen: { vi: 'Điều sẽ xảy ra', en: 'What will happen' },
  notYet: { vi: 'Chưa ghép được', en: 'It cannot be done yet' },
  inBoth: {
    vi: 'Được cử hoặc đang học ở cả hai lớp. Hãy rút hồ sơ ở một lớp:',
    en: 'Nominated or enrolled in both classes; withdraw one of the two:',
  },
  busy: {
    vi: (name: string, halfDay: string, code: string) =>
      `${name}: ${halfDay} đang học lớp ${code}. Cho thôi học lớp kia, hoặc ghi quyết định cho học trùng giờ ở dưới.`,
    en: (name: string, halfDay: string, code: string) =>
      `${name}: ${halfDay} is taken by ${code}. End the other enrollment, or give the decision below.`,
  },
  withoutMinutes: {
    vi: (exam: string, day: string) =>
      `Kỳ thi ${exam} ngày ${day} đã bắt đầu mà chưa có biên bản. Hãy lập biên bản, hoặc hủy kỳ thi.`,
    en: (exam: string, day: string) =>
      `The examination ${exam} of ${day} has begun and has no minutes; take them, or cancel it.`,
  },
  finalExam: { vi: 'cuối khóa', en: 'at the end' },
  goes: {
    vi: (count: number, code: string) => `${count} người sang lớp ${code}.`,
    en: (count: number, code: string) => `People who move to ${code}: ${count}.`,
  },
  capacity: {
    vi: (code: string, before: number, after: number) => `Số chỉ tiêu của ${code}: từ ${before} thành ${after}.`,
    en: (code: string, before: number, after: number) => `Seats of ${code}: from ${before} to ${after}.`,
  },
  reserves: {
    vi: (count: number, promoted: number) =>
      `${count} dự phòng đi theo, xếp sau dự phòng đang có của cùng đơn vị${promoted > 0 ? `; ${promoted} dự phòng được xếp chỗ ngay` : ''}.`,
    en: (count: number, promoted: number) =>
      `Reserves who go along, behind those of their unit there: ${count}${promoted > 0 ? `; who move up at once: ${promoted}` : ''}.`,
  },
  smallRoom: {
    vi: (name: string, seats: number, people: number) =>
      `${name} chỉ có ${seats} chỗ mà lớp sẽ có ${people} chỉ tiêu. Hãy đổi phòng.`,
    en: (name: string, seats: number, people: number) =>
      `${name} holds only ${seats} and the class would have ${people} seats. Choose another room.`,
  },
  halfDayLeft: {
    vi: (halfDay: string, marked: number) =>
      `${halfDay}: ${marked} lượt điểm danh không có buổi tương ứng ở lớp kia, chỉ còn xem được ở lớp này.`,
    en: (halfDay: string, marked: number) =>
      `${halfDay}: no half-day there is alike, so its marks (${marked}) stay to be read in this class.`,
  },
  moduleLeft: {
    vi: (name: string) => `Học phần “${name}” không có ở lớp kia; điểm của học phần này không chuyển được.`,
    en: (name: string) => `The other class has no module “${name}”; its marks do not go along.`,
  },
  leaveLost: {
    vi: (count: number) => `${count} đơn xin nghỉ cho giờ mà lớp kia không học; người học cần xin lại nếu vắng.`,
    en: (count: number) =>
      `Requests for leave at hours the other class does not meet: ${count}; they are asked for anew.`,
  },
  joinsGroup: {
    vi: (group: string, people: number, code: string) => `${group}: ${people} người vào tổ cùng tên của lớp ${code}`,
    en: (group: string, people: number, code: string) =>
      `${group}: people who join the group of that name in ${code}: ${people}`,
  },
  becomesGroup: {
    vi: (group: string, people: number, code: string, number: number) =>
      `${group}: ${people} người thành Tổ ${number} của lớp ${code}; phòng và các buổi riêng đi theo`,
    en: (group: string, people: number, code: string, number: number) =>
      `${group}: people who become group ${number} of ${code}: ${people}; its room and half-days go along`,
  },
  meetingsLost: {
    vi: (count: number, code: string) =>
      `${count} buổi riêng sắp tới của các tổ trùng giờ hoặc ở ngoài thời gian của lớp ${code} nên bị hủy. Hãy xếp buổi khác.`,
    en: (count: number, code: string) =>
      `Half-days of groups to come at hours ${code} has taken, or outside its days, which are cancelled: ${count}; plan others.`,
  },
  remindersLeft: {
    vi: (count: number, code: string) =>
      `${count} quy tắc nhắc đặt riêng cho lớp này không đi theo; mọi người được nhắc theo quy tắc của lớp ${code}.`,
    en: (count: number, code: string) =>
      `Rules of reminders set for this class alone, which do not go along: ${count}; people are reminded as in ${code}.`,
  },
  openLists: {
    vi: (count: number) =>
      `${count} đơn vị đã tải danh sách trích ngang lên lớp này mà chưa áp dụng. Hãy áp dụng trước khi ghép, hoặc tải lại ở lớp kia.`,
    en: (count: number) =>
      `Units with a nomination list uploaded here and not applied: ${count}. Apply it before merging, or upload it for the other class.`,
  },
  visitsEnded: {
    vi: (count: number) => `${count} lượt học ghép của lớp khác ở các buổi sắp tới của lớp này không còn. Hãy xếp lại.`,
    en: (count: number) => `Guests of other classes at half-days to come of this one: ${count}; arrange those anew.`,
  },
  ends: {
    vi: 'Các buổi sắp tới của lớp này được hủy, phòng và giảng viên trống; lịch trên điện thoại đổi theo. Mọi người được báo một lần.',
    en: 'Half-days to come of this class are cancelled and their rooms and lecturers free; calendars follow. Everybody is told once.',
  },
  undo: {
    vi: 'Ghép rồi không bỏ được; muốn chia lại thì tách lớp, chọn sẵn người từ lớp đã ghép.',
    en: 'A merger cannot be undone; to divide the people again, split the class and choose those who came from this one.',
  },
  merge: { vi: 'Ghép lớp', en: 'Merge the class' },
  keep: { vi: 'Không ghép', en: 'Do not merge' },
  done: {
    vi: (people: number, code: string) => `Đã ghép lớp: ${people} người từ lớp ${code} sang lớp này.`,
    en: (people: number, code: string) => `The classes are merged; people who came with ${code}: ${people}.`,
  },
  nowhere: { vi: 'Chưa có lớp nào để ghép vào', en: 'There is no class to merge into' },
  nowhereNext: {
    vi: 'Chương trình này không có lớp khác đang chiêu sinh hoặc đang học. Có thể tách lớp, hoặc hủy lớp nếu không tổ chức.',
    en: 'No other class of the course is called for or running. Split the class, or cancel it if it does not take place.',
  },
});
