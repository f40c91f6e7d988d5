import { Refusal } from '../problems/refusal';

/** A workbook of ours says whose it is. */
export class AnotherClassWorkbook extends Refusal {
  constructor(found: string, wanted: string) {
    super(
      'another_class_workbook',
      'invalid',
      {
        vi: `Tệp này là của lớp ${found}, không phải lớp ${wanted}. Hãy mở đúng lớp để gửi, hoặc chọn tệp khác.`,
        en: `This file belongs to the class ${found}, not to ${wanted}. Open that class to send it, or choose another file.`,
      },
      { facts: { found, wanted } },
    );
  }
}
