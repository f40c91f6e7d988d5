import { declareActions } from '../../platform/journal/actions';
import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import type { AttendanceVerdict } from './verdicts';

export const attendanceVerdictWords = words({
  marks: { vi: 'Sẽ ghi', en: 'Will be marked' },
  corrects: { vi: 'Sẽ sửa', en: 'Will be corrected' },
  unchanged: { vi: 'Không thay đổi', en: 'Unchanged' },
  blocked: { vi: 'Không ghi được', en: 'Not taken' },
} satisfies Record<AttendanceVerdict, { vi: string; en: string }>);

export const importWords = words({
  help: {
    vi: 'Gửi bảng điểm danh đã điền trên Excel để ghi vào hệ thống. Tải bảng mẫu trước, điền, rồi gửi và xem thử.',
    en: 'Send attendance filled in with Excel. Download the workbook first, fill it in, then send it to see what would change.',
  },
  helpOfOne: {
    vi: 'Những gì sẽ thay đổi nếu ghi tệp này vào điểm danh. Hãy đọc các dòng chưa nhận trước, rồi mới ghi.',
    en: 'What would change if this file is recorded. Read the rows not accepted first, then record it.',
  },
  title: { vi: 'Điểm danh bằng tệp Excel', en: 'Attendance by Excel file' },
  how: {
    vi: 'Tải tệp của lớp về, điền x (có mặt), P (có phép), K (không phép) rồi gửi lại. Ô để trống giữ nguyên. Hệ thống cho xem thử từng dòng trước khi ghi.',
    en: 'Download the file of the class, fill in x (present), P (excused), K (unexcused) and send it back. A blank cell changes nothing. Every row is previewed before anything is recorded.',
  },
  download: { vi: 'Tải tệp của lớp', en: 'Download the file of the class' },
  file: { vi: 'Tệp Excel đã điền', en: 'The filled Excel file' },
  fileHint: {
    vi: 'Tệp .xlsx, .xls, .ods hoặc .csv, không quá 10 MB.',
    en: 'An .xlsx, .xls, .ods or .csv file of at most 10 MB.',
  },
  try: { vi: 'Gửi và xem thử', en: 'Send and preview' },
  earlier: { vi: 'Các tệp đã gửi', en: 'Files sent' },
  noneEarlier: { vi: 'Chưa gửi tệp nào.', en: 'No file was sent yet.' },
  noneEarlierNext: {
    vi: 'Tệp đầu tiên gửi bằng biểu mẫu ở trên sẽ hiện ở đây.',
    en: 'The first file sent by the form above appears here.',
  },
  uploaded: { vi: 'Gửi lúc', en: 'Sent' },
  by: { vi: 'Người gửi', en: 'By' },
  state: { vi: 'Trạng thái', en: 'State' },
  tried: { vi: 'Mới xem thử', en: 'Previewed only' },
  applied: {
    vi: (when: string) => `Đã ghi lúc ${when}`,
    en: (when: string) => `Recorded ${when}`,
  },
  outcome: {
    vi: (marked: number, corrected: number) => `Ghi mới ${marked}, sửa ${corrected}.`,
    en: (marked: number, corrected: number) => `${marked} marked, ${corrected} corrected.`,
  },
  rows: { vi: 'Từng dòng của tệp', en: 'The rows of the file' },
  row: { vi: 'Dòng', en: 'Row' },
  code: { vi: 'Mã số', en: 'Code' },
  name: { vi: 'Họ và tên', en: 'Name' },
  verdict: { vi: 'Kết quả', en: 'Verdict' },
  what: { vi: 'Nội dung', en: 'What' },
  noRows: { vi: 'Tệp không có dòng nào.', en: 'The file has no rows.' },
  apply: {
    vi: (rows: number, kinds: string) => `Ghi ${rows} dòng vào điểm danh: ${kinds}`,
    en: (rows: number, kinds: string) => `Record ${many(rows, 'row')}: ${kinds}`,
  },
  nothingStoredYet: { vi: 'Chưa ghi gì cả', en: 'Nothing is recorded yet' },
  applyNext: {
    vi: (rows: number) => `Có ${rows} dòng sẽ được ghi vào điểm danh đúng như bảng dưới đây.`,
    en: (rows: number) => `${many(rows, 'row')} will be recorded in the attendance exactly as below.`,
  },
  refusedNext: {
    vi: (rows: number) => `${rows} dòng không ghi được sẽ bị bỏ qua; có thể sửa tệp rồi gửi lại.`,
    en: (rows: number) => `${many(rows, 'row is', 'rows are')} left out; you may correct the file and send it again.`,
  },
  nothingToApply: {
    vi: 'Tệp này không làm thay đổi điểm danh.',
    en: 'This file changes nothing.',
  },
  nothingReadable: {
    vi: 'Chưa có dòng nào ghi được. Hãy sửa các dòng dưới đây trong tệp rồi gửi lại.',
    en: 'No row could be accepted. Correct the rows below in the file and send it again.',
  },
  goesOut: { vi: 'ra về', en: 'went out' },
  signTitle: { vi: 'Danh sách ký điểm danh', en: 'List to sign' },
  signIn: { vi: 'Ký vào', en: 'Signed in' },
  signOut: { vi: 'Ký ra', en: 'Signed out' },
  note: { vi: 'Ghi chú', en: 'Note' },
  number: { vi: 'TT', en: 'No.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  printHow: {
    vi: 'Dùng lệnh in của trình duyệt. Sau buổi học, nhập lại ở trang Điểm danh (đánh dấu “Chép lại từ danh sách giấy”) hoặc bằng tệp Excel.',
    en: 'Print it from the browser. After the half-day enter it on the attendance page (tick “Copied from the paper list”) or by the Excel file.',
  },
  signature: { vi: 'Chủ nhiệm lớp (ký, ghi rõ họ tên)', en: 'Class manager (signature and name)' },
});

export const attendanceSheetActions = declareActions('attendance', {
  sheet_tried: { vi: 'đã xem thử tệp điểm danh', en: 'tried a file of attendance' },
  workbook_taken: { vi: 'đã tải tệp điểm danh của lớp', en: 'downloaded the attendance of the class' },
});
