import { many } from '../messages/counted';
import { type Bilingual, type Locale, words } from '../messages/words';
import type { Unread, UnreadKind } from '../sheets/unread';
import { maxColumns, maxRows } from '../sheets/workbook';

export const readingWords = words({
  unread: { vi: 'Trong tệp có phần chưa được đọc', en: 'Part of the file was not read' },
  readAsItLooks: { vi: 'Có ô được đọc theo hình hiện ra', en: 'Some cells were read as they look' },
  unreadHint: {
    vi: 'Phần này không được lưu. Nếu cần, hãy sửa tệp rồi gửi lại.',
    en: 'It is not stored. If it is needed, correct the file and send it again.',
  },
  unreadChoice: {
    vi: 'Phần này không được lưu. Nếu cần, hãy chọn rồi bấm “Đọc lại theo lựa chọn” ở dưới, hoặc sửa tệp rồi gửi lại.',
    en: 'It is not stored. If it is needed, choose it below and have the file read again, or correct the file and send it again.',
  },
  tables: { vi: 'Bảng được đọc', en: 'The tables that are read' },
  tablesHint: {
    vi: 'Đề nghị đọc các bảng trên trang đang mở khi lưu tệp.',
    en: 'Proposed are those of the sheet that was in front when the file was saved.',
  },
  table: {
    vi: (sheet: string, where: string) => `Trang “${sheet}”, ${where}`,
    en: (sheet: string, where: string) => `Sheet “${sheet}”, ${where}`,
  },
  people: {
    vi: (count: number, first: string) => `${count} dòng có tên${first ? `, từ ${first}` : ''}`,
    en: (count: number, first: string) => `${count} rows with a name${first ? `, from ${first}` : ''}`,
  },
  rowsOfNobody: {
    vi: (count: number) => `${count} dòng, chưa rõ cột nào là gì`,
    en: (count: number) => `${count} rows, of which it is not clear which column is what`,
  },
  hiddenTable: { vi: 'trang ẩn', en: 'a hidden sheet' },
  hiddenRows: { vi: 'Lấy cả các dòng bị ẩn', en: 'Take the hidden rows, too' },
  hiddenColumns: { vi: 'Lấy cả các cột bị ẩn', en: 'Take the hidden columns, too' },
  struckRows: { vi: 'Lấy cả các dòng bị gạch ngang', en: 'Take the rows that are struck through, too' },
  choose: { vi: 'Chọn phần cần đọc', en: 'Choose what to read' },
  readAgain: { vi: 'Đọc lại theo lựa chọn', en: 'Read it again so' },
  reread: {
    vi: 'Đã đọc lại tệp theo lựa chọn. Chưa có gì được ghi.',
    en: 'The file was read again as you chose. Nothing has been stored.',
  },
  lacking: {
    vi: (facts: readonly string[]) => `Chưa rõ cột nào là ${listed(facts, 'và')}`,
    en: (facts: readonly string[]) => `It is not clear which column is ${listed(facts, 'and')}`,
  },
  lackingNext: {
    vi: 'Chưa đọc được ai từ bảng này. Hãy xem các ô mẫu ở phần “Cột nào là gì?” bên dưới, chọn đúng mục cho các cột ấy rồi bấm “Đọc lại theo lựa chọn”. Lần sau, tệp có cùng dòng tiêu đề sẽ được đọc như vậy.',
    en: 'Nobody was read from this table. Look at the first cells of each column under “Which column is what?” below, choose what these columns are and press “Read it again so”. The next file with these headings is then read so.',
  },
  headingRow: {
    vi: (row: string | null) => (row ? `Dòng tiêu đề không phải là dòng ${row}?` : 'Dòng nào là tiêu đề?'),
    en: (row: string | null) => (row ? `Is row ${row} not the heading row?` : 'Which row has the headings?'),
  },
  headings: { vi: 'Dòng có tên các cột', en: 'The row with the names of the columns' },
  headingsHint: {
    vi: 'Các dòng ở trên dòng này là phần đầu văn bản; mỗi dòng ở dưới là một người.',
    en: 'Rows above it are the letterhead; each row below it is a person.',
  },
  rowWith: {
    vi: (row: string, text: string) => `Dòng ${row}: ${text}`,
    en: (row: string, text: string) => `Row ${row}: ${text}`,
  },
  readByHeading: { vi: 'Đọc theo dòng tiêu đề này', en: 'Read it by this heading row' },
  alike: {
    vi: (tables: number) => `và ${tables} bảng có cùng dòng tiêu đề`,
    en: (tables: number) =>
      tables === 1 ? 'and a table with the same headings' : `and ${tables} tables with the same headings`,
  },
  tooManyColumns: {
    vi: (tables: number) =>
      `Còn ${tables} bảng chưa hiện ở đây vì quá nhiều cột. Hãy chọn bớt bảng ở trên rồi bấm “Đọc lại theo lựa chọn” để xem cột của các bảng đó.`,
    en: (tables: number) =>
      `${tables} more tables are not shown, because there are too many columns. Choose fewer tables above and have the file read again to see theirs.`,
  },
  match: { vi: 'Cột nào là gì?', en: 'Which column is what?' },
  matchHint: {
    vi: 'Dưới mỗi cột là vài ô đầu của cột và mục mà cột được đọc thành. Nếu chưa đúng, hãy chọn lại rồi bấm “Đọc lại theo lựa chọn”. Cách chọn cho các cột có tiêu đề được nhớ cho các tệp sau của đơn vị có cùng dòng tiêu đề.',
    en: 'Below each column are its first cells and what it was taken for. Where that is not right, choose again and have the file read again so. For columns with a heading it is remembered for later files of the unit with these headings.',
  },
  columnHeaded: {
    vi: (column: string, heading: string) => `Cột ${column}${heading && `: ${heading}`}`,
    en: (column: string, heading: string) => `Column ${column}${heading && `: ${heading}`}`,
  },
  blankColumn: { vi: 'không có gì trong cột', en: 'nothing in it' },
  notRead: { vi: 'Không đọc', en: 'Not read' },
  asHeaded: {
    vi: (fact: string) => `${fact} (theo tiêu đề)`,
    en: (fact: string) => `${fact} (by its heading)`,
  },
  leaveOut: { vi: 'Không đọc cột này', en: 'Leave it out' },
  remembered: {
    vi: (day: string) => `Đọc theo cách đã được chọn ngày ${day} cho tệp có cùng dòng tiêu đề.`,
    en: (day: string) => `Read as was chosen on ${day} for a file with the same headings.`,
  },
  forget: { vi: 'Bỏ cách chọn này, đọc theo tiêu đề', en: 'Forget that, and read it by its headings' },
  daysSwapped: {
    vi: (columns: string, cells: number) =>
      `Cột ${columns}: ngày và tháng có vẻ đã bị Excel đảo chỗ ở ${cells} ô Excel hiểu là ngày tháng (ô nào cũng có ngày không quá 12), còn các ô khác vẫn là chữ. Chưa lấy các ô đó.`,
    en: (columns: string, cells: number) =>
      `Column ${columns}: a spreadsheet seems to have turned day and month in the ${cells} cells it took for dates (in all of these the day is at most 12), and left the others as text. These cells are not taken.`,
  },
  monthFirst: {
    vi: (columns: string, cells: number) =>
      `Cột ${columns} ghi tháng trước ngày (có ô chỉ đúng khi đọc như vậy, không ô nào ngược lại). Chưa lấy ${cells} ngày ở đó.`,
    en: (columns: string, cells: number) =>
      `Column ${columns} has the month before the day (some cells are right only so, and none only the other way). The ${cells} days there are not taken.`,
  },
  turnHint: {
    vi: (sample: string, turned: string) =>
      `Nếu đúng vậy, hãy bấm nút dưới đây để đọc ngược lại, chẳng hạn ${sample} thành ${turned}. Nếu không, hãy ghi lại các ngày này trong tệp theo dạng dd/mm/yyyy rồi gửi lại.`,
    en: (sample: string, turned: string) =>
      `If that is so, have them read the other way round, such as ${sample} as ${turned}. If not, write these days as dd/mm/yyyy in the file and send it again.`,
  },
  turnDays: {
    vi: (columns: number) => `Đổi chỗ ngày và tháng ${columns > 1 ? 'các cột này' : 'cột này'}`,
    en: (columns: number) => `Turn day and month in ${columns > 1 ? 'these columns' : 'this column'}`,
  },
  daysTurned: {
    vi: (columns: string, cells: number, sample: string, turned: string) =>
      `Cột ${columns}: ${cells} ô được đọc với ngày và tháng đổi chỗ theo lựa chọn, chẳng hạn ${sample} thành ${turned}. Chỉ áp dụng cho lần đọc này.`,
    en: (columns: string, cells: number, sample: string, turned: string) =>
      `Column ${columns}: ${cells} cells are read with day and month turned, as you chose, such as ${sample} as ${turned}. It holds for this reading alone.`,
  },
  turnBack: { vi: 'Đọc lại như trong tệp', en: 'Read them as they stand' },
  passedOver: {
    vi: (rows: number) => `${rows} dòng không phải là người (phần đầu văn bản, tên nhóm, tổng cộng, phần ký)`,
    en: (rows: number) => `${rows} rows that are not people (letterhead, groups, totals, signatures)`,
  },
} satisfies Record<string, { vi: unknown; en: unknown }>);

/** “a”; “a” and “b”. */
function listed(names: readonly string[], and: string): string {
  return names.map((name) => `“${name}”`).join(` ${and} `);
}

const of = (label: string | null) => (label ? ` “${label}”` : '');
/** Of files from before places were kept, some of it is not known. */
const at = (where: string) => (where ? ` (${where})` : '');
const cellsVi = ({ cells, sample }: Unread) => (cells ? `: ${cells} ô${sample && `, chẳng hạn “${sample}”`}` : '');
/** The English count: 1 row, 2 rows. */
const cellsEn = ({ cells, sample }: Unread) =>
  cells ? `: ${many(cells, 'cell')}${sample && `, such as “${sample}”`}` : '';

const kinds: Readonly<Record<UnreadKind, (unread: Unread) => Bilingual>> = {
  sheet: ({ label, cells, sample }) => ({
    vi: `Trang “${label}” không có bảng danh sách nào: ${cells} ô có nội dung, ô đầu là “${sample}”.`,
    en: `Sheet “${label}” has no such table: ${many(cells, 'cell')} with something in it, the first “${sample}”.`,
  }),
  hidden_sheet: ({ label, cells, sample, where }) => ({
    vi: `Trang ẩn “${label}” (${where}): ${cells} mục, đầu tiên là “${sample}”.`,
    en: `The hidden sheet “${label}” (${where}): ${many(cells, 'entry', 'entries')}, the first “${sample}”.`,
  }),
  too_many_rows: ({ label }) => ({
    vi: `Trang “${label}” dài quá ${maxRows.toLocaleString('vi-VN')} dòng nên không được đọc.`,
    en: `Sheet “${label}” runs past row ${maxRows.toLocaleString('en-GB')} and was not read.`,
  }),
  too_many_columns: ({ label }) => ({
    vi: `Trang “${label}” rộng quá ${maxColumns} cột nên không được đọc.`,
    en: `Sheet “${label}” is wider than ${maxColumns} columns and was not read.`,
  }),
  too_much_text: ({ label }) => ({
    vi: `Trang “${label}” chứa quá nhiều chữ nên không được đọc.`,
    en: `Sheet “${label}” holds too much text and was not read.`,
  }),
  table: ({ where, cells, sample }) => ({
    vi: `Bảng ${where}: ${cells} dòng có tên, từ “${sample}”.`,
    en: `The table ${where}: ${many(cells, 'row')} with a name, from “${sample}”.`,
  }),
  unknown_table: ({ where, cells, sample }) => ({
    vi: `Bảng ${where} không đủ các cột bắt buộc nên chưa đọc: ${cells} dòng, tiêu đề là “${sample}”.`,
    en: `The table ${where} lacks headings that are needed and was not read: ${many(cells, 'row')}, headed “${sample}”.`,
  }),
  column: (unread) => ({
    vi: `Cột${of(unread.label)}${at(unread.where)}${cellsVi(unread)}.`,
    en: `The column${of(unread.label)}${at(unread.where)}${cellsEn(unread)}.`,
  }),
  hidden_column: (unread) => ({
    vi: `Cột ẩn${of(unread.label)}${at(unread.where)}${cellsVi(unread)}.`,
    en: `The hidden column${of(unread.label)}${at(unread.where)}${cellsEn(unread)}.`,
  }),
  forbidden: ({ label, where }) => ({
    vi: `Cột${of(label)}${at(where)}: hệ thống không thu thập loại dữ liệu này, nội dung đã bỏ. Lần sau xin xóa cột này trước khi gửi tệp.`,
    en: `The column${of(label)}${at(where)}: such data is not taken, and what stands there was left out. Remove the column before sending a file.`,
  }),
  hidden_row: ({ where, cells, sample }) => ({
    vi: `${cells} dòng ẩn (${where}), chưa lấy: “${sample}”.`,
    en: `${many(cells, 'hidden row')} (${where}), not taken: “${sample}”.`,
  }),
  struck_row: ({ where, cells, sample }) => ({
    vi: `${cells} dòng bị gạch ngang (${where}), chưa lấy: “${sample}”.`,
    en: `${many(cells, 'row')} struck through (${where}), not taken: “${sample}”.`,
  }),
  row: ({ where, cells, sample }) => ({
    vi: `${cells} dòng không rõ là của ai (${where}): “${sample}”.`,
    en: `${many(cells, 'row')} of nobody known (${where}): “${sample}”.`,
  }),
  struck: ({ where, label, sample }) => ({
    vi: `Chữ bị gạch ngang ở cột${of(label)} (${where}), đã bỏ: “${sample}”.`,
    en: `Text struck through in the column${of(label)} (${where}), left out: “${sample}”.`,
  }),
  merged: ({ where, label, cells, sample }) => ({
    vi: `Ô gộp${of(label)} (${where}): ${cells} chỗ không rõ thuộc về đâu, chẳng hạn “${sample}”.`,
    en: `Merged cells${of(label)} (${where}): ${many(cells, 'place')} of which it is not clear what belongs there, such as “${sample}”.`,
  }),
  error: ({ where, label, cells, sample }) => ({
    vi: `${cells} ô mang giá trị lỗi ở cột${of(label)} (${where}): ${sample}.`,
    en: `${many(cells, 'cell')} with an error in the column${of(label)} (${where}): ${sample}.`,
  }),
  uncalculated: ({ where, label, cells }) => ({
    vi: `${cells} ô có công thức chưa được tính ở cột${of(label)} (${where}).`,
    en: `${many(cells, 'cell')} with a formula that was never calculated in the column${of(label)} (${where}).`,
  }),
  sign: ({ where, label, cells, sample }) => ({
    vi: `${cells} ô dùng phông ký hiệu ở cột${of(label)} (${where}), đọc theo hình hiện ra: ${sample}.`,
    en: `${many(cells, 'cell')} in a font of signs in the column${of(label)} (${where}), read by the looks: ${sample}.`,
  }),
  old_font: ({ where, label, cells, sample }) => ({
    vi: `${cells} ô gõ bằng phông chữ cũ ở cột${of(label)} (${where}), đã chuyển sang Unicode: ${sample}. Hãy xem lại.`,
    en: `${many(cells, 'cell')} in a font of before Unicode in the column${of(label)} (${where}), put into Unicode: ${sample}. Please check.`,
  }),
  colour: ({ where, label, cells, sample }) =>
    cells === 0
      ? {
          vi: `Dòng ${where} nói về màu: “${label ?? ''}”. Màu trong loại tệp này không đọc được. Hãy lưu thành .xlsx rồi gửi lại, hoặc ghi điều đó bằng chữ.`,
          en: `Row ${where} speaks of colours: “${label ?? ''}”. In a file of this kind colours are not seen; save it as .xlsx and send it again, or say it in words.`,
        }
      : {
          vi: `${cells} dòng có màu khác các dòng khác (dòng ${where}: ${sample}); màu không được đọc.${label ? ` Trong tệp ghi: “${label}”.` : ''}`,
          en: `${many(cells, 'row')} in other colours than most (row ${where}: ${sample}); colours are not read.${label ? ` The file says: “${label}”.` : ''}`,
        },
  comment: ({ where, cells, sample }) =>
    cells === 1
      ? {
          vi: `Ô ${where} có ghi chú: “${sample}”, chưa đọc.`,
          en: `Cell ${where} has a note: “${sample}”, which was not read.`,
        }
      : {
          vi: `${cells} ô nữa có ghi chú (${where}), chưa đọc, chẳng hạn “${sample}”.`,
          en: `${cells} more cells have notes (${where}), which were not read, such as “${sample}”.`,
        },
};

/** A place of one cell or one row, which a range names twice, by one name. */
const shortly = (where: string) => where.replace(/(?<![A-Z\d])([A-Z]*\d+):\1(?!\d)/g, '$1');

/** What was not read, in a sentence. */
export const unreadSentence = (unread: Unread, locale: Locale): string =>
  kinds[unread.what]({ ...unread, where: shortly(unread.where) })[locale];
