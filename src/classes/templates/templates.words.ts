import { declareActions } from '../../platform/journal/actions';
import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import { templatesTitle } from '../classes.words';
import { classNamed } from '../classes.labels';

export const templateWords = words({
  help: {
    vi: 'Những gì các lớp cùng loại giống nhau. Lập lớp từ mẫu thì biểu mẫu được điền sẵn.',
    en: 'What classes of the same kind have in common. Planning a class from a template fills in the form.',
  },
  helpToMake: {
    vi: 'Ghi những gì các lớp cùng loại giống nhau: chương trình, số chỉ tiêu, những ngày học trong tuần. Lưu một lần, dùng cho các lớp sau.',
    en: 'Enter what classes of one kind have in common: course, seats, days of the week. Saved once, it serves all later classes.',
  },
  helpToEdit: {
    vi: 'Sửa mẫu cho các lớp lập về sau. Lớp đã lập từ mẫu này giữ nguyên.',
    en: 'Change the template for classes planned from now on. Classes already made from it stay as they are.',
  },
  helpOfTimetable: {
    vi: 'Lịch học theo mẫu, tính từ ngày khai giảng của lớp này. Hãy xem từng buổi, bỏ những buổi không học rồi mới lưu.',
    en: 'The timetable of the template, from the opening day of this class. Read each half-day, leave out what is not held, then save.',
  },
  templates: templatesTitle,
  none: { vi: 'Chưa có mẫu lớp nào', en: 'There is no class template yet' },
  noneNext: {
    vi: 'Hãy tạo mẫu mới, hoặc mở một lớp đã có rồi chọn Lưu thành mẫu.',
    en: 'Make one, or open a class and choose Save as a template.',
  },
  nothingFound: { vi: 'Chương trình này chưa có mẫu lớp.', en: 'This course has no template yet.' },
  nothingFoundNext: { vi: 'Hãy bỏ bộ lọc hoặc tạo mẫu mới.', en: 'Clear the filter, or make a template.' },
  name: { vi: 'Tên mẫu', en: 'Name of the template' },
  course: { vi: 'Chương trình', en: 'Course' },
  pattern: { vi: 'Lịch thường lệ', en: 'Usual days' },
  noPattern: { vi: 'Không có lịch cố định', en: 'No usual days' },
  halfDays: {
    vi: (count: number) => `${count} buổi`,
    en: (count: number) => many(count, 'half-day'),
  },
  weekdays: { vi: 'Các ngày học trong tuần', en: 'Usual weekdays' },
  parts: { vi: 'Các buổi trong ngày', en: 'Usual parts of the day' },
  halfDayCount: { vi: 'Số buổi học', en: 'Number of half-days' },
  note: { vi: 'Ghi chú', en: 'Note' },
  actions: { vi: 'Việc cần làm', en: 'What to do' },
  make: { vi: 'Tạo mẫu mới', en: 'Make a template' },
  saveAs: { vi: 'Lưu thành mẫu', en: 'Save as a template' },
  saveAsHint: {
    vi: (name: string) => `Điền sẵn theo ${classNamed(name)}; xem lại rồi lưu.`,
    en: (name: string) => `Filled in as the class ${name} is; look it over and save.`,
  },
  made: { vi: 'Đã lưu mẫu lớp.', en: 'The template is saved.' },
  edit: { vi: 'Sửa mẫu lớp', en: 'Change the template' },
  editOne: { vi: (name: string) => `Sửa mẫu ${name}`, en: (name: string) => `Change ${name}` },
  planFrom: { vi: 'Lập lớp từ mẫu', en: 'Plan a class' },
  planFromOne: { vi: (name: string) => `Lập lớp từ mẫu ${name}`, en: (name: string) => `Plan a class from ${name}` },
  save: { vi: 'Lưu mẫu', en: 'Save the template' },
  remove: { vi: 'Xóa mẫu', en: 'Remove the template' },
  removeWhat: {
    vi: (name: string) => `Mẫu "${name}" sẽ bị xóa. Các lớp đã lập từ mẫu này giữ nguyên.`,
    en: (name: string) => `The template "${name}" will be removed. Classes planned from it stay as they are.`,
  },
  removed: { vi: 'Đã xóa mẫu lớp.', en: 'The template is removed.' },
  timetable: { vi: 'Xếp lịch theo mẫu', en: 'Timetable from the template' },
  timetableHint: {
    vi: (template: string) =>
      `Lịch thường lệ của mẫu "${template}", tính từ ngày khai giảng. Bấm xem trước để kiểm tra trùng lịch; chưa có buổi nào được thêm.`,
    en: (template: string) =>
      `The usual days of the template "${template}", from the opening day. Preview them to see what clashes; nothing is added yet.`,
  },
  preview: { vi: 'Xem trước', en: 'Preview' },
  later: { vi: 'Để sau, mở trang lớp', en: 'Later; open the class' },
});

export const templateActions = declareActions('class_templates', {
  added: { vi: 'đã thêm mẫu lớp', en: 'added a class template' },
  changed: { vi: 'đã sửa mẫu lớp', en: 'changed a class template' },
  removed: { vi: 'đã xóa mẫu lớp', en: 'removed a class template' },
});
