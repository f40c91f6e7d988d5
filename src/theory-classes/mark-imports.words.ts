import { declareActions } from '../platform/journal/actions';
import { type Bilingual, words } from '../platform/messages/words';

export const markImportWords = words({
  help: {
    vi: 'Gửi bảng điểm đã điền trên Excel. Tải bảng mẫu trước, điền điểm, rồi gửi và xem thử.',
    en: 'Send marks filled in with Excel. Download the workbook first, fill it in, then send it to see what would change.',
  },
  helpOfOne: {
    vi: 'Những điểm sẽ được ghi từ tệp này. Hãy đọc các dòng chưa nhận trước, rồi mới ghi.',
    en: 'The marks this file would record. Read the rows not accepted first, then record them.',
  },
  workbook: { vi: 'Nhập điểm bằng Excel', en: 'Marks by Excel' },
  workbookOf: {
    vi: (code: string) => `Nhập điểm bằng Excel – lớp ${code}`,
    en: (code: string) => `Marks by Excel – class ${code}`,
  },
  downloadFirst: { vi: '1. Tải bảng điểm', en: '1. Download the workbook' },
  downloadHowTo: {
    vi: 'Bảng có sẵn danh sách lớp và điểm đã lưu. Điền điểm vào cột “lần 1” hoặc “thi lại” của từng học phần, giữ nguyên cột Mã cán bộ.',
    en: 'It holds the roster and the marks saved so far. Fill in the columns of each module, first or re-sit, and leave the column of codes as it is.',
  },
  download: { vi: 'Tải bảng điểm (.xlsx)', en: 'Download (.xlsx)' },
  sendBack: { vi: '2. Gửi lại bảng đã điền', en: '2. Send it back filled in' },
  file: { vi: 'Tệp bảng điểm', en: 'The workbook' },
  fileHint: {
    vi: 'Tệp .xlsx, .xls, .ods hoặc .csv. Bước này chỉ đối chiếu, chưa ghi điểm. Ô để trống thì điểm đã lưu giữ nguyên.',
    en: 'An .xlsx, .xls, .ods or .csv. This only compares and enters nothing. A blank cell leaves the saved mark as it is.',
  },
  compare: { vi: 'Đối chiếu', en: 'Compare' },
  earlier: { vi: 'Các bảng đã gửi', en: 'Workbooks sent' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  sentBy: { vi: 'Người gửi', en: 'By' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  summary: {
    vi: (marks: number, refused: number) => `${marks} điểm thay đổi, ${refused} dòng chưa nhận`,
    en: (marks: number, refused: number) => `${marks} marks change, ${refused} rows refused`,
  },
  state: { vi: 'Trạng thái', en: 'State' },
  isApplied: { vi: 'Đã ghi', en: 'Applied' },
  isCompared: { vi: 'Mới đối chiếu', en: 'Compared only' },
  noneYet: { vi: 'Chưa gửi bảng điểm nào.', en: 'No workbook was sent yet.' },
  noneYetNext: {
    vi: 'Tệp đầu tiên gửi bằng biểu mẫu ở trên sẽ hiện ở đây.',
    en: 'The first file sent by the form above appears here.',
  },
  changes: { vi: 'Có thay đổi', en: 'Changes' },
  same: { vi: 'Giữ nguyên', en: 'Same' },
  refused: { vi: 'Chưa nhận', en: 'Refused' },
  row: { vi: 'Dòng', en: 'Row' },
  code: { vi: 'Mã cán bộ', en: 'Code' },
  name: { vi: 'Họ và tên', en: 'Name' },
  verdict: { vi: 'Đối chiếu', en: 'Verdict' },
  details: { vi: 'Chi tiết', en: 'Details' },
  noRows: { vi: 'Không có dòng nào.', en: 'No rows.' },
  nothingStoredYet: { vi: 'Chưa ghi gì cả', en: 'Nothing is entered yet' },
  applyNext: {
    vi: (marks: number) => `Có ${marks} điểm sẽ được ghi đúng như bảng dưới đây.`,
    en: (marks: number) => `${marks} marks will be entered exactly as below.`,
  },
  refusedNext: {
    vi: (rows: number) => `${rows} dòng chưa nhận sẽ không được ghi; có thể sửa trong tệp rồi gửi lại sau.`,
    en: (rows: number) => `${rows} refused rows will not be entered; correct them in the file and send it again later.`,
  },
  nothingToApply: {
    vi: 'Bảng này giống hệt điểm đã lưu, không có gì để ghi.',
    en: 'This workbook says what is saved already; there is nothing to enter.',
  },
  nothingReadable: {
    vi: 'Chưa có dòng nào nhận được. Hãy sửa các dòng dưới đây trong tệp rồi gửi lại.',
    en: 'No row could be accepted. Correct the rows below in the file and send it again.',
  },
  correctionsReason: {
    vi: (count: number) => `Lý do sửa ${count} điểm đã lưu`,
    en: (count: number) => `Why ${count} saved marks change`,
  },
  apply: { vi: 'Ghi điểm', en: 'Enter the marks' },
  applied: { vi: (count: number) => `Đã ghi ${count} điểm.`, en: (count: number) => `${count} marks entered.` },
  appliedAt: {
    vi: (when: string, by: string) => `Đã ghi lúc ${when}, ${by}.`,
    en: (when: string, by: string) => `Applied ${when} by ${by}.`,
  },
  became: {
    vi: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
    en: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
  },
  blank: { vi: 'trống', en: 'blank' },
  first: { vi: 'lần 1', en: 'first' },
  resit: { vi: 'thi lại', en: 're-sit' },
});

export const markImportActions = declareActions('mark_imports', {
  applied: { vi: 'đã ghi điểm từ bảng Excel', en: 'entered the marks of a workbook' },
  previewed: { vi: 'đã đối chiếu bảng điểm Excel', en: 'compared a workbook of marks' },
});

/** Asked of a heading that does not name its module. */
export const numberAlone = (
  heading: string,
  { number, name }: { readonly number: number; readonly name: string },
): Bilingual => ({
  vi: `Cột “${heading}” không ghi tên học phần; đang đọc là học phần ${number} “${name}”. Nếu các học phần đã được đánh số lại sau khi lập tệp thì đừng ghi.`,
  en: `The column “${heading}” does not name its module and is read as module ${number} “${name}”. If the modules were renumbered since the file was made, do not enter it.`,
});
