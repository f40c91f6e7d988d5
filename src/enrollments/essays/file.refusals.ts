import type { Bilingual } from '../../platform/messages/words';
import { InvalidInput } from '../../platform/problems/refusals';

const wrongFile = (code: string, message: Bilingual) => InvalidInput.field('file', code, message);

const saveAs = {
  vi: 'Hãy mở bài trên máy, chọn “Lưu thành” dạng PDF hoặc Word (.docx) rồi gửi lại; hoặc dán nội dung vào ô bên trên.',
  en: 'Open it, save it as PDF or Word (.docx) and send that; or paste the text into the box.',
};

export const essayFileIsEmpty = (name: string) =>
  wrongFile('empty_file', {
    vi: `Tệp “${name}” không có nội dung. ${saveAs.vi}`,
    en: `“${name}” is empty. ${saveAs.en}`,
  });

export const essayFileOfOtherKind = (name: string) =>
  wrongFile('neither_pdf_nor_docx', {
    vi: `Tệp “${name}” không phải PDF hay Word (.docx) nên không được nhận. ${saveAs.vi}`,
    en: `“${name}” is neither a PDF nor a Word document (.docx), so it was not accepted. ${saveAs.en}`,
  });

export const essayFileOfOldWord = (name: string) =>
  wrongFile('old_word', {
    vi: `Tệp “${name}” thuộc dạng Word cũ (.doc) hoặc có đặt mật khẩu nên không được nhận. ${saveAs.vi}`,
    en: `“${name}” is an old Word file (.doc), or has a password, so it was not accepted. ${saveAs.en}`,
  });

export const essayFileLocked = (name: string) =>
  wrongFile('password_protected', {
    vi: `Tệp “${name}” có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.`,
    en: `“${name}” has a password and cannot be read. Remove it and send the file again.`,
  });

export const essayFileDamaged = (name: string) =>
  wrongFile('damaged', {
    vi: `Tệp “${name}” bị hỏng hoặc chưa tải lên đủ. Hãy thử mở tệp trên máy: nếu mở được thì lưu lại rồi gửi lại; nếu không, hãy dán nội dung vào ô bên trên.`,
    en: `“${name}” is damaged or did not arrive whole. Try to open it: if it opens, save it again and send that; if not, paste the text into the box.`,
  });

export const essayFileHasMacros = (name: string) =>
  wrongFile('has_macros', {
    vi: `Tệp “${name}” có chứa macro (chương trình) nên không được nhận. Hãy lưu lại dạng Word thường (.docx, không macro) hoặc PDF rồi gửi lại.`,
    en: `“${name}” contains macros (a program) and was not accepted. Save it as plain Word (.docx, without macros) or PDF and send that.`,
  });

export const essayFileExpandsTooFar = (name: string) =>
  wrongFile('expands_too_far', {
    vi: `Tệp “${name}” khi giải nén quá lớn nên không được nhận. Hãy giảm dung lượng hình ảnh trong bài, hoặc lưu thành PDF, rồi gửi lại.`,
    en: `“${name}” unpacks to too much and was not accepted. Make its pictures smaller, or save it as PDF, and send again.`,
  });

export const essayFileTooLarge = (megabytes: number) =>
  wrongFile('too_large', {
    vi: `Tệp lớn hơn ${megabytes} MB nên không được nhận. Hãy giảm dung lượng hình ảnh trong bài, hoặc lưu thành PDF, rồi chọn lại tệp.`,
    en: `The file is larger than ${megabytes} MB and was not accepted. Make its pictures smaller, or save it as PDF, and choose the file again.`,
  });

export const essayIsEmpty = () =>
  InvalidInput.field('body', 'required', {
    vi: 'Chưa có bài: hãy chọn tệp PDF hoặc Word, hoặc viết nội dung vào ô này.',
    en: 'There is no essay yet: choose a PDF or Word file, or write the text here.',
  });
