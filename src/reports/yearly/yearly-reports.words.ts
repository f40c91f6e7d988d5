import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import type { Measure } from './yearly-figures';
import type { YearlyReportState } from './yearly-report.states';

export const reportStateWords = words({
  draft: { vi: 'Dự thảo', en: 'Draft' },
  frozen: { vi: 'Hai cấp ủy đã xác nhận', en: 'Confirmed by both committees' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
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
    en: 'The office prepares a draft, and each committee reads and confirms it. Once both have confirmed, the figures are final.',
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
  drawnAt: { vi: 'Lấy số liệu lúc', en: 'Figures as of' },
  confirmations: { vi: 'Cấp ủy xác nhận', en: 'Committees' },
  confirmedBy: {
    vi: (who: string, when: string) => `đã xác nhận, ${who}, ${when}`,
    en: (who: string, when: string) => `confirmed by ${who}, ${when}`,
  },
  notYet: { vi: 'chưa xác nhận', en: 'not confirmed yet' },
  none: { vi: 'Năm này chưa có báo cáo hai cấp ủy ký.', en: 'There is no joint report for this year yet.' },
  noneNext: {
    vi: 'Văn phòng đào tạo lập dự thảo khi số liệu của năm đã đủ; báo cáo số liệu hôm nay luôn xem được.',
    en: 'The training office prepares the draft when the figures of the year are complete. The report with today’s figures can be read at any time.',
  },
  noneToDraw: {
    vi: 'Khi số liệu của năm đã đủ, dự thảo được lập bằng biểu mẫu bên dưới.',
    en: 'When the figures of the year are complete, the draft is drawn up by the form below.',
  },
  draw: { vi: 'Lập dự thảo', en: 'Prepare a draft' },
  drawNew: { vi: 'Lập bản mới', en: 'Prepare a new edition' },
  remarks: { vi: 'Nhận xét, kiến nghị', en: 'Remarks' },
  remarksHint: {
    vi: 'In ở cuối báo cáo, mỗi dòng một đoạn. Có thể để trống rồi viết tiếp trong bản Word.',
    en: 'Printed at the end of the report, one paragraph per line. You can leave this empty and write it in the Word document.',
  },
  drawn: {
    vi: 'Đã lập dự thảo. Hai cấp ủy đọc rồi xác nhận trên trang này.',
    en: 'The draft is ready. Both committees read and confirm it on this page.',
  },
  drawAnew: { vi: 'Lấy lại số liệu', en: 'Update the figures' },
  drawAnewMeans: {
    vi: 'Số liệu của dự thảo được thay bằng số liệu hôm nay; hai cấp ủy phải xác nhận lại.',
    en: 'The figures of the draft are replaced by today’s, and both committees must confirm again.',
  },
  drawnAnew: {
    vi: 'Đã lấy lại số liệu. Hai cấp ủy xác nhận lại.',
    en: 'The figures are updated. Both committees must confirm again.',
  },
  confirm: { vi: (body: string) => `Xác nhận thay mặt ${body}`, en: (body: string) => `Confirm for ${body}` },
  confirmMeans: {
    vi: 'Xác nhận số liệu như đang thấy. Khi cấp ủy kia cũng xác nhận, số liệu được chốt, không sửa được nữa.',
    en: 'You confirm the figures as shown. Once the other committee has also confirmed, they are final and cannot be changed.',
  },
  confirmed: { vi: 'Đã xác nhận, chờ cấp ủy kia.', en: 'Confirmed. Waiting for the other committee.' },
  frozen: {
    vi: 'Hai cấp ủy đã xác nhận, số liệu đã chốt.',
    en: 'Both committees have confirmed. The figures are final.',
  },
  withdraw: { vi: 'Rút dự thảo', en: 'Withdraw the draft' },
  withdrawMeans: {
    vi: 'Dự thảo không dùng nữa, vẫn đọc được. Ghi lý do để cấp ủy kia biết.',
    en: 'The draft is no longer used but can still be read. Give the reason so that the other committee knows.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdrawn: { vi: 'Đã rút dự thảo.', en: 'The draft is withdrawn.' },
  replaced: {
    vi: (edition: number) => `Bản này đã được thay bằng bản lần ${edition}.`,
    en: (edition: number) => `Edition ${edition} has replaced this one.`,
  },
  changed: { vi: 'Số liệu trong sổ đã thay đổi', en: 'The figures have changed since' },
  changedDraft: {
    vi: 'Dự thảo giữ số liệu lúc lập. Muốn dùng số liệu hôm nay thì lấy lại số liệu trước khi hai cấp ủy xác nhận.',
    en: 'The draft keeps the figures of the time it was prepared. To use today’s figures, update them before both committees confirm.',
  },
  changedFrozen: {
    vi: 'Báo cáo đã chốt không đổi. Muốn báo cáo số liệu hôm nay thì văn phòng lập bản mới.',
    en: 'A confirmed report does not change. To report today’s figures, the office prepares a new edition.',
  },
  awaits: {
    vi: (year: number, edition: number) => `Báo cáo chung năm ${year}, lần ${edition} chờ cấp ủy xác nhận`,
    en: (year: number, edition: number) =>
      `The joint report of ${year}, edition ${edition}, is waiting for your committee to confirm`,
  },
  whole: { vi: 'Tất cả đơn vị', en: 'All units' },
  measure: { vi: 'Số liệu', en: 'Figure' },
  then: { vi: 'Trong báo cáo', en: 'In the report' },
  now: { vi: 'Hôm nay', en: 'Today' },
});

export const yearlyReportActions = declareActions('yearly_reports', {
  drawn: { vi: 'đã lập dự thảo báo cáo chung năm', en: 'prepared a joint report' },
  drawn_anew: { vi: 'đã lấy lại số liệu báo cáo chung năm', en: 'updated the figures of a joint report' },
  confirmed: { vi: 'đã xác nhận báo cáo chung năm', en: 'confirmed a joint report' },
  frozen: {
    vi: 'đã chốt báo cáo chung năm sau khi hai cấp ủy xác nhận',
    en: 'made a joint report final after both committees confirmed it',
  },
  withdrawn: { vi: 'đã rút dự thảo báo cáo chung năm', en: 'withdrew a draft of a joint report' },
  printed: { vi: 'đã in báo cáo chung năm', en: 'printed a joint report' },
});
