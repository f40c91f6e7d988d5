import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const transferWords = words({
  help: {
    vi: 'Chuyển một học viên sang lớp khác cùng chương trình. Những buổi đã học được mang theo, xem trước rồi mới chuyển.',
    en: 'Move somebody to another class of the same course. What they attended goes with them; preview, then move.',
  },
  title: { vi: (name: string) => `Chuyển lớp: ${name}`, en: (name: string) => `Transfer ${name}` },
  back: { vi: 'Việc học', en: 'Learning' },
  whatHappens: { vi: 'Khi chuyển lớp', en: 'What a transfer does' },
  seat: {
    vi: 'Chỗ ở lớp cũ nhường cho người dự phòng kế tiếp; ở lớp mới, người học giữ một chỗ còn trống của đơn vị.',
    en: 'The seat here goes to the next reserve; in the other class the person takes a free seat of the unit.',
  },
  all: {
    vi: 'Mang theo cả điểm danh và điểm, có ghi đã học, đã thi ở lớp nào; không học lại, không thi lại phần đã xong.',
    en: 'Attendance and marks are carried over, each with the class it comes from; nothing has to be attended or sat twice.',
  },
  attendance: {
    vi: 'Chương trình này chỉ mang theo điểm danh; điểm ở lớp cũ vẫn xem được nhưng không tính.',
    en: 'In this course only attendance is carried over; marks can still be read in the earlier class but do not count.',
  },
  marks: {
    vi: 'Chương trình này chỉ mang theo điểm; điểm danh ở lớp cũ vẫn xem được nhưng không tính.',
    en: 'In this course only marks are carried over; attendance can still be read in the earlier class but does not count.',
  },
  nothing: {
    vi: 'Chương trình này không mang theo gì: học lại từ đầu; kết quả ở lớp cũ vẫn xem được.',
    en: 'In this course nothing is carried over: the person starts again, and earlier results can still be read.',
  },
  told: {
    vi: 'Người học, đơn vị và chủ nhiệm hai lớp được báo.',
    en: 'The person, the unit and the managers of both classes are told.',
  },
  into: { vi: 'Chuyển sang lớp', en: 'Transfer to' },
  choice: {
    vi: (code: string, name: string, opensOn: string, free: number) =>
      `${code} – ${name}, khai giảng ${opensOn}, ${free > 0 ? `còn ${free} chỗ` : 'hết chỗ'}`,
    en: (code: string, name: string, opensOn: string, free: number) =>
      `${code} – ${name}, opens ${opensOn}, ${free > 0 ? `${many(free, 'seat')} free` : 'full'}`,
  },
  reason: { vi: 'Lý do, ai đồng ý', en: 'Reason, and who agreed' },
  reasonHint: {
    vi: 'Ví dụ: đi công tác dài ngày, đơn vị đề nghị tại Công văn 12-CV/ĐU',
    en: 'For example: away on duty, asked for by the unit in letter 12-CV/ĐU',
  },
  transfer: { vi: 'Chuyển lớp', en: 'Transfer' },
  keep: { vi: 'Không chuyển', en: 'Do not transfer' },
  transferred: {
    vi: 'Đã chuyển lớp. Dưới đây là việc học ở lớp mới, kèm những gì mang theo.',
    en: 'Transferred. This is the new class, with what was carried over.',
  },
  nowhere: { vi: 'Chưa có lớp nào để chuyển sang', en: 'There is no class to transfer to' },
  nowhereNext: {
    vi: 'Chương trình này không có lớp khác đang chiêu sinh hoặc đang học. Có thể mở lớp mới, hoặc cho bảo lưu để học lớp sau.',
    en: 'No other class of the course is called for or running. Plan one, or defer the person until there is.',
  },
});
