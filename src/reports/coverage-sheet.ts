import { type Day, showDay } from '../platform/clock';
import { listSheet } from '../platform/sheets/xlsx/list-sheet';
import type { NeedLine } from './coverage';
import { coverageWords } from './coverage.words';

const headings = ['TT', 'Họ và tên', 'Mã số', 'Đơn vị', 'Chức vụ', 'Loại', 'Còn thiếu', 'Hạn', 'Căn cứ'];
export const coverageWidths = [6, 28, 14, 34, 28, 24, 52, 14, 40];

/** The list as offices keep it, in Vietnamese. */
export function coverageSheet(lines: readonly NeedLine[], day: Day) {
  return listSheet(
    `DANH SÁCH CÒN THIẾU VỀ ĐÀO TẠO, BỒI DƯỠNG (đến ngày ${showDay(day)})`,
    headings,
    lines.map(({ person, kind, sentence, deadline, citation, verified }) => [
      person.fullName,
      person.code,
      person.unitNameVi,
      person.position ?? '',
      coverageWords.vi[kind],
      sentence.vi,
      deadline ? { day: deadline } : '',
      citation ? `${citation.vi}${verified ? '' : ` (${coverageWords.vi.unverified})`}` : '',
    ]),
  );
}
