import type { Day } from '../platform/clock';
import { foldLabel, tidyName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';
import { isBlank } from '../platform/sheets/cells';
import type { TableKind } from '../platform/sheets/header';
import { readingOf, type TableReading, type WhatWasRead } from '../platform/sheets/tables';
import { readerOf } from '../platform/sheets/vocabulary';
import type { Grade } from './training-record.labels';

/** One certificate of a sheet of earlier ones. Null is "not said", or not understood, and then `problems` says so. */
export interface CertificateRow {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  readonly code: string | null;
  /** '' when missing. */
  readonly fullName: string;
  readonly birthDate: Day | null;
  readonly course: string | null;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  readonly issuedBy: string | null;
  readonly validUntil: Day | null;
  /** Whether the cell says that it does not expire. */
  readonly lasts: boolean;
  readonly className: string | null;
  readonly grade: Grade | null;
  readonly unitName: string | null;
  readonly problems: readonly FieldError[];
}

const labels = {
  ordinal: ['TT', 'STT', 'Số TT', 'Số thứ tự'],
  code: ['Mã cán bộ', 'Mã số', 'Mã', 'Mã học viên', 'Mã đảng viên'],
  fullName: ['Họ và tên', 'Họ tên', 'Họ và tên học viên', 'Họ tên học viên'],
  birthDate: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Ngày tháng năm sinh', 'Sinh ngày', 'Năm sinh'],
  unitName: ['Đơn vị', 'Đơn vị công tác', 'Đơn vị khi học', 'Đảng bộ, chi bộ'],
  course: ['Chương trình', 'Chương trình bồi dưỡng', 'Tên chương trình', 'Nội dung bồi dưỡng'],
  number: ['Số giấy chứng nhận', 'Số GCN', 'Số giấy', 'Số chứng nhận', 'Số hiệu', 'Giấy chứng nhận số'],
  issuedOn: ['Ngày cấp', 'Ngày cấp giấy', 'Ngày cấp GCN', 'Ngày cấp giấy chứng nhận', 'Ngày ký'],
  issuedBy: ['Nơi cấp', 'Cơ quan cấp', 'Cấp ủy cấp giấy', 'Cấp ủy cấp', 'Đơn vị cấp'],
  validUntil: ['Giá trị đến', 'Có giá trị đến', 'Giá trị đến ngày', 'Giá trị đến hết ngày', 'Ngày hết hạn', 'Thời hạn'],
  className: ['Lớp', 'Tên lớp', 'Khóa', 'Lớp, khóa', 'Khóa học'],
  grade: ['Xếp loại', 'Kết quả xếp loại', 'Kết quả học tập'],
} as const;
type CertificateColumn = keyof typeof labels;

export const certificateTable: TableKind<CertificateColumn> = {
  labels,
  required: [['fullName'], ['birthDate', 'code'], ['number'], ['issuedOn']],
  days: ['birthDate', 'issuedOn', 'validUntil'],
  own: ['ordinal', 'code', 'number'],
};

const readGrade = readerOf<Grade>({
  excellent: ['Xuất sắc'],
  very_good: ['Giỏi'],
  good: ['Khá'],
  fairly_good: ['Trung bình khá', 'TB khá'],
  average: ['Trung bình', 'TB'],
});
const saysItLasts = /^(khong (co )?(thoi han|han|ky han)|vo thoi han|lau dai)$/;

/** Everybody below the headings, in order; a row without a name and a number is a heading, a total or a signature. */
export function readCertificates(reading: TableReading<CertificateColumn>): WhatWasRead & {
  readonly rows: readonly CertificateRow[];
} {
  const taken = reading.read.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ row, cells, isAbove, leftOut }) => {
      if (isAbove || leftOut || cells.every((cell) => isBlank(cell))) return [];
      const fullName = tidyName(row.text('fullName') ?? '');
      const number = row.text('number');
      if (fullName === '' || (number === null && row.text('issuedOn') === null)) return [];
      const lasts = saysItLasts.test(foldLabel(row.text('validUntil') ?? ''));
      const read: CertificateRow = {
        rowNumber: row.rowNumber,
        sheet: reading.isOfSeveralSheets ? sheet.name : null,
        code: row.text('code'),
        fullName,
        birthDate: row.day('birthDate', 'birthDate'),
        course: row.text('course'),
        number,
        issuedOn: row.day('issuedOn', 'issuedOn'),
        issuedBy: row.text('issuedBy'),
        validUntil: lasts ? null : row.day('validUntil', 'validUntil'),
        lasts,
        className: row.text('className'),
        grade: row.value('grade', 'grade', readGrade, 'Giỏi; Khá'),
        unitName: row.text('unitName'),
        problems: row.problems,
      };
      return [{ row, read }];
    }),
  );
  return { rows: taken.map(({ read }) => read), ...readingOf(reading, taken, { tellsRows: true }) };
}
