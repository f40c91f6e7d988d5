import { words } from '../platform/messages/words';

export const officePageWords = words({
  help: {
    vi: 'Những gì in trên văn bản và dùng chung cho mọi lớp. Mục nào chưa đúng thì mở để sửa.',
    en: 'What is printed on papers and shared by all classes. Open any part that is not correct to change it.',
  },
  title: { vi: 'Văn phòng của Khối', en: 'This office' },
  names: { vi: 'Tên và địa chỉ', en: 'Names and address' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  letterhead: { vi: 'Phần đầu văn bản và người ký', en: 'Letterhead and signatory' },
  superior: { vi: 'Cấp ủy cấp trên', en: 'The committee above' },
  body: { vi: 'Cấp ủy ban hành văn bản', en: 'The committee itself' },
  place: { vi: 'Địa danh', en: 'Place' },
  capacity: { vi: 'Chức vụ người ký', en: 'Position of the signatory' },
  signer: { vi: 'Người ký', en: 'Signatory' },
  times: { vi: 'Giờ của các buổi học', en: 'Times of half-days' },
  change: { vi: 'Sửa', en: 'Change' },
  steps: { vi: 'Những bước đầu', en: 'First steps' },
});
