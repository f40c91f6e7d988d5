import type { DoubtedColumn } from '../../src/platform/sheets/day-columns';
import type { Choice } from '../../src/platform/sheets/choice';
import type { FoundTable } from '../../src/platform/sheets/tables';
import type { Unread } from '../../src/platform/sheets/unread';

/** A roster as a unit would send it, as .csv: the columns of `given`, for each person. */
export function rosterOf(people: readonly Readonly<Record<string, string>>[], name = 'danh-sach.csv') {
  const headings = Object.keys(people[0]!);
  const lines = people.map((person) => headings.map((heading) => person[heading] ?? '').join(';'));
  return { name, content: Buffer.from(`\ufeff${headings.join(';')}\n${lines.join('\n')}\n`) };
}

/** One row of it: an official member with everything that is needed. */
export const rosterRow = (code: string, fullName: string, given: Readonly<Record<string, string>> = {}) => ({
  'Mã số': code,
  'Họ và tên': fullName,
  'Giới tính': 'Nam',
  'Ngày sinh': '12/05/1980',
  'Chức vụ chính quyền': 'Trưởng phòng',
  'Chức vụ Đảng': 'Chi ủy viên',
  'Cán bộ chủ chốt': 'x',
  'Tình trạng': 'Chính thức',
  'Ngày vào Đảng': '01/06/2008',
  'Ngày chính thức': '01/06/2009',
  'Trình độ chuyên môn': 'Đại học',
  'Trình độ LLCT': 'Sơ cấp',
  'Quy hoạch': '',
  'Xếp loại 2025': 'HTTNV',
  ...given,
});

export interface DryRun {
  readonly id: string;
  readonly state: string;
  readonly summary: { new: number; changed: number; same: number; refused: number; notInFile: number };
  readonly unread: readonly Unread[];
  readonly tables: readonly FoundTable[];
  readonly passedOver: readonly { readonly rowNumber: number; readonly kind: string; readonly text: string }[];
  readonly removable: Readonly<Record<string, number>>;
  readonly choice: Choice;
  readonly doubtedDays: readonly DoubtedColumn[];
  readonly seemsLeft: boolean;
}

export interface ShownRoster extends DryRun {
  readonly rows: {
    readonly items: readonly {
      rowNumber: number;
      verdict: string;
      code: string | null;
      personId: string | null;
      before: Record<string, unknown> | null;
      after: Record<string, unknown> | null;
      problems: readonly { field: string; code: string; message: { vi: string; en: string } }[];
    }[];
    readonly next: string | null;
  };
  readonly notInFile: readonly { personId: string; code: string; fullName: string }[];
}
