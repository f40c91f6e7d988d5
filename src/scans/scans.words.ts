import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const scanActions = declareActions('scans', {
  kept: { vi: 'đã tải lên bản chụp công văn, quyết định', en: 'uploaded a scan of a letter or decision' },
  read: { vi: 'đã mở bản chụp công văn, quyết định', en: 'opened a scan of a letter or decision' },
  removed: { vi: 'đã xóa bản chụp vừa tải lên', en: 'removed a scan just uploaded' },
  superseded: { vi: 'đã thay bản chụp công văn, quyết định', en: 'superseded a scan of a letter or decision' },
});

export const paperKindWords = words({
  unit_letter: { vi: 'Công văn của đơn vị', en: 'The unit’s letter' },
  group_letter: { vi: 'Công văn của Tập đoàn', en: 'The Group’s letter' },
  opening_decision: { vi: 'Quyết định mở lớp', en: 'Opening decision' },
  admission_override: { vi: 'Quyết định cho học ngoại lệ', en: 'Decision on an exception' },
  deferral: { vi: 'Quyết định bảo lưu', en: 'Decision on a deferral' },
  exam_permission: { vi: 'Quyết định cho dự thi', en: 'Decision to let sit an examination' },
  completion_decision: { vi: 'Quyết định công nhận hoàn thành', en: 'Decision that somebody completes' },
  completion_amendment: { vi: 'Quyết định sửa kết quả', en: 'Decision that amends a result' },
  class_reopening: { vi: 'Quyết định mở lại lớp', en: 'Decision that reopens a class' },
  roll_correction: { vi: 'Quyết định sửa danh sách đã chốt', en: 'Decision that corrects a frozen roll' },
});

export const scanWords = words({
  help: {
    vi: 'Bản chụp công văn hoặc quyết định, gửi lên dưới dạng PDF hay ảnh. Bản gửi sau không xóa bản trước.',
    en: 'Scans of one letter or decision, as PDF or pictures. A later one does not remove an earlier one.',
  },
  title: { vi: (number: string) => `Bản chụp văn bản số ${number}`, en: (number: string) => `Scans of ${number}` },
  back: { vi: 'Trở lại nơi ghi văn bản', en: 'Where it is recorded' },
  kind: { vi: 'Loại', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  date: { vi: 'Ngày', en: 'Date' },
  noDate: { vi: 'Không ghi ngày', en: 'No date recorded' },
  authority: { vi: 'Cơ quan ban hành', en: 'Authority' },
  about: { vi: 'Của, về', en: 'Of, about' },

  scans: { vi: 'Bản chụp đang dùng', en: 'Scans that stand' },
  none: { vi: 'Chưa có bản chụp', en: 'No scan yet' },
  noneNext: {
    vi: 'Tải bản chụp có chữ ký, dấu của công văn hoặc quyết định này.',
    en: 'Upload a scan of this letter or decision, signed and sealed.',
  },
  noneForReaders: { vi: 'Bản chụp hiện ra ở đây khi được tải lên.', en: 'Scans appear here once uploaded.' },
  superseded: { vi: 'Bản chụp đã thay', en: 'Superseded scans' },
  file: { vi: 'Tệp', en: 'File' },
  size: { vi: 'Dung lượng', en: 'Size' },
  sizeOf: {
    vi: (pages: number, kilobytes: string) => `${pages} trang, ${kilobytes} KB`,
    en: (pages: number, kilobytes: string) => `${many(pages, 'page')}, ${kilobytes} KB`,
  },
  kept: { vi: 'Tải lên', en: 'Uploaded' },
  keptBy: { vi: (at: string, who: string) => `${at}, ${who}`, en: (at: string, who: string) => `${at}, ${who}` },
  because: { vi: 'Lý do thay', en: 'Why it was superseded' },
  becauseAt: {
    vi: (reason: string, at: string) => `${reason} (${at})`,
    en: (reason: string, at: string) => `${reason} (${at})`,
  },
  actions: { vi: 'Việc', en: 'Actions' },

  add: { vi: 'Tải bản chụp', en: 'Upload a scan' },
  doAdd: { vi: 'Tải lên', en: 'Upload' },
  chosen: { vi: 'Bản chụp (PDF, JPEG, PNG)', en: 'Scan (PDF, JPEG, PNG)' },
  chosenLater: { vi: 'Không bắt buộc, tải lên sau cũng được.', en: 'Optional; it may be uploaded later.' },
  chosenWhat: {
    vi: 'Chỉ chụp chính văn bản này, không kèm lý lịch, căn cước hay hồ sơ.',
    en: 'Of this paper alone, without dossiers, identity cards or other files about people.',
  },
  added: { vi: 'Đã tải bản chụp lên.', en: 'The scan is kept.' },
  remove: { vi: 'Xóa', en: 'Remove' },
  removeConfirm: {
    vi: 'Bản chụp vừa tải lên được xóa hẳn. Chỉ xóa được khi văn bản chưa được xét và chưa ai khác mở bản chụp.',
    en: 'The scan is removed for good. That is possible while nothing was decided upon it and nobody else opened it.',
  },
  removed: { vi: 'Đã xóa bản chụp.', en: 'The scan is removed.' },
  supersede: { vi: 'Thay bản chụp', en: 'Supersede' },
  supersedeConfirm: {
    vi: 'Bản chụp này thôi được dùng; văn phòng đào tạo vẫn xem lại được. Sau đó hãy tải bản đúng lên.',
    en: 'This scan stands no longer; the training office can still read it. Upload the right one afterwards.',
  },
  supersededDone: { vi: 'Đã thay. Hãy tải bản đúng lên.', en: 'Superseded. Upload the right one now.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Ví dụ: chụp nhầm văn bản, thiếu trang', en: 'For example: another paper, a page is missing' },

  has: { vi: (count: number) => `Bản chụp (${count})`, en: (count: number) => `Scan (${count})` },
  open: { vi: 'Bản chụp', en: 'Scan' },
  hasNone: { vi: 'Chưa có bản chụp', en: 'No scan' },
});
