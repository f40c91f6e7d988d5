import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import { essaysTitle } from '../enrollments.words';

export const essayWords = words({
  helpOfClass: {
    vi: 'Bài thu hoạch của lớp: ai đã nộp, ai chưa, bài nào chờ đọc. Mở một bài để đọc rồi nhận hoặc trả lại.',
    en: 'The essays of the class: who handed in, who did not, and what waits to be read. Open one, then accept or return it.',
  },
  help: {
    vi: 'Nộp hoặc đọc bài thu hoạch của một người. Khi bài chưa được nhận thì còn nộp lại được.',
    en: 'Hand in or read one person’s essay. Until it is accepted, it can be handed in again.',
  },
  essays: essaysTitle,
  essayOf: { vi: (name: string) => `Bài thu hoạch của ${name}`, en: (name: string) => `Essay of ${name}` },
  myEssay: { vi: 'Bài thu hoạch của tôi', en: 'My essay' },
  body: { vi: 'Nội dung bài', en: 'Text of the essay' },
  bodyHint: {
    vi: 'Viết hoặc dán bài vào đây, hoặc để trống và chọn tệp bên dưới. Khi bài chưa được nhận, đồng chí còn nộp lại được; các lần nộp trước vẫn được giữ.',
    en: 'Write or paste the essay here, or leave this empty and choose a file below. Until it is accepted you can hand in again; earlier versions are kept.',
  },
  bodyHintForOther: {
    vi: 'Nếu nộp bản giấy, ghi ngày nhận và số trang.',
    en: 'For an essay on paper, note the day it came and its pages.',
  },
  file: { vi: 'Tệp bài thu hoạch', en: 'File of the essay' },
  fileHint: {
    vi: (megabytes: number) =>
      `PDF hoặc Word (.docx), không quá ${megabytes} MB. Điện thoại chọn được tệp trong mục “Tệp”.`,
    en: (megabytes: number) => `PDF or Word (.docx), at most ${megabytes} MB. A phone finds it under “Files”.`,
  },
  keepsFile: {
    vi: (name: string) => `Giữ tệp đã nộp: ${name}`,
    en: (name: string) => `Keep the file handed in before: ${name}`,
  },
  keepsFileHint: { vi: 'Chọn tệp mới bên dưới thì tệp mới thay tệp này.', en: 'A new file takes its place.' },
  handIn: { vi: 'Nộp bài', en: 'Hand in' },
  handInAgain: { vi: 'Nộp lại', en: 'Hand in again' },
  recordPaper: { vi: 'Ghi nhận đã nộp', en: 'Record as handed in' },
  handedIn: { vi: 'Đã nộp bài thu hoạch.', en: 'The essay is handed in.' },
  handedInAt: { vi: 'Nộp lúc', en: 'Handed in' },
  wasHandedIn: { vi: 'Đã nộp', en: 'Handed in' },
  notHandedIn: { vi: 'Chưa nộp', en: 'Not handed in' },
  missing: { vi: 'Chưa nộp', en: 'Missing' },
  overdue: { vi: 'Quá hạn chưa nộp', en: 'Overdue' },
  late: { vi: 'Nộp muộn', en: 'Late' },
  waiting: { vi: 'Chờ xem xét', en: 'To decide' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  sent_back: { vi: 'Trả lại', en: 'Sent back' },
  state: { vi: 'Tình trạng', en: 'State' },
  everyState: { vi: 'Tất cả', en: 'All' },
  until: { vi: (moment: string) => `hạn ${moment}`, en: (moment: string) => `due ${moment}` },
  version: { vi: (number: number) => `lần nộp ${number}`, en: (number: number) => `version ${number}` },
  earlier: { vi: 'Các lần nộp trước', en: 'Earlier versions' },
  readVersion: { vi: (number: number) => `Đọc bài lần ${number}`, en: (number: number) => `Read version ${number}` },
  mark: { vi: 'Điểm', en: 'Mark' },
  markHint: { vi: 'Từ 0 đến 10, ví dụ 7,5.', en: 'From 0 to 10, for example 7.5.' },
  markHintOptional: {
    vi: 'Từ 0 đến 10, ví dụ 7,5. Để trống nếu không chấm điểm.',
    en: 'From 0 to 10, for example 7.5. Leave it empty where no mark is given.',
  },
  saveMark: { vi: 'Lưu điểm, sang bài tiếp theo', en: 'Save, and on to the next essay' },
  marked: {
    vi: (name: string, mark: string) => `Đã ghi ${mark} điểm cho ${name}.`,
    en: (name: string, mark: string) => `${name} has ${mark}.`,
  },
  decide: { vi: 'Xem xét bài', en: 'Decide' },
  accept: { vi: 'Nhận bài, sang bài tiếp theo', en: 'Accept, and on to the next essay' },
  wasAccepted: {
    vi: (name: string) => `Đã nhận bài của ${name}.`,
    en: (name: string) => `${name}’s essay is accepted.`,
  },
  sendBack: { vi: 'Trả lại để bổ sung', en: 'Send back' },
  sendBackMeans: {
    vi: 'Người viết thấy lý do và hạn mới, rồi nộp lại. Bài đã nộp và điểm (nếu có) được giữ trong nhật ký.',
    en: 'The writer sees the reason and the new deadline, and hands in again. What was handed in, and any mark, are kept in the journal.',
  },
  sendBackReason: { vi: 'Cần bổ sung, sửa gì', en: 'What to add or correct' },
  dueAgain: { vi: 'Hạn nộp lại', en: 'New deadline' },
  wasSentBack: {
    vi: (name: string) => `Đã trả lại bài của ${name}.`,
    en: (name: string) => `${name}’s essay is sent back.`,
  },
  sentBackBecause: {
    vi: (reason: string, until: string) => `Bài được trả lại để bổ sung: ${reason} Hạn nộp lại: ${until}.`,
    en: (reason: string, until: string) => `The essay was sent back: ${reason} Hand in again by ${until}.`,
  },
  decidedBy: {
    vi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  allMarked: { vi: 'Không còn bài nào chờ xem xét.', en: 'No essay is left to decide.' },
  nextToMark: { vi: 'Xem bài tiếp theo', en: 'The next essay' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  dueAt: { vi: 'Hạn nộp', en: 'Due' },
  dueOn: { vi: (moment: string) => `Hạn nộp bài: ${moment}.`, en: (moment: string) => `Essays are due ${moment}.` },
  noTerm: { vi: 'Chưa đặt hạn', en: 'No deadline set' },
  noTermYet: {
    vi: 'Lớp chưa đặt hạn nộp bài nên chưa ai bị tính là muộn.',
    en: 'No deadline is set for the essays, so no one is late yet.',
  },
  setTerm: { vi: 'Đặt hạn nộp', en: 'Set the deadline' },
  changeTerm: { vi: 'Đổi hạn nộp', en: 'Change the deadline' },
  termMeans: {
    vi: 'Bài nộp sau hạn được nhận và ghi là muộn. Đổi hạn không đổi tình trạng của bài đã nộp.',
    en: 'Essays handed in later are accepted and marked as late. Changing the deadline does not change essays already handed in.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  termSet: { vi: 'Đã đặt hạn nộp bài.', en: 'The deadline is set.' },
  backToEssays: { vi: 'Bài thu hoạch của lớp', en: 'Essays of the class' },
});

export const essayActions = declareActions('essays', {
  accepted: { vi: 'đã nhận bài thu hoạch', en: 'accepted an essay' },
  due_set: { vi: 'đã đặt hạn nộp bài thu hoạch', en: 'set when essays are due' },
  file_downloaded: { vi: 'đã tải tệp bài thu hoạch', en: 'downloaded the file of an essay' },
  handed_in: { vi: 'đã nộp bài thu hoạch', en: 'handed in an essay' },
  marked: { vi: 'đã chấm bài thu hoạch', en: 'marked an essay' },
  replaced: { vi: 'đã nộp lại bài thu hoạch', en: 'replaced an essay' },
  sent_back: { vi: 'đã trả lại bài thu hoạch', en: 'sent an essay back' },
});
