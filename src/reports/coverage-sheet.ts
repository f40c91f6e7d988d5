import { type Day, showDay } from '../platform/clock';
import type { WrittenCell } from '../platform/sheets/xlsx/write-xlsx';
import type { NeedLine } from './coverage';
import { coverageWords } from './coverage.words';

const headings = ['TT', 'Họ và tên', 'Mã số', 'Đơn vị', 'Chức vụ', 'Loại', 'Còn thiếu', 'Hạn', 'Căn cứ'] as const;
export const coverageWidths = [6, 28, 14, 34, 28, 24, 52, 14, 40] as const;

/** The list as offices keep it, in Vietnamese. */
export function coverageSheet(lines: readonly NeedLine[], day: Day): (WrittenCell | null)[][] {
  const blank = headings.slice(1).map(() => null);
  const title = `DANH SÁCH CÒN THIẾU VỀ ĐÀO TẠO, BỒI DƯỠNG (đến ngày ${showDay(day)})`;
  return [
    [{ value: title, columns: headings.length, look: 'title' }, ...blank],
    headings.map((value) => ({ value, look: 'heading' })),
    ...lines.map(({ person, kind, sentence, deadline, citation, verified }, index) =>
      [
        index + 1,
        person.fullName,
        person.code,
        person.unitNameVi,
        person.position ?? '',
        coverageWords.vi[kind],
        sentence.vi,
        deadline ? showDay(deadline) : '',
        citation ? `${citation.vi}${verified ? '' : ` (${coverageWords.vi.unverified})`}` : '',
      ].map((value) => ({ value })),
    ),
  ];
}
