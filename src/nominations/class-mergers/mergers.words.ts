import { many, people } from '../../platform/messages/counted';
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
      `${code} – ${name}, opens on ${opensOn}, ${people(holders)}`,
  },
  withFreeSeats: {
    vi: 'Chuyển cả chỉ tiêu chưa có người, giữ nguyên phân bổ cho từng đơn vị',
    en: 'Move free seats as well, keeping each unit’s allocation',
  },
  overlapReason: {
    vi: 'Quyết định cho học trùng giờ lớp thứ ba',
    en: 'Decision that lets people attend a third class at the same hours',
  },
  overlapHint: {
    vi: 'Chỉ ghi khi phần xem trước nêu người đang học lớp khác trùng giờ.',
    en: 'Fill this in only if the preview names people who are in another class at the same hours.',
  },
  reason: { vi: 'Lý do ghép lớp', en: 'Why the classes are merged' },
  reasonHint: { vi: 'Mọi người chuyển đi đều đọc được.', en: 'Everybody who moves can read it.' },
  look: { vi: 'Xem trước', en: 'Preview' },
  willHappen: { vi: 'Điều sẽ xảy ra', en: 'What will happen' },
  notYet: { vi: 'Chưa ghép được', en: 'Cannot be merged yet' },
  inBoth: {
    vi: 'Được cử hoặc đang học ở cả hai lớp. Hãy rút hồ sơ ở một lớp:',
    en: 'Nominated or enrolled in both classes. Withdraw one of the two:',
  },
  busy: {
    vi: (name: string, halfDay: string, code: string) =>
      `${name}: ${halfDay} đang học lớp ${code}. Cho thôi học lớp kia, hoặc ghi quyết định cho học trùng giờ ở dưới.`,
    en: (name: string, halfDay: string, code: string) =>
      `${name} is in ${code} on ${halfDay}. End that enrollment, or enter the decision below.`,
  },
  withoutMinutes: {
    vi: (exam: string, day: string) =>
      `Kỳ thi ${exam} ngày ${day} đã bắt đầu mà chưa có biên bản. Hãy lập biên bản, hoặc hủy kỳ thi.`,
    en: (exam: string, day: string) =>
      `The examination ${exam} of ${day} has begun and has no minutes. Write the minutes, or cancel the examination.`,
  },
  finalExam: { vi: 'cuối khóa', en: 'at the end' },
  goes: {
    vi: (count: number, code: string) => `${count} người sang lớp ${code}.`,
    en: (count: number, code: string) => `${people(count)} will move to ${code}.`,
  },
  capacity: {
    vi: (code: string, before: number, after: number) => `Số chỉ tiêu của ${code}: từ ${before} thành ${after}.`,
    en: (code: string, before: number, after: number) => `Seats of ${code}: from ${before} to ${after}.`,
  },
  reserves: {
    vi: (count: number, promoted: number) =>
      `${count} dự phòng đi theo, xếp sau dự phòng đang có của cùng đơn vị${promoted > 0 ? `; ${promoted} dự phòng được xếp chỗ ngay` : ''}.`,
    en: (count: number, promoted: number) =>
      `${many(count, 'reserve')} will move as well, behind the reserves their unit already has there${promoted > 0 ? `; ${many(promoted, 'reserve')} will get a seat at once` : ''}.`,
  },
  smallRoom: {
    vi: (name: string, seats: number, people: number) =>
      `${name} chỉ có ${seats} chỗ mà lớp sẽ có ${people} chỉ tiêu. Hãy đổi phòng.`,
    en: (name: string, seats: number, learners: number) =>
      `${name} has room for only ${seats}, and the class would have ${learners} seats. Choose another room.`,
  },
  halfDayLeft: {
    vi: (halfDay: string, marked: number) =>
      `${halfDay}: ${marked} lượt điểm danh không có buổi tương ứng ở lớp kia, chỉ còn xem được ở lớp này.`,
    en: (halfDay: string, marked: number) =>
      `${halfDay}: the other class has no matching half-day. Its attendance (${marked}) can still be read in this class.`,
  },
  moduleLeft: {
    vi: (name: string) => `Học phần “${name}” không có ở lớp kia; điểm của học phần này không chuyển được.`,
    en: (name: string) => `The other class has no module “${name}”, so its marks cannot move.`,
  },
  leaveLost: {
    vi: (count: number) => `${count} đơn xin nghỉ cho giờ mà lớp kia không học; người học cần xin lại nếu vắng.`,
    en: (count: number) =>
      `${many(count, 'leave request')} for hours at which the other class does not meet. Learners who will be absent must ask again.`,
  },
  joinsGroup: {
    vi: (group: string, people: number, code: string) => `${group}: ${people} người vào tổ cùng tên của lớp ${code}`,
    en: (group: string, count: number, code: string) =>
      `${group}: ${people(count)} will join the group of the same name in ${code}`,
  },
  becomesGroup: {
    vi: (group: string, people: number, code: string, number: number) =>
      `${group}: ${people} người thành Tổ ${number} của lớp ${code}; phòng và các buổi riêng đi theo`,
    en: (group: string, count: number, code: string, number: number) =>
      `${group}: ${people(count)} will become Group ${number} of ${code}, with the room and half-days of the group`,
  },
  meetingsLost: {
    vi: (count: number, code: string) =>
      `${count} buổi riêng sắp tới của các tổ trùng giờ hoặc ở ngoài thời gian của lớp ${code} nên bị hủy. Hãy xếp buổi khác.`,
    en: (count: number, code: string) =>
      `${many(count, 'group half-day')} still to come will be cancelled: ${code} meets at that time or has ended by then. Plan others.`,
  },
  remindersLeft: {
    vi: (count: number, code: string) =>
      `${count} quy tắc nhắc đặt riêng cho lớp này không đi theo; mọi người được nhắc theo quy tắc của lớp ${code}.`,
    en: (count: number, code: string) =>
      `${many(count, 'reminder rule')} set for this class alone will not move. People will be reminded by the rules of ${code}.`,
  },
  openLists: {
    vi: (count: number) =>
      `${count} đơn vị đã tải danh sách trích ngang lên lớp này mà chưa áp dụng. Hãy áp dụng trước khi ghép, hoặc tải lại ở lớp kia.`,
    en: (count: number) =>
      `${many(count, 'unit')} uploaded a nomination list to this class without applying it. Apply it before merging, or upload it to the other class.`,
  },
  visitsEnded: {
    vi: (count: number) => `${count} lượt học ghép của lớp khác ở các buổi sắp tới của lớp này không còn. Hãy xếp lại.`,
    en: (count: number) =>
      `${many(count, 'visit')} by guests from other classes at half-days still to come will end. Arrange them again.`,
  },
  ends: {
    vi: 'Các buổi sắp tới của lớp này được hủy, phòng và giảng viên trống; lịch trên điện thoại đổi theo. Mọi người được báo một lần.',
    en: 'The half-days of this class still to come are cancelled, and their rooms and lecturers are free again. Calendars on phones change by themselves. Everybody is told once.',
  },
  undo: {
    vi: 'Ghép rồi không bỏ được; muốn chia lại thì tách lớp, chọn sẵn người từ lớp đã ghép.',
    en: 'A merger cannot be undone. To divide the people again, split the class and choose the people who came from this one.',
  },
  merge: { vi: 'Ghép lớp', en: 'Merge the class' },
  keep: { vi: 'Không ghép', en: 'Do not merge' },
  done: {
    vi: (people: number, code: string) => `Đã ghép lớp: ${people} người từ lớp ${code} sang lớp này.`,
    en: (count: number, code: string) => `The classes are merged: ${people(count)} came from ${code}.`,
  },
  nowhere: { vi: 'Chưa có lớp nào để ghép vào', en: 'There is no class to merge into' },
  nowhereNext: {
    vi: 'Chương trình này không có lớp khác đang chiêu sinh hoặc đang học. Có thể tách lớp, hoặc hủy lớp nếu không tổ chức.',
    en: 'No other class of this course is open for nominations or running. Split this class, or cancel it if it will not be held.',
  },
});
