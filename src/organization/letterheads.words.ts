import { declareActions } from '../platform/journal/actions';
import type { SignedPaper } from './signatures';
import { words } from '../platform/messages/words';

export const letterheadWords = words({
  help: {
    vi: 'In trên mọi danh sách, bảng điểm, quyết định của Khối từ nay về sau; văn bản đã in giữ nguyên. Hãy in thử trước khi lưu.',
    en: 'Printed on every paper of the Bloc from now on; papers already printed stay as they are. Print a trial before you save.',
  },
  helpToSign: {
    vi: 'Ghi đúng từng dòng như trên giấy. Để trống dòng đầu thì ký như phần đầu văn bản.',
    en: 'Line by line as on paper. Leave the first empty to have it signed as the letterhead says.',
  },
  title: { vi: 'Phần đầu văn bản và người ký', en: 'Letterhead and signatory' },
  back: { vi: 'Văn phòng của Khối', en: 'This office' },
  superior: { vi: 'Cấp ủy cấp trên', en: 'The committee above' },
  superiorHint: {
    vi: 'Viết hoa, ví dụ: THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH.',
    en: 'In capitals, for example THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH.',
  },
  body: { vi: 'Cấp ủy ban hành văn bản', en: 'The committee itself' },
  bodyHint: { vi: 'Viết hoa, tên đầy đủ của Khối.', en: 'In capitals, the full name of the Bloc.' },
  place: { vi: 'Địa danh', en: 'Place' },
  placeHint: { vi: 'Đứng trước ngày tháng, ví dụ: Thành phố Hồ Chí Minh.', en: 'Printed before the date.' },
  signerCapacity: { vi: 'Chức vụ người ký', en: 'Position of the signatory' },
  signerCapacityHint: { vi: 'Ví dụ: T/M BAN THƯỜNG VỤ – BÍ THƯ.', en: 'For example T/M BAN THƯỜNG VỤ – BÍ THƯ.' },
  signerName: { vi: 'Họ và tên người ký', en: 'Name of the signatory' },
  signerNameHint: {
    vi: 'Để trống thì văn bản chừa chỗ ghi tên.',
    en: 'If empty, the paper leaves space for the name.',
  },
  nonMembers: { vi: 'Gọi người chưa vào Đảng', en: 'Form of address for people outside the Party' },
  nonMembersHint: {
    vi: 'Trong thư, trên trang của họ và trên giấy chứng nhận. Đảng viên dự bị, chính thức gọi là đồng chí.',
    en: 'In mails, on their pages and on certificates, in Vietnamese. Members are “đồng chí”.',
  },
  signatures: { vi: 'Người ký theo loại văn bản', en: 'Signatory by kind of paper' },
  paper: { vi: 'Loại văn bản', en: 'Papers' },
  signedBy: { vi: 'Người ký', en: 'Signed by' },
  asOnLetterhead: { vi: 'Như trên', en: 'As above' },
  change: { vi: 'Sửa', en: 'Change' },
  onBehalf: { vi: 'Thay mặt, thừa lệnh', en: 'On behalf of' },
  onBehalfHint: {
    vi: 'Ví dụ: T/M BAN THƯỜNG VỤ, T/L BAN THƯỜNG VỤ.',
    en: 'For example T/M BAN THƯỜNG VỤ, T/L BAN THƯỜNG VỤ.',
  },
  inPlaceOf: { vi: 'Ký thay', en: 'In place of' },
  inPlaceOfHint: { vi: 'Ví dụ: K/T BÍ THƯ. Không ký thay thì để trống.', en: 'For example K/T BÍ THƯ; or empty.' },
  signerTitle: { vi: 'Chức danh', en: 'Office' },
  signerTitleHint: { vi: 'Ví dụ: PHÓ BÍ THƯ, CHÁNH VĂN PHÒNG.', en: 'For example PHÓ BÍ THƯ.' },
  signatureSaved: { vi: 'Đã lưu người ký.', en: 'The signatory is saved.' },
  preview: { vi: 'Xem thử', en: 'Preview' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu phần đầu văn bản.', en: 'The letterhead is saved.' },
  shown: { vi: 'Trên giấy sẽ như sau', en: 'On paper' },
  notSavedYet: {
    vi: 'Đây là bản xem thử, chưa lưu. Bấm “Lưu” để dùng.',
    en: 'This is a preview and is not saved yet. Press “Save” to use it.',
  },
});

export const signedPaperWords = words({
  decision: { vi: 'Quyết định mở lớp, tổng kết', en: 'Decisions' },
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  list: { vi: 'Danh sách, bảng điểm', en: 'Lists and sheets' },
  record: { vi: 'Bản xác nhận quá trình đào tạo', en: 'Extracts of a training record' },
} satisfies Record<SignedPaper, { vi: string; en: string }>);

export const letterheadActions = declareActions('units', {
  signature_changed: { vi: 'đã sửa người ký văn bản', en: 'changed who signs papers' },
  letterhead_changed: { vi: 'đã sửa phần đầu văn bản', en: 'changed the letterhead' },
});
