import { Refusal } from '../problems/refusal';

const saveAsXlsx = {
  vi: 'Hãy mở tệp bằng Excel hoặc LibreOffice, chọn “Lưu thành” dạng .xlsx rồi gửi lại.',
  en: 'Open it in Excel or LibreOffice, save it as .xlsx and send it again.',
};

export class NotAWorkbook extends Refusal {
  constructor(fileName: string) {
    super(
      'not_a_workbook',
      'unsupported',
      {
        vi: `Tệp “${fileName}” không phải bảng tính .xlsx, .xls, .ods hay .csv nên không đọc được. ${saveAsXlsx.vi}`,
        en: `“${fileName}” is no workbook (.xlsx, .xls, .ods) and no .csv file, so it cannot be read. ${saveAsXlsx.en}`,
      },
      { facts: { fileName } },
    );
  }
}

export class DamagedWorkbook extends Refusal {
  constructor(fileName: string) {
    super(
      'damaged_workbook',
      'invalid',
      {
        vi: `Tệp “${fileName}” bị hỏng hoặc chưa tải lên đủ nên không đọc được. Hãy thử mở tệp trên máy: nếu mở được, lưu lại dạng .xlsx rồi gửi lại; nếu không, hãy xin lại tệp gốc.`,
        en: `“${fileName}” is damaged or did not arrive whole, so it cannot be read. Try to open it yourself: if it opens, save it again as .xlsx and send that; if not, ask for the original.`,
      },
      { facts: { fileName } },
    );
  }
}

export class PasswordProtectedWorkbook extends Refusal {
  constructor(fileName: string) {
    super(
      'password_protected_workbook',
      'invalid',
      {
        vi: `Tệp “${fileName}” đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi gửi lại.`,
        en: `“${fileName}” is protected by a password, so it cannot be read. Remove the password (File → Info → Protect Workbook), save it and send it again.`,
      },
      { facts: { fileName } },
    );
  }
}

export class OldWorkbook extends Refusal {
  constructor(fileName: string) {
    super(
      'old_workbook',
      'unsupported',
      {
        vi: `Tệp “${fileName}” mang tên .xls nhưng không phải bảng tính của Excel 97 trở về sau (có thể là trang web, hoặc của Excel cũ hơn) nên không đọc được. ${saveAsXlsx.vi}`,
        en: `“${fileName}” is called .xls and is no workbook of Excel 97 or later (perhaps a web page, or of an older Excel), so it cannot be read. ${saveAsXlsx.en}`,
      },
      { facts: { fileName } },
    );
  }
}

export class UnreadableEncoding extends Refusal {
  constructor(fileName: string) {
    super(
      'unreadable_encoding',
      'invalid',
      {
        vi: `Tệp “${fileName}” không dùng bảng mã Unicode (UTF-8) nên chữ tiếng Việt sẽ sai. Hãy lưu lại dạng .xlsx hoặc “CSV UTF-8” rồi gửi lại.`,
        en: `“${fileName}” is not Unicode text (UTF-8), so its Vietnamese letters would come out wrong. Save it as .xlsx or “CSV UTF-8” and send it again.`,
      },
      { facts: { fileName } },
    );
  }
}

export class QuoteNeverCloses extends Refusal {
  /** @param row as the file numbers its rows, from 1 */
  constructor(fileName: string, row: number) {
    super(
      'quote_never_closes',
      'invalid',
      {
        vi: `Trong tệp “${fileName}”, dấu ngoặc kép (") mở ở dòng ${row} không được đóng, nên các dòng sau bị gộp vào một ô. Hãy thêm dấu đóng hoặc xóa dấu mở ở dòng đó rồi gửi lại.`,
        en: `In “${fileName}” the quotation mark (") that opens in row ${row} is not closed, so the rows below it fall into one cell. Close it or remove it there. Send the file again.`,
      },
      { facts: { fileName, row } },
    );
  }
}

export class OldFontLetters extends Refusal {
  /** @param address the first such cell; `read` is what it says once its letters are read as that font means them */
  constructor(
    fileName: string,
    { address, font, text, read }: { address: string; font: string; text: string; read: string },
  ) {
    const [vi, en] =
      font === 'UTF-8'
        ? ['chữ UTF-8 bị đọc theo bảng mã khác', 'UTF-8 that was read as another encoding']
        : [`chữ gõ bằng phông ${font}, không phải Unicode`, `letters of a ${font} font, not Unicode`];
    super(
      'old_font_letters',
      'invalid',
      {
        vi: `Tệp “${fileName}” có ${vi}: ô ${address} ghi “${text}”, có lẽ là “${read}”. Hãy chuyển cả tệp sang Unicode (chẳng hạn bằng công cụ chuyển mã của UniKey) rồi gửi lại.`,
        en: `“${fileName}” holds ${en}: cell ${address} says “${text}”, which probably is “${read}”. Put the whole file into Unicode (the converter of UniKey does it). Send it again.`,
      },
      { facts: { fileName, address, font } },
    );
  }
}

export class WorkbookExpandsTooFar extends Refusal {
  constructor(fileName: string, limitMegabytes: number) {
    super(
      'workbook_expands_too_far',
      'too_large',
      {
        vi: `Tệp “${fileName}” khi giải nén vượt ${limitMegabytes} MB hoặc chứa quá nhiều phần nên không được nhận. Hãy chép riêng danh sách sang một tệp mới, không kèm hình ảnh và trang thừa, rồi gửi lại.`,
        en: `“${fileName}” unpacks to more than ${limitMegabytes} MB or has too many parts, and was not accepted. Copy the list alone into a new file, without pictures or spare sheets, and send that.`,
      },
      { facts: { fileName, limitMegabytes } },
    );
  }
}

export class TooManyRows extends Refusal {
  constructor(fileName: string, limit: number) {
    super(
      'too_many_rows',
      'too_large',
      {
        vi: `Trang tính trong tệp “${fileName}” dài quá ${limit} dòng nên không được nhận. Hãy xóa dòng thừa hoặc chia thành nhiều tệp rồi gửi lại.`,
        en: `The sheet in “${fileName}” runs past row ${limit} and was not accepted. Remove spare rows or split it into several files, and send again.`,
      },
      { facts: { fileName, limit } },
    );
  }
}

export class TooManyColumns extends Refusal {
  constructor(fileName: string, limit: number) {
    super(
      'too_many_columns',
      'too_large',
      {
        vi: `Trang tính trong tệp “${fileName}” rộng quá ${limit} cột nên không được nhận. Hãy xóa các cột thừa rồi gửi lại.`,
        en: `The sheet in “${fileName}” is wider than ${limit} columns and was not accepted. Remove the spare columns and send again.`,
      },
      { facts: { fileName, limit } },
    );
  }
}

export class TooManyTables extends Refusal {
  constructor(limit: number) {
    super(
      'too_many_tables',
      'too_large',
      {
        vi: `Tệp có quá ${limit} bảng danh sách nên không được nhận. Hãy gộp các bảng dưới một dòng tiêu đề hoặc chia thành nhiều tệp rồi gửi lại.`,
        en: `The file has more than ${limit} tables and was not accepted. Put them under one heading or split the file, and send again.`,
      },
      { facts: { limit } },
    );
  }
}

export class EmptyWorkbook extends Refusal {
  constructor(fileName: string) {
    super(
      'empty_workbook',
      'invalid',
      {
        vi: `Không trang tính nào (trừ trang ẩn) của tệp “${fileName}” có dữ liệu. Hãy đưa danh sách lên một trang không ẩn rồi gửi lại.`,
        en: `No sheet of “${fileName}” holds anything, apart from hidden ones. Put the list on a sheet that is not hidden and send it again.`,
      },
      { facts: { fileName } },
    );
  }
}

export class MissingColumns extends Refusal {
  /** Both lists hold column headings as people write them; `found` is empty when no heading row was recognised. */
  constructor(missing: readonly string[], found: readonly string[]) {
    const quoted = (labels: readonly string[]) => labels.map((label) => `“${label}”`).join(', ');
    super(
      'missing_columns',
      'invalid',
      {
        vi: `Không tìm thấy cột ${quoted(missing)} trong dòng tiêu đề${found.length > 0 ? ` (chỉ thấy ${quoted(found)})` : ''}. Hãy ghi đúng tên cột rồi gửi lại.`,
        en: `No heading row names the column ${quoted(missing)}${found.length > 0 ? ` (found only ${quoted(found)})` : ''}. Name the columns so and send the file again.`,
      },
      { facts: { missing, found } },
    );
  }
}

export class PeopleInColumns extends Refusal {
  constructor(sheet: string) {
    super(
      'people_in_columns',
      'invalid',
      {
        vi: `Trang “${sheet}” ghi mỗi người một cột, tiêu đề nằm dọc ở bên trái. Hãy chuyển bảng thành mỗi người một dòng (trong Excel: sao chép bảng, dán đặc biệt, chọn “Chuyển vị”) rồi gửi lại.`,
        en: `Sheet “${sheet}” has a person in each column, with the headings down its left side. Turn it so that each person has one row. In Excel: copy the table, then Paste Special, Transpose. Send the file again.`,
      },
      { facts: { sheet } },
    );
  }
}

export class ColumnsNotSaid extends Refusal.saying('columns_not_said', 'conflict', {
  vi: 'Chưa đọc được ai từ tệp này vì chưa rõ cột nào là gì. Hãy chọn ở phần “Cột nào là gì?”, bấm “Đọc lại theo lựa chọn”, rồi làm tiếp với kết quả đó.',
  en: 'Nobody was read from this file, because it is not clear which column is what. Say it under “Which column is what?”, have the file read again, and go on with what comes of it.',
}) {}

export class UnknownColumnChoice extends Refusal {
  constructor(column: string, fact: string) {
    super(
      'unknown_column_choice',
      'invalid',
      {
        vi: `Cột ${column} không có trong bảng, hoặc không thể đọc thành “${fact}”. Hãy chọn lại trong danh sách.`,
        en: `The table has no column ${column}, or it cannot be read as “${fact}”. Choose again from the list.`,
      },
      { facts: { column, fact } },
    );
  }
}

export class ColumnsForOneFact extends Refusal {
  /** @param columns the headings of both, with their places */
  constructor(fact: string, columns: readonly [string, string]) {
    const [one, other] = columns;
    super(
      'columns_for_one_fact',
      'invalid',
      {
        vi: `Hai cột “${one}” và “${other}” không thể cùng là “${fact}”. Hãy chọn “Không đọc” cho một cột, hoặc chọn mục khác.`,
        en: `Two columns, “${one}” and “${other}”, cannot both be “${fact}”. Leave one of them out, or choose something else for it.`,
      },
      { facts: { fact, columns } },
    );
  }
}

export class DaysNotDoubted extends Refusal {
  constructor(column: string) {
    super(
      'days_not_doubted',
      'invalid',
      {
        vi: `Ở cột ${column} không có dấu hiệu ngày và tháng bị đảo chỗ nên không đọc ngược được. Hãy bỏ cột này khỏi lựa chọn.`,
        en: `Nothing in column ${column} speaks for day and month being turned, so it cannot be read so. Leave it out of the choice.`,
      },
      { facts: { column } },
    );
  }
}

export class ChosenTableGone extends Refusal {
  constructor() {
    super('chosen_table_gone', 'invalid', {
      vi: 'Tệp không có bảng đã chọn. Hãy chọn lại trong các bảng được nêu.',
      en: 'The file has no such table. Choose among the tables that are named.',
    });
  }
}
