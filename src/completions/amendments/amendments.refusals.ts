import { Refusal } from '../../platform/problems/refusal';

export class ResultNotFinal extends Refusal.saying('result_not_final', 'wrong_moment', {
  vi: 'Lớp chưa kết thúc nên kết quả này chưa chốt. Hãy sửa điểm danh, điểm hoặc bài thu hoạch ở các trang của lớp; chỉ kết quả đã chốt mới điều chỉnh bằng quyết định.',
  en: 'The class is not closed, so this result is not final. Correct attendance, marks or the essay on the pages of the class; only a final result is amended by a decision.',
}) {}
