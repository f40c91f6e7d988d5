import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class EssayMarked extends Refusal.saying('essay_marked', 'wrong_moment', {
  vi: 'Bài thu hoạch đã được chấm nên không thay bài khác được. Nếu cần nộp lại, hãy liên hệ văn phòng đào tạo.',
  en: 'The essay is marked, so another cannot take its place. If you must hand in again, ask the training office.',
}) {}

export class EssayAccepted extends Refusal.saying('essay_accepted', 'wrong_moment', {
  vi: 'Bài thu hoạch đã được nhận nên không thay bài khác được. Nếu cần nộp lại, hãy đề nghị giáo viên chủ nhiệm hoặc văn phòng đào tạo trả lại bài.',
  en: 'The essay is accepted, so another cannot take its place. If you must hand in again, ask the class manager or the training office to send it back.',
}) {}

export class EssayNotHandedIn extends Refusal.saying('essay_not_handed_in', 'wrong_moment', {
  vi: 'Người này chưa nộp bài thu hoạch nên chưa chấm được. Nếu nộp bản giấy, hãy ghi nhận đã nộp trước.',
  en: 'No essay was handed in, so there is nothing to mark. If it came on paper, record that first.',
}) {}

export class EssaysLocked extends Refusal.saying('essays_locked', 'wrong_moment', {
  vi: 'Lớp đã tổng kết hoặc đã hủy nên không nhận và không chấm bài thu hoạch ở đây nữa. Bài nộp muộn xin đưa văn phòng đào tạo; khi có quyết định, văn phòng ghi kết quả: mở mục “Kết quả” của lớp, bấm “Điều chỉnh” ở dòng của học viên.',
  en: 'The class is closed or cancelled; essays are neither taken nor marked here any more. Give a late one to the training office; once it is decided, the office records it: open “Results” of the class and press “Amend” beside the person.',
}) {}

export const dueInThePast = () =>
  InvalidInput.field('dueAt', 'in_the_past', {
    vi: 'Hạn nộp lại đã qua. Hãy chọn ngày giờ sắp tới để người viết còn kịp nộp.',
    en: 'That moment is over; choose one to come, so that the writer has time.',
  });
