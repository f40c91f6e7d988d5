import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class YearlyReportSettled extends Refusal.saying('yearly_report_settled', 'wrong_moment', {
  vi: 'Báo cáo này đã chốt hoặc đã rút nên giữ nguyên. Muốn nói khác đi, hãy lập bản mới của năm đó.',
  en: 'This report was confirmed by both or taken back, so it stays as it is. To say it otherwise, draw up a new edition of the year.',
}) {}

export class YearlyReportDrawn extends Refusal.saying('yearly_report_drawn_already', 'conflict', {
  vi: 'Năm này đang có một bản dự thảo. Hãy mở bản đó để lấy lại số liệu, hoặc rút bản đó trước.',
  en: 'There is a draft of this year already. Open it and draw its figures anew, or take it back first.',
}) {}

export class ConfirmedForAnotherBody extends Refusal.saying('yearly_report_confirmed_for_another', 'conflict', {
  vi: 'Đồng chí đã xác nhận báo cáo này cho một cấp ủy; cấp ủy kia do người khác xác nhận.',
  en: 'You confirmed this report for one committee; somebody else confirms it for the other.',
}) {}

export const whichGroup = () =>
  InvalidInput.field('groupId', 'required', {
    vi: 'Chọn Tập đoàn cùng ký báo cáo.',
    en: 'Choose the Group that signs the report, too.',
  });
