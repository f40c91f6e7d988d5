import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const parallelWords = words({
  help: {
    vi: 'Các lớp học cùng lịch với lớp này, mỗi lớp phòng và giảng viên riêng. Dời một buổi của lớp giữ lịch chung thì dời luôn được ở các lớp kia.',
    en: 'Classes that share this timetable, each with its own rooms and lecturers. A half-day moved in the leading class can be moved in the others.',
  },
  title: { vi: (name: string) => `Lớp song song – ${name}`, en: (name: string) => `Parallel classes – ${name}` },
  short: { vi: 'Lớp song song', en: 'Parallel classes' },
  back: { vi: 'Về trang của lớp', en: 'Back to the class' },
  leads: { vi: 'giữ lịch chung', en: 'leads' },
  followed: {
    vi: (code: string) => `Lớp này theo lịch của lớp ${code}; đổi lịch chung ở buổi của lớp đó.`,
    en: (code: string) => `This class follows the timetable of ${code}; change half-days there.`,
  },
  openLeading: { vi: (code: string) => `Mở lớp ${code}`, en: (code: string) => `Open ${code}` },
  none: { vi: 'Chưa có lớp song song', en: 'There are no parallel classes' },
  noneNext: {
    vi: 'Lớp khác của chương trình theo lịch của lớp này khi được chọn ở mục dưới.',
    en: 'Other classes of the course follow this timetable once they are chosen below.',
  },
  halfDay: { vi: 'Buổi', en: 'Half-day' },
  topic: { vi: 'Nội dung', en: 'Topic' },
  noPartner: { vi: 'Không có buổi tương ứng', en: 'None alike' },
  sameTime: { vi: 'Cùng giờ', en: 'Same time' },
  noRoom: { vi: 'chưa có phòng', en: 'no room yet' },
  noLecturer: { vi: 'chưa có giảng viên', en: 'no lecturer yet' },
  change: { vi: 'Đổi lịch', en: 'Change' },
  add: { vi: 'Thêm lớp song song', en: 'Add parallel classes' },
  choose: { vi: 'Lớp cùng chương trình', en: 'Classes of the course' },
  nothingToChoose: {
    vi: 'Chương trình này không còn lớp nào khác chưa song song.',
    en: 'The course has no other class that is not parallel yet.',
  },
  declare: { vi: 'Đặt là song song', en: 'Declare parallel' },
  declared: { vi: 'Đã đặt các lớp là song song.', en: 'The classes are parallel.' },
  end: { vi: (code: string) => `Thôi song song: ${code}`, en: (code: string) => `End: ${code}` },
  endWhat: {
    vi: 'Lớp giữ nguyên lịch đang có và tự đổi lịch từ nay.',
    en: 'The class keeps its timetable and is changed separately from now on.',
  },
  ended: { vi: 'Lớp không còn song song.', en: 'The class is not parallel any more.' },
});

export const parallelActions = declareActions('classes', {
  parallel_declared: { vi: 'đã đặt lớp theo lịch chung', en: 'let the class follow a shared timetable' },
  parallel_ended: { vi: 'đã cho lớp có lịch riêng', en: 'gave the class a timetable of its own' },
});
