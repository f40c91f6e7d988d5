import type { Bilingual } from '../messages/words';
import { beginning } from '../names';
import { type Cell, cellText, type NoDay, type NoValue } from './cells';
import type { Column } from './header';

export const noDays: Readonly<Record<NoDay, Bilingual>> = {
  no_such_day: { vi: 'không phải là một ngày có thật', en: 'is not a day of the calendar' },
  month_first: { vi: 'chỉ là một ngày nếu tháng đứng trước', en: 'is a day only with the month first' },
  month_only: { vi: 'mới có tháng và năm', en: 'gives only month and year' },
  short_year: {
    vi: 'ghi năm hai chữ số nên không rõ thế kỷ',
    en: 'has a year of two digits, which leaves the century open',
  },
  day_number: {
    vi: 'là số thứ tự ngày của Excel, ô đã mất định dạng ngày',
    en: 'is a day number of Excel: the cell lost its date format',
  },
  unclear: { vi: 'không rõ là ngày nào', en: 'does not say which day' },
};

export function whyNoValue(address: string, { label }: Column, { noValue, text }: NoValue): Bilingual {
  const of = shortened(label);
  if (noValue === 'sign')
    return {
      vi: `Ô ${address} (${of}) là ký hiệu vẽ bằng phông chữ: ${text}, không rõ nghĩa. Hãy gõ “x” hoặc giá trị bằng chữ thường rồi gửi lại tệp.`,
      en: `Cell ${address} (${of}) is a sign drawn by its font: ${text}, whose meaning is not known. Type “x” or the value in a plain font and send the file again.`,
    };
  if (noValue === 'old_font')
    return {
      vi: `Ô ${address} (${of}) gõ bằng phông chữ cũ nên không rõ là chữ nào: ${text}. Hãy gõ lại ô bằng phông Unicode (như Times New Roman) rồi gửi lại tệp.`,
      en: `Cell ${address} (${of}) is in a font of before Unicode, and it is not clear which of two it says: ${text}. Type it anew in a Unicode font (such as Times New Roman) and send the file again.`,
    };
  if (noValue === 'ditto')
    return {
      vi: `Ô ${address} (${of}) ghi “${text}” (như trên) nhưng không rõ là như ô nào. Hãy ghi rõ giá trị vào ô rồi gửi lại tệp.`,
      en: `Cell ${address} (${of}) says “${text}” (as above), and it is not clear as which cell. Write the value itself into the cell and send the file again.`,
    };
  return noValue === 'error'
    ? {
        vi: `Ô ${address} (${of}) mang giá trị lỗi ${text}, không phải dữ liệu. Hãy sửa công thức hoặc gõ giá trị đúng vào ô rồi gửi lại tệp.`,
        en: `Cell ${address} (${of}) holds the error ${text}, which is no value. Correct the formula or type the value into the cell, and send the file again.`,
      }
    : {
        vi: `Ô ${address} (${of}) là công thức chưa được tính nên không có giá trị. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi gửi, hoặc gõ giá trị vào ô.`,
        en: `Cell ${address} (${of}) is a formula that was never calculated. Open the file in Excel or LibreOffice, save it and send it again, or type the value into the cell.`,
      };
}

export function labelled(column: Column, cell: Cell): string {
  return `${column.label}: ${cellText(cell)}`;
}

export function shortened(text: string): string {
  return text.length > 120 ? `${beginning(text, 120)}…` : text;
}
