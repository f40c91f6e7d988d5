import type { Bilingual } from '../platform/messages/words';
import { InvalidInput } from '../platform/problems/refusals';

const wrongFile = (code: string, message: Bilingual) => InvalidInput.field('file', code, message);

const scanAgain = {
  vi: 'Hãy chụp hoặc quét lại bản giấy thành PDF, JPEG hay PNG rồi chọn tệp đó.',
  en: 'Scan or photograph the paper again as PDF, JPEG or PNG and choose that file.',
};

export const noScan = () =>
  wrongFile('required', {
    vi: 'Chưa có tệp nào được chọn. Hãy chọn bản chụp PDF, JPEG hoặc PNG rồi gửi lại.',
    en: 'No file was chosen. Choose the scan (PDF, JPEG or PNG) and send again.',
  });

export const scanIsEmpty = (name: string) =>
  wrongFile('empty_file', {
    vi: `Tệp “${name}” không có nội dung. ${scanAgain.vi}`,
    en: `“${name}” is empty. ${scanAgain.en}`,
  });

export const scanOfOtherKind = (name: string) =>
  wrongFile('no_scan', {
    vi: `Tệp “${name}” không phải PDF, JPEG hay PNG nên không được nhận. ${scanAgain.vi}`,
    en: `“${name}” is neither PDF, JPEG nor PNG, so it was not accepted. ${scanAgain.en}`,
  });

export const scanLocked = (name: string) =>
  wrongFile('password_protected', {
    vi: `Tệp “${name}” có mã hóa hoặc đặt mật khẩu nên không được nhận. Hãy lưu lại không mật khẩu rồi chọn lại tệp.`,
    en: `“${name}” is encrypted or has a password, so it was not accepted. Save it without and choose it again.`,
  });

export const scanDamaged = (name: string) =>
  wrongFile('damaged', {
    vi: `Tệp “${name}” bị hỏng hoặc chưa tải lên đủ nên không được nhận. ${scanAgain.vi}`,
    en: `“${name}” is damaged or did not arrive whole, so it was not accepted. ${scanAgain.en}`,
  });

export const scanHasActions = (name: string) =>
  wrongFile('has_actions', {
    vi: `Tệp “${name}” có chứa mã chạy tự động, tệp đính kèm hoặc lệnh mở chương trình nên không được nhận. ${scanAgain.vi}`,
    en: `“${name}” contains a script, an attached file or an action that starts something, so it was not accepted. ${scanAgain.en}`,
  });

export const scanIsTwoFiles = (name: string) =>
  wrongFile('two_files', {
    vi: `Tệp “${name}” có dữ liệu của một tệp khác nối phía sau nên không được nhận. ${scanAgain.vi}`,
    en: `“${name}” has another file behind its end, so it was not accepted. ${scanAgain.en}`,
  });

export const scanNotLookedInto = (name: string) =>
  wrongFile('not_looked_into', {
    vi: `Tệp “${name}” được nén theo cách không kiểm tra được nên không được nhận. ${scanAgain.vi}`,
    en: `“${name}” is packed in a way that cannot be looked into, so it was not accepted. ${scanAgain.en}`,
  });

export const scanOfTooManyPages = (name: string, pages: number, most: number) =>
  wrongFile('too_many_pages', {
    vi: `Tệp “${name}” có ${pages} trang; chỉ nhận đến ${most} trang. Hãy chỉ chụp công văn hoặc quyết định, không kèm hồ sơ.`,
    en: `“${name}” has ${pages} pages, of at most ${most}. Scan the letter or decision alone, without files about people.`,
  });

export const scanTooLarge = (megabytes: number) =>
  wrongFile('too_large', {
    vi: `Tệp lớn hơn ${megabytes} MB nên không được nhận. Hãy quét lại ở độ phân giải thấp hơn (200–300 dpi là đủ) rồi chọn lại tệp.`,
    en: `The file is larger than ${megabytes} MB and was not accepted. Scan at a lower resolution (200–300 dpi will do) and choose it again.`,
  });

/** A sheet A3 at 600 dots an inch, and no picture that takes a reader's machine its memory to open. */
const mostPixels = 100_000_000;
const longestSide = 30_000;

/** @throws InvalidInput of the field `file` */
export function assertSize(name: string, width: number, height: number): void {
  if (width === 0 || height === 0) throw scanDamaged(name);
  if (width <= longestSide && height <= longestSide && width * height <= mostPixels) return;
  throw wrongFile('too_many_dots', {
    vi: `Ảnh “${name}” có ${width} × ${height} điểm, quá lớn nên không được nhận. Hãy quét lại ở độ phân giải thấp hơn (200–300 dpi là đủ).`,
    en: `The picture “${name}” has ${width} × ${height} dots, too many, so it was not accepted. Scan at a lower resolution (200–300 dpi will do).`,
  });
}
