import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

/** What each step of a closing is called; the keys are those of `closingStepNames`. */
export const closingStepWords = words({
  judge: { vi: 'Xét kết quả từng học viên', en: 'Assess each person' },
  number: { vi: 'Cấp số giấy chứng nhận, mở danh sách chờ bằng', en: 'Number certificates, open diplomas' },
  record: { vi: 'Ghi quá trình đào tạo, bồi dưỡng', en: 'Write training records' },
  raise: { vi: 'Nâng trình độ lý luận chính trị', en: 'Raise theory levels' },
  close: { vi: 'Kết thúc lớp', en: 'Close the class' },
  notify: { vi: 'Báo kết quả cho từng học viên', en: 'Notify each person of the result' },
});

export const closingWords = words({
  closing: { vi: 'Đang kết thúc lớp', en: 'The class is being closed' },
  closingHint: {
    vi: 'Trang tự cập nhật. Đồng chí có thể làm việc khác; kết quả hiện tại đây khi xong. Điểm danh, điểm và bài thu hoạch của lớp đã khóa.',
    en: 'This page updates automatically. You may do something else; the results appear here when it is done. Attendance, marks and essays of the class are locked.',
  },
  stepsDone: { vi: 'Số bước đã xong', en: 'Steps done' },
  steps: { vi: 'Các bước kết thúc lớp', en: 'The steps of the closing' },
  noSteps: { vi: 'Công việc chưa bắt đầu', en: 'The work has not begun' },
  step: { vi: 'Bước', en: 'Step' },
  stepState: { vi: 'Tình trạng', en: 'State' },
  stepDone: { vi: 'Đã làm', en: 'Done' },
  doneOf: {
    vi: (done: number, total: number) => `${done} trên ${total}`,
    en: (done: number, total: number) => `${done} of ${total}`,
  },
  startedAt: { vi: 'Bắt đầu lúc', en: 'Started' },
  finishedAt: { vi: 'Xong lúc', en: 'Finished' },
  waits: { vi: 'Đang chờ', en: 'Waiting' },
  goesOn: { vi: 'Đang làm', en: 'Under way' },
  finished: { vi: 'Đã xong', en: 'Finished' },
  stopped: { vi: 'Bị dừng', en: 'Stopped' },
  goOn: { vi: 'Tiếp tục kết thúc lớp', en: 'Go on with the closing' },
  closingDone: { vi: 'Đã kết thúc lớp.', en: 'The class is closed.' },
  closingStopped: { vi: 'Việc kết thúc lớp bị dừng.', en: 'The closing has stopped.' },
  seeResults: { vi: 'Xem kết quả', en: 'See the results' },
  closingFailed: { vi: 'Chưa kết thúc được lớp', en: 'The class could not be closed' },
  closingFailedNext: {
    vi: 'Những kết quả đã ghi được giữ nguyên và lớp vẫn khóa. Sau khi xử lý, hãy bấm "Tiếp tục kết thúc lớp": công việc chạy tiếp từ bước bị dừng, không ai bị xét hai lần.',
    en: 'What was recorded stays and the class remains locked. Once the cause is settled, press "Go on with the closing": it goes on where it stopped, and nobody is judged twice.',
  },
  notBegun: {
    vi: 'Chưa ai bị xét và lớp không khóa. Sau khi xử lý, hãy kết thúc lớp lần nữa.',
    en: 'Nobody was judged and the class is not locked. Once the cause is settled, close the class again.',
  },
});

export const closingActions = declareActions('classes', {
  closing_finished: { vi: 'đã xét xong kết quả của lớp', en: 'finished judging the class' },
  closing_requested: {
    vi: 'đã yêu cầu xét kết quả và kết thúc lớp',
    en: 'asked for the class to be judged and closed',
  },
  reopened: { vi: 'đã mở lại lớp kết thúc nhầm', en: 'reopened a class that was closed by mistake' },
  closing_resumed: {
    vi: 'đã cho tiếp tục kết thúc lớp từ bước bị dừng',
    en: 'let the closing of the class go on where it had stopped',
  },
});
