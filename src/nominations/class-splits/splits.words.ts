import { declareActions } from '../../platform/journal/actions';
import { many, people } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import { classNamed } from '../../classes/classes.labels';

export const splitWords = words({
  help: {
    vi: 'Dùng khi lớp quá đông. Hãy xem trước rồi mới tách.',
    en: 'For a class that is too large. Preview the split first.',
  },
  title: { vi: (name: string) => `Tách ${classNamed(name)}`, en: (name: string) => `Split ${name}` },
  back: { vi: 'Về trang của lớp', en: 'Back to the class' },
  what: {
    vi: 'Người được chọn sang lớp mới cùng chương trình, cùng lịch học. Chỉ tiêu, hồ sơ cử, công văn, điểm danh, phép, điểm, bài thu hoạch đi theo; không ai phải cử lại.',
    en: 'The people chosen move to a new class with the same course and timetable. Seats, nominations, letters, attendance, leave, marks and essays move with them; no one is nominated again.',
  },
  divide: { vi: 'Chia người theo', en: 'Divide by' },
  evenly: { vi: 'Chia đều', en: 'Evenly' },
  units: { vi: 'Đơn vị', en: 'Units' },
  groups: { vi: 'Tổ', en: 'Groups' },
  group: { vi: (number: number) => `Tổ ${number}`, en: (number: number) => `Group ${number}` },
  people: { vi: 'Từng người', en: 'People' },
  evenlyHint: {
    vi: (stay: number, parts: number, go: number) =>
      `${stay} người ở lại, ${parts === 1 ? `${go} người sang lớp mới` : `${go} người chia đều vào ${parts} lớp mới`}; người của mỗi đơn vị được chia đều các lớp.`,
    en: (stay: number, parts: number, go: number) =>
      `${people(stay)} will stay and ${people(go)} will move to ${parts === 1 ? 'the new class' : `${parts} new classes`}. The people of each unit are spread evenly.`,
  },
  anotherClass: { vi: 'Thêm một lớp mới', en: 'Add a class' },
  oneClassLess: { vi: 'Bớt một lớp mới', en: 'Remove a class' },
  part: {
    vi: (number: number, of: number) => (of === 1 ? 'Lớp mới' : `Lớp mới thứ ${number}`),
    en: (number: number, of: number) => (of === 1 ? 'The new class' : `New class ${number}`),
  },
  code: { vi: 'Mã lớp', en: 'Code' },
  name: { vi: 'Tên lớp', en: 'Name' },
  room: { vi: 'Phòng', en: 'Room' },
  lecturer: { vi: 'Giảng viên', en: 'Lecturer' },
  placeHint: {
    vi: 'Cho các buổi sắp tới. Buổi nào đang có lớp khác dùng thì để trống và nêu ở phần xem trước.',
    en: 'For the half-days still to come. A half-day on which another class uses it gets none; the preview lists them.',
  },
  later: { vi: '— Chọn sau —', en: '— Choose later —' },
  moreSeats: { vi: 'Thêm chỉ tiêu', en: 'More seats' },
  moreSeatsHint: {
    vi: 'Ngoài chỉ tiêu đi theo người; vào nguồn chung của lớp mới, dự phòng được xếp ngay.',
    en: 'In addition to those that move with people. They join the pool of the new class, and reserves get them at once.',
  },
  who: { vi: 'Ai sang lớp mới', en: 'Who moves' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  count: { vi: 'Số người', en: 'People' },
  goesTo: { vi: 'Sang lớp', en: 'Moves to' },
  goes: { vi: (name: string) => `Sang lớp mới: ${name}`, en: (name: string) => `Move ${name} to the new class` },
  stays: { vi: 'Ở lại', en: 'Stays' },
  toClass: { vi: (number: number) => `Lớp mới thứ ${number}`, en: (number: number) => `New class ${number}` },
  place: { vi: 'Chỗ', en: 'Place' },
  hasSeat: { vi: 'Có chỉ tiêu', en: 'Has a seat' },
  reserve: { vi: (rank: number) => `Dự phòng ${rank}`, en: (rank: number) => `Reserve ${rank}` },
  noSeat: { vi: 'Không giữ chỉ tiêu', en: 'No seat' },
  cameFrom: {
    vi: (code: string) => `Chọn sẵn người từ lớp ${code} ghép vào`,
    en: (code: string) => `Choose the people who came from ${code}`,
  },
  reason: { vi: 'Lý do tách lớp', en: 'Why the class is split' },
  reasonHint: {
    vi: 'Mọi người chuyển đi đều đọc được, ví dụ: hội trường chỉ có 80 chỗ.',
    en: 'Everybody who moves can read it, for example: the hall seats only 80.',
  },
  look: { vi: 'Xem trước', en: 'Preview' },
  willHappen: { vi: 'Điều sẽ xảy ra', en: 'What will happen' },
  willGo: {
    vi: (count: number, code: string, names: string) => `${count} người sang ${code}: ${names}.`,
    en: (count: number, code: string, names: string) => `${people(count)} will move to ${code}: ${names}.`,
  },
  willStay: {
    vi: (count: number) => `${count} người ở lại.`,
    en: (count: number) => `${people(count)} will stay.`,
  },
  capacity: {
    vi: (code: string, seats: number, reserves: number, promoted: number) =>
      `${code} có ${seats} chỉ tiêu${reserves > 0 ? `, ${reserves} dự phòng` : ''}${promoted > 0 ? `, ${promoted} dự phòng được xếp chỗ ngay` : ''}.`,
    en: (code: string, seats: number, reserves: number, promoted: number) =>
      `${code} will have ${many(seats, 'seat')}${reserves > 0 ? ` and ${many(reserves, 'reserve')}` : ''}${promoted > 0 ? `; ${many(promoted, 'reserve')} will get a seat at once` : ''}.`,
  },
  halfDays: {
    vi: (count: number, rooms: number, lecturers: number) =>
      `${count} buổi học như lớp cũ; buổi sắp tới chưa có phòng: ${rooms}, chưa có giảng viên: ${lecturers}.`,
    en: (count: number, rooms: number, lecturers: number) =>
      `${many(count, 'half-day')}, as in this class. Still without a room: ${rooms}; without a lecturer: ${lecturers}.`,
  },
  groupGoes: {
    vi: (group: string) => `${group} chuyển đi cả: phòng, giảng viên và các buổi riêng sắp tới của tổ sang lớp mới`,
    en: (group: string) => `All of ${group} moves, with its room, its lecturers and its half-days still to come`,
  },
  groupIsShared: {
    vi: (group: string) => `${group} có ở cả hai lớp; buổi riêng của tổ ở lớp mới chọn phòng sau`,
    en: (group: string) => `${group} will be in both classes; choose rooms for its half-days in the new class later`,
  },
  taken: {
    vi: (halfDay: string, name: string, by: string) => `${halfDay}: ${name} đang có ${by}, nên để trống.`,
    en: (halfDay: string, name: string, by: string) => `${halfDay}: ${name} is in use by ${by}, so this is left empty.`,
  },
  told: {
    vi: 'Người chuyển đi, đơn vị và chủ nhiệm các lớp được báo một lần; lịch trên điện thoại tự đổi theo.',
    en: 'The people who move, their units and the class managers are told once. Calendars on their phones change by themselves.',
  },
  undo: {
    vi: 'Muốn bỏ việc tách: ghép lớp mới trở lại lớp này.',
    en: 'To undo the split, merge the new class back into this one.',
  },
  split: { vi: 'Tách lớp', en: 'Split the class' },
  keep: { vi: 'Không tách', en: 'Do not split' },
  done: {
    vi: (people: number, codes: string) => `Đã tách lớp: ${people} người sang ${codes}.`,
    en: (count: number, codes: string) => `The class is split: ${people(count)} moved to ${codes}.`,
  },
  notNow: { vi: 'Lớp này không tách được', en: 'This class cannot be split' },
});

export const splitActions = declareActions('classes', {
  split: { vi: 'đã tách lớp', en: 'split the class' },
});
