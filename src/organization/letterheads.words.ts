import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const letterheadWords = words({
  title: { vi: 'Phần đầu văn bản và người ký', en: 'Letterhead and signatory' },
  intro: {
    vi: 'In trên mọi danh sách, bảng điểm, quyết định của Khối từ nay về sau. Văn bản đã in giữ nguyên.',
    en: 'Stands on every list, sheet and decision the Bloc prints from now on; papers already printed stay as they are. Official papers are in Vietnamese.',
  },
  back: { vi: 'Văn phòng của Khối', en: 'This office' },
  superior: { vi: 'Cấp ủy cấp trên', en: 'The committee above' },
  superiorHint: {
    vi: 'Viết hoa, ví dụ: THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH.',
    en: 'In capitals, for example THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH.',
  },
  body: { vi: 'Cấp ủy ban hành văn bản', en: 'The committee itself' },
  bodyHint: { vi: 'Viết hoa, tên đầy đủ của Khối.', en: 'In capitals, the full name of the Bloc.' },
  place: { vi: 'Địa danh', en: 'Place' },
  placeHint: { vi: 'Đứng trước ngày tháng, ví dụ: Thành phố Hồ Chí Minh.', en: 'Stands before the date.' },
  signerCapacity: { vi: 'Chức vụ người ký', en: 'Capacity of who signs' },
  signerCapacityHint: { vi: 'Ví dụ: TM. Ban Thường vụ – Bí thư.', en: 'For example TM. Ban Thường vụ – Bí thư.' },
  signerName: { vi: 'Họ và tên người ký', en: 'Name of who signs' },
  signerNameHint: { vi: 'Để trống thì văn bản chừa chỗ ghi tên.', en: 'Left empty, the paper has room for it.' },
  preview: { vi: 'Xem thử', en: 'Preview' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu phần đầu văn bản.', en: 'The letterhead is saved.' },
  shown: { vi: 'Trên giấy sẽ như sau', en: 'On paper' },
  notSavedYet: {
    vi: 'Đây là bản xem thử, chưa lưu. Bấm “Lưu” để dùng.',
    en: 'This is a preview and is not saved yet. Press “Save” to use it.',
  },
});

export const letterheadActions = declareActions('units', {
  letterhead_changed: { vi: 'đã sửa phần đầu văn bản', en: 'changed the letterhead' },
});
