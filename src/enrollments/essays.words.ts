import { words } from '../platform/messages/words';

export const essayWords = words({
  essays: { vi: 'Bài thu hoạch', en: 'Essays' },
  essayOf: { vi: (name: string) => `Bài thu hoạch của ${name}`, en: (name: string) => `Essay of ${name}` },
  myEssay: { vi: 'Bài thu hoạch của tôi', en: 'My essay' },
  body: { vi: 'Nội dung bài', en: 'Text of the essay' },
  bodyHint: {
    vi: 'Có thể soạn trước rồi dán vào đây. Khi chưa chấm, đồng chí còn nộp lại được.',
    en: 'You may write it elsewhere and paste it here. Until it is marked you can hand in again.',
  },
  bodyHintForOther: {
    vi: 'Nếu nộp bản giấy, ghi ngày nhận và số trang.',
    en: 'For an essay on paper, note the day it came and its pages.',
  },
  handIn: { vi: 'Nộp bài', en: 'Hand in' },
  handInAgain: { vi: 'Nộp lại', en: 'Hand in again' },
  recordPaper: { vi: 'Ghi nhận đã nộp', en: 'Record as handed in' },
  handedIn: { vi: 'Đã nộp bài thu hoạch.', en: 'The essay is handed in.' },
  handedInAt: { vi: 'Nộp lúc', en: 'Handed in' },
  notHandedIn: { vi: 'Chưa nộp', en: 'Not handed in' },
  waits: { vi: 'Chờ chấm', en: 'To mark' },
  mark: { vi: 'Điểm', en: 'Mark' },
  markHint: { vi: 'Từ 0 đến 10, ví dụ 7,5.', en: 'From 0 to 10, for example 7.5.' },
  saveMark: { vi: 'Lưu điểm, sang bài tiếp theo', en: 'Save, and on to the next essay' },
  marked: {
    vi: (name: string, mark: string) => `Đã ghi ${mark} điểm cho ${name}.`,
    en: (name: string, mark: string) => `${name} has ${mark}.`,
  },
  allMarked: { vi: 'Đã chấm hết các bài đã nộp.', en: 'Every essay handed in is marked.' },
  markedBy: {
    vi: (who: string, when: string) => `${who} chấm lúc ${when}`,
    en: (who: string, when: string) => `Marked by ${who}, ${when}`,
  },
  nextToMark: { vi: 'Chấm bài tiếp theo', en: 'Mark the next essay' },
  read: { vi: 'Đọc bài', en: 'Read' },
  open: { vi: 'Mở', en: 'Open' },
  counts: {
    vi: (handedIn: number, people: number, marked: number) =>
      `${handedIn}/${people} người đã nộp, ${marked} bài đã chấm`,
    en: (handedIn: number, people: number, marked: number) => `${handedIn} of ${people} handed in, ${marked} marked`,
  },
  backToEssays: { vi: 'Bài thu hoạch của lớp', en: 'Essays of the class' },
  state: { vi: 'Tình trạng', en: 'State' },
});
