import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import type { Measure } from './yearly-figures';
import type { YearlyReportState } from './yearly-report.states';

export const reportStateWords = words({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  frozen: { vi: 'Hai cấp ủy đã xác nhận', en: 'Confirmed by both' },
  withdrawn: { vi: 'Đã rút', en: 'Taken back' },
} satisfies Record<YearlyReportState, { vi: string; en: string }>);

export const measureWords = words({
  classes: { vi: 'số lớp', en: 'classes' },
  classes_closed: { vi: 'lớp đã kết thúc', en: 'classes closed' },
  allocated: { vi: 'chỉ tiêu được phân bổ', en: 'seats allocated' },
  held: { vi: 'chỉ tiêu đã có người', en: 'seats held' },
  nominated: { vi: 'lượt cử đi học', en: 'nominations' },
  enrolled: { vi: 'học viên', en: 'learners' },
  judged: { vi: 'học viên đã xét kết quả', en: 'learners judged' },
  completed: { vi: 'học viên hoàn thành', en: 'learners who completed' },
  marked: { vi: 'lượt điểm danh', en: 'half-days marked' },
  present: { vi: 'lượt có mặt', en: 'half-days present' },
  study_obliged: { vi: 'đảng viên phải dự học tập nghị quyết', en: 'members obliged to attend studies' },
  study_attended: { vi: 'đảng viên đã dự học tập nghị quyết', en: 'members who attended studies' },
} satisfies Record<Measure, { vi: string; en: string }>);

export const yearlyReportWords = words({
  help: {
    vi: 'Văn phòng lập dự thảo, mỗi cấp ủy đọc và xác nhận. Khi cả hai đã xác nhận, số liệu được chốt và không đổi nữa.',
    en: 'The office draws up a draft, and each committee reads and confirms it. Once both have, the figures are kept as they are.',
  },
  helpOfOne: {
    vi: 'Báo cáo năm để hai cấp ủy xác nhận. Hãy đọc số liệu, ghi ý kiến nếu có, rồi xác nhận.',
    en: 'The yearly report, to be confirmed by both committees. Read the figures, say what you have to say, then confirm.',
  },
  reports: { vi: 'Báo cáo chung hai cấp ủy ký', en: 'Joint reports to be signed' },
  reportsOf: {
    vi: (year: number) => `Báo cáo chung hai cấp ủy ký năm ${year}`,
    en: (year: number) => `Joint reports to be signed, ${year}`,
  },
  live: { vi: 'Báo cáo chung', en: 'Joint report' },
  edition: { vi: (edition: number) => `Lần ${edition}`, en: (edition: number) => `Edition ${edition}` },
  titleOf: {
    vi: (year: number, edition: number) => `Báo cáo chung năm ${year}, lần ${edition}`,
    en: (year: number, edition: number) => `Joint report of ${year}, edition ${edition}`,
  },
  with: { vi: (group: string) => `Cùng ${group}`, en: (group: string) => `With ${group}` },
  group: { vi: 'Tập đoàn', en: 'Group' },
  state: { vi: 'Tình trạng', en: 'State' },
  drawnAt: { vi: 'Lấy số liệu lúc', en: 'Figures drawn at' },
  confirmations: { vi: 'Cấp ủy xác nhận', en: 'Committees' },
  confirmedBy: {
    vi: (who: string, when: string) => `đã xác nhận, ${who}, ${when}`,
    en: (who: string, when: string) => `confirmed by ${who}, ${when}`,
  },
  notYet: { vi: 'chưa xác nhận', en: 'not confirmed yet' },
  none: { vi: 'Năm này chưa có báo cáo hai cấp ủy ký.', en: 'No report of this year was drawn up yet.' },
  noneNext: {
    vi: 'Văn phòng đào tạo lập dự thảo khi số liệu của năm đã đủ; báo cáo số liệu hôm nay luôn xem được.',
    en: 'The training office draws it up when the figures of the year are complete; those of today can always be read.',
  },
  draw: { vi: 'Lập dự thảo', en: 'Draw up a draft' },
  drawNew: { vi: 'Lập bản mới', en: 'Draw up a new edition' },
  remarks: { vi: 'Nhận xét, kiến nghị', en: 'Remarks' },
  remarksHint: {
    vi: 'In ở cuối báo cáo, mỗi dòng một đoạn. Có thể để trống rồi viết tiếp trong bản Word.',
    en: 'Printed at the end, a paragraph a line. May be left empty and written in the Word document.',
  },
  drawn: {
    vi: 'Đã lập dự thảo. Hai cấp ủy đọc rồi xác nhận trên trang này.',
    en: 'The draft is drawn up. Both committees read and confirm it on this page.',
  },
  drawAnew: { vi: 'Lấy lại số liệu', en: 'Draw the figures anew' },
  drawAnewMeans: {
    vi: 'Số liệu của dự thảo được thay bằng số liệu hôm nay; hai cấp ủy phải xác nhận lại.',
    en: 'The figures of the draft are replaced by those of today, and both committees confirm again.',
  },
  drawnAnew: {
    vi: 'Đã lấy lại số liệu. Hai cấp ủy xác nhận lại.',
    en: 'The figures are of today. Both confirm again.',
  },
  confirm: { vi: (body: string) => `Xác nhận thay mặt ${body}`, en: (body: string) => `Confirm for ${body}` },
  confirmMeans: {
    vi: 'Xác nhận số liệu như đang thấy. Khi cấp ủy kia cũng xác nhận, số liệu được chốt, không sửa được nữa.',
    en: 'You confirm the figures as shown. Once the other committee has, too, they are kept and cannot be changed.',
  },
  confirmed: { vi: 'Đã xác nhận, chờ cấp ủy kia.', en: 'Confirmed; the other committee is awaited.' },
  frozen: { vi: 'Hai cấp ủy đã xác nhận, số liệu đã chốt.', en: 'Both committees confirmed; the figures are kept.' },
  withdraw: { vi: 'Rút dự thảo', en: 'Take the draft back' },
  withdrawMeans: {
    vi: 'Dự thảo không dùng nữa, vẫn đọc được. Ghi lý do để cấp ủy kia biết.',
    en: 'The draft is not used any more and stays readable. Say why, for the other committee.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdrawn: { vi: 'Đã rút dự thảo.', en: 'The draft is taken back.' },
  replaced: {
    vi: (edition: number) => `Bản này đã được thay bằng bản lần ${edition}.`,
    en: (edition: number) => `Edition ${edition} stands for this one now.`,
  },
  changed: { vi: 'Số liệu trong sổ đã thay đổi', en: 'The register has changed since' },
  changedDraft: {
    vi: 'Dự thảo giữ số liệu lúc lập. Muốn dùng số liệu hôm nay thì lấy lại số liệu trước khi hai cấp ủy xác nhận.',
    en: 'The draft has the figures of when it was drawn. To use those of today, draw them anew before both confirm.',
  },
  changedFrozen: {
    vi: 'Báo cáo đã chốt không đổi. Muốn báo cáo số liệu hôm nay thì văn phòng lập bản mới.',
    en: 'What was confirmed does not change. To report the figures of today, the office draws up a new edition.',
  },
  awaits: {
    vi: (year: number, edition: number) => `Báo cáo chung năm ${year}, lần ${edition} chờ cấp ủy xác nhận`,
    en: (year: number, edition: number) =>
      `The joint report of ${year}, edition ${edition}, awaits your committee’s word`,
  },
  whole: { vi: 'Tất cả đơn vị', en: 'All units' },
  measure: { vi: 'Số liệu', en: 'What' },
  then: { vi: 'Trong báo cáo', en: 'In the report' },
  now: { vi: 'Hôm nay', en: 'Today' },
});

export const yearlyReportActions = declareActions('yearly_reports', {
  drawn: { vi: 'đã lập dự thảo báo cáo chung năm', en: 'drew up a joint report' },
  drawn_anew: { vi: 'đã lấy lại số liệu báo cáo chung năm', en: 'drew the figures of a joint report anew' },
  confirmed: { vi: 'đã xác nhận báo cáo chung năm', en: 'confirmed a joint report' },
  frozen: {
    vi: 'đã chốt báo cáo chung năm sau khi hai cấp ủy xác nhận',
    en: 'kept a joint report both committees confirmed',
  },
  withdrawn: { vi: 'đã rút dự thảo báo cáo chung năm', en: 'took a draft of a joint report back' },
  printed: { vi: 'đã in báo cáo chung năm', en: 'printed a joint report' },
});
