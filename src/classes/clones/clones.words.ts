import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const cloneWords = words({
  help: {
    vi: 'Lập lớp mới giống lớp này, vào những ngày khác. Hãy chọn ngày khai giảng rồi xem lại lịch trước khi thông báo.',
    en: 'Make a new class like this one, on other days. Choose its opening day, then look through its timetable before you announce it.',
  },
  clone: { vi: 'Nhân bản lớp', en: 'Clone the class' },
  title: { vi: (name: string) => `Nhân bản lớp ${name}`, en: (name: string) => `Clone ${name}` },
  what: {
    vi: 'Lớp mới là bản thảo, lấy lại thông tin, chỉ tiêu đã phân bổ, học phần và lịch học của lớp này. Lịch dời theo tuần để giữ nguyên thứ; buổi trùng ngày nghỉ lễ được bỏ; phòng, giảng viên đang bận thì để trống.',
    en: 'The new class is a draft with the facts, shares of seats, modules and timetable of this one. Half-days are moved by whole weeks so that the weekdays stay the same; those on public holidays are left out; rooms and lecturers that are not free are left empty.',
  },
  code: { vi: 'Mã lớp mới', en: 'Code of the new class' },
  name: { vi: 'Tên lớp mới', en: 'Name of the new class' },
  opensOn: { vi: 'Ngày khai giảng mới', en: 'Its opening day' },
  make: { vi: 'Tạo lớp mới', en: 'Make the class' },
  made: { vi: 'Đã tạo lớp mới ở dạng bản thảo.', en: 'The new class is made, as a draft.' },
  toMend: { vi: 'Cần xem lại', en: 'To look over' },
  dropped: {
    vi: 'Các buổi sau rơi vào ngày nghỉ lễ nên không được tạo. Hãy xếp bù vào ngày khác:',
    en: 'These half-days would fall on public holidays and were left out; plan others for them:',
  },
  emptied: {
    vi: 'Phòng hoặc giảng viên sau đang bận nên để trống ở buổi đó. Hãy chọn lại:',
    en: 'These rooms and lecturers are taken, so their half-days have none yet; choose others:',
  },
  heldTogether: {
    vi: (code: string) => `Học chung với lớp ${code} trước khi tách lớp`,
    en: (code: string) => `Held together with ${code} before it was split`,
  },
  groupOf: {
    vi: (code: string) => `Buổi của tổ chuyển từ lớp ${code} khi ghép lớp`,
    en: (code: string) => `Of a group that came with ${code} as the classes were merged`,
  },
  open: { vi: 'Mở lớp mới', en: 'Open the new class' },
});

export const cloneActions = declareActions('classes', {
  cloned: { vi: 'đã nhân bản lớp', en: 'cloned the class' },
});
