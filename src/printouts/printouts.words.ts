import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';
import type { AttendanceFilling, Sheet } from './sheets';

type Labels<V extends string> = Record<V, { vi: string; en: string }>;

export const sheetWords = words({
  seats: { vi: 'Bảng phân bổ chỉ tiêu', en: 'Seats and allocation' },
  nominations: { vi: 'Danh sách cử đi học và kết quả xét', en: 'Nominations with verdicts' },
  invitation: { vi: 'Giấy mời dự khai giảng', en: 'Invitation to the opening' },
  'study-report': { vi: 'Báo cáo kết quả học tập, quán triệt', en: 'Report of the study' },
  'opening-decision': { vi: 'Quyết định mở lớp, danh sách triệu tập', en: 'Opening decision and summons list' },
  roster: { vi: 'Danh sách học viên', en: 'Class roster' },
  attendance: { vi: 'Bảng điểm danh', en: 'Attendance sheet' },
  marks: { vi: 'Bảng điểm tổng hợp', en: 'Summary of marks' },
  'summary-decision': { vi: 'Quyết định công nhận kết quả', en: 'Decision on the results' },
} satisfies Labels<Sheet>);

export const sheetHints = words({
  seats: {
    vi: 'Chỉ tiêu của từng đơn vị, đã cử, còn trống và dự phòng.',
    en: 'The seats of each unit, taken and free, and its reserves.',
  },
  nominations: {
    vi: 'Những người đơn vị đã gửi, công văn, điều kiện dự học và kết quả xét của từng người.',
    en: 'Everybody units sent, by which letter, what the rules say of them and where each stands.',
  },
  invitation: {
    vi: 'Giờ và nơi khai giảng lấy từ lịch học. Mỗi khách một trang.',
    en: 'Time and place are those of the first half-day. A page for each guest.',
  },
  'study-report': {
    vi: 'Nội dung, điểm cầu, tỷ lệ đảng viên dự của từng đơn vị, đơn vị chưa học.',
    en: 'Documents, sites, the participation of each unit, and who has not done it.',
  },
  'opening-decision': {
    vi: 'Quyết định và danh sách kèm theo. Chọn một đơn vị thì chỉ in trích danh sách của đơn vị đó.',
    en: 'The decision and the list that goes with it. With a unit chosen, only the extract of the list is printed.',
  },
  roster: {
    vi: 'Họ tên, ngày sinh, chức vụ, đơn vị của từng học viên.',
    en: 'Name, birth date, position and unit of everybody in the class.',
  },
  attendance: {
    vi: 'Để trống cho học viên ký, hoặc in kết quả đã điểm danh. Nhiều buổi thì mỗi trang có tối đa 10 buổi (ký vào, ký ra: 5 buổi).',
    en: 'Blank to be signed, or with what is recorded. A page has room for 10 half-days (signed coming and leaving: 5).',
  },
  marks: {
    vi: 'Điểm từng học phần, điểm trung bình và xếp loại.',
    en: 'The mark of each module, the average and the grade.',
  },
  'summary-decision': {
    vi: 'In được sau khi lớp đã kết thúc: quyết định, danh sách hoàn thành với số giấy chứng nhận, danh sách chưa hoàn thành. Chọn một đơn vị thì chỉ in trích danh sách.',
    en: 'Once the class is closed: the decision, who completed with their certificate numbers, and who did not. With a unit chosen, only the extract of the list is printed.',
  },
} satisfies Labels<Sheet>);

export const fillingWords = words({
  sign_once: { vi: 'Để trống, mỗi buổi ký một lần', en: 'Blank, signed once a half-day' },
  sign_in_and_out: { vi: 'Để trống, ký vào và ký ra', en: 'Blank, signed coming and leaving' },
  recorded: { vi: 'Kết quả đã điểm danh', en: 'As recorded' },
} satisfies Labels<AttendanceFilling>);

export const printoutWords = words({
  help: {
    vi: 'Các danh sách, quyết định, bảng điểm của lớp để in và ký. Chọn văn bản, chọn PDF, Excel hoặc Word.',
    en: 'The lists, decisions and sheets of the class, to print and sign. Choose the paper, then PDF, Excel or Word.',
  },
  eachGroup: { vi: 'Tất cả các tổ, mỗi tổ một trang', en: 'Every group, on a page of its own' },
  ungrouped: { vi: 'Chưa xếp tổ', en: 'In no group yet' },
  title: { vi: (code: string) => `In ấn ${code}`, en: (code: string) => `Print ${code}` },
  intro: {
    vi: 'Các văn bản của lớp với phần đầu văn bản của Khối, xếp theo đơn vị rồi theo tên. PDF để in và ký; Excel để tính toán, sắp xếp; Word để soạn tiếp.',
    en: 'The official papers of the class under the letterhead of the Bloc, by unit and then by given name. They are in Vietnamese. PDF to print and sign; Excel to count and sort; Word to go on writing.',
  },
  letterhead: { vi: 'Sửa phần đầu văn bản', en: 'Change the letterhead' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  from: { vi: 'Từ buổi', en: 'From half-day' },
  to: { vi: 'Đến buổi', en: 'To half-day' },
  firstHalfDay: { vi: 'Buổi đầu tiên', en: 'The first' },
  lastHalfDay: { vi: 'Buổi cuối cùng', en: 'The last' },
  halfDay: {
    vi: (number: number, title: string) => `${number}. ${title}`,
    en: (number: number, title: string) => `${number}. ${title}`,
  },
  filling: { vi: 'Nội dung bảng', en: 'What is in it' },
  number: { vi: 'Số văn bản', en: 'Number of the paper' },
  numberHint: {
    vi: 'Ví dụ: 25-QĐ/ĐUK. Chưa có thì để trống, văn bản chừa chỗ ghi số.',
    en: 'For example 25-QĐ/ĐUK. Without one the paper leaves room for it.',
  },
  day: { vi: 'Ngày ghi trên văn bản', en: 'Day on the paper' },
  dayHint: {
    vi: 'Để trống: ngày đã ra quyết định; chưa có thì là hôm nay.',
    en: 'Left empty: the day it was decided; today when it is not decided yet.',
  },
  guests: { vi: 'Người được mời', en: 'Guests' },
  guestsHint: {
    vi: 'Mỗi dòng một người, ví dụ: đồng chí Lê Văn A, Bí thư Đảng ủy Tập đoàn. Để trống thì chừa chỗ ghi tay.',
    en: 'One a line, with what they are. Left empty, the paper has room for a name.',
  },
  grounds: { vi: 'Căn cứ khác', en: 'Further grounds' },
  groundsHint: { vi: 'Mỗi dòng một căn cứ, ghi sau các căn cứ chung.', en: 'One a line, after the usual ones.' },
  pdf: { vi: 'Tải PDF', en: 'Download PDF' },
  xlsx: { vi: 'Tải Excel', en: 'Download Excel' },
  docx: { vi: 'Tải Word', en: 'Download Word' },
});

export const printoutActions = declareActions('printouts', {
  printed: { vi: 'đã in văn bản của lớp', en: 'printed a paper of the class' },
});
