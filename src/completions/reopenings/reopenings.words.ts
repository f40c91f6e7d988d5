import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const reopeningWords = words({
  help: {
    vi: 'Mở lại lớp đã bế giảng để sửa điểm danh hoặc điểm, theo quyết định. Giấy chứng nhận đã cấp giữ nguyên đến khi bế giảng lại.',
    en: 'Reopen a closed class by decision, to correct attendance or marks. Certificates stay as they are until it is closed again.',
  },
  title: { vi: (name: string) => `Mở lại lớp – ${name}`, en: (name: string) => `Reopen – ${name}` },
  heading: { vi: 'Mở lại lớp kết thúc nhầm', en: 'Reopen a class closed by mistake' },
  backToResults: { vi: 'Kết quả lớp', en: 'Results' },
  whatHappens: { vi: 'Khi mở lại lớp', en: 'What reopening does' },
  unlocks: {
    vi: 'Danh sách, lịch học, điểm danh, điểm và bài thu hoạch sửa được như trước khi kết thúc lớp.',
    en: 'Roster, timetable, attendance, marks and essays can be changed as before the class was closed.',
  },
  results: {
    vi: (count: number) => `${count} kết quả đã ghi không còn hiệu lực; lớp phải được kết thúc lại để xét.`,
    en: (count: number) =>
      `${many(count, 'recorded result counts', 'recorded results count')} no more; everybody is judged when the class is closed again.`,
  },
  certificates: {
    vi: (count: number) =>
      `${count} giấy chứng nhận bị thu hồi. Số đã cấp ở lại trong sổ và không dùng lại; ai hoàn thành khi kết thúc lại được cấp số mới.`,
    en: (count: number) =>
      `${many(count, 'certificate is', 'certificates are')} revoked. Numbers stay in the register and are never used again; people who complete at the next closing receive a new one.`,
  },
  records: {
    vi: 'Dòng đã ghi vào quá trình đào tạo được rút lại bằng dòng mới; trình độ lý luận chính trị trở về như trước lớp này.',
    en: 'Lines of the training record are withdrawn by new lines; theory levels fall back to what is left.',
  },
  diplomas: {
    vi: (count: number) => `${count} bằng trường đã cấp vẫn giữ nguyên.`,
    en: (count: number) => `${many(count, 'diploma')} the school has issued ${count === 1 ? 'stays' : 'stay'}.`,
  },
  amended: {
    vi: (count: number) =>
      `${count} kết quả đã điều chỉnh theo quyết định: nội dung các quyết định đó vẫn được tính khi kết thúc lại.`,
    en: (count: number) =>
      `${many(count, 'result was', 'results were')} amended by decision: what is said there goes on counting at the next closing.`,
  },
  gradesCorrected: {
    vi: (count: number) =>
      `${count} giấy có xếp loại đã đính chính theo quyết định: xếp loại đó không theo sang giấy mới, phải đính chính lại sau khi kết thúc lại.`,
    en: (count: number) =>
      `${many(count, 'certificate has', 'certificates have')} a grade corrected by decision: it does not come along to the new one and has to be corrected there again.`,
  },
  free: {
    vi: 'Chưa giấy nào được in, tải về hay báo cho người học, nên văn phòng tự mở lại được, chỉ cần ghi lý do.',
    en: 'No certificate was printed, downloaded or told of, so the office may reopen it with a reason alone.',
  },
  needsDecision: {
    vi: (handedOut: number, told: number) =>
      `${handedOut} giấy đã in hoặc tải về, ${told} người đã được báo số giấy: mở lại lớp cần quyết định. Những người này và đơn vị được báo.`,
    en: (handedOut: number, told: number) =>
      `Certificates printed or downloaded: ${handedOut}; people told of theirs: ${told}. Reopening takes a decision, and they and their units are told.`,
  },
  reason: { vi: 'Lý do mở lại lớp', en: 'Why the class is reopened' },
  reasonHint: {
    vi: 'Được ghi vào sổ cấp giấy, quá trình đào tạo và nhật ký; người học đọc được.',
    en: 'Kept in the register, the training record and the journal; learners can read it.',
  },
  decision: { vi: 'Số quyết định', en: 'Number of the decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  authority: { vi: 'Cơ quan quyết định', en: 'Who decided' },
  reopen: { vi: 'Mở lại lớp', en: 'Reopen the class' },
  keep: { vi: 'Không mở lại', en: 'Leave it closed' },
  done: {
    vi: 'Đã mở lại lớp. Khi sửa xong, hãy kết thúc lớp lần nữa.',
    en: 'The class is open again. Close it again when the corrections are done.',
  },
  notClosed: {
    vi: 'Lớp đang mở nên không có gì để mở lại.',
    en: 'The class is open, so there is nothing to reopen.',
  },
  notClosedNext: {
    vi: 'Trang này chỉ dùng cho lớp đã kết thúc.',
    en: 'This page is for classes that are closed.',
  },
  before: { vi: 'Các lần mở lại', en: 'Reopened before' },
  byDecision: {
    vi: (decision: string, day: string, authority: string) => `Quyết định ${decision} ngày ${day} của ${authority}`,
    en: (decision: string, day: string, authority: string) => `Decision ${decision} of ${day}, ${authority}`,
  },
  byOffice: {
    vi: 'Văn phòng mở lại khi chưa giấy nào trao đi',
    en: 'By the office, before any certificate was handed out',
  },
  byService: { vi: 'Hệ thống', en: 'The service' },
});
