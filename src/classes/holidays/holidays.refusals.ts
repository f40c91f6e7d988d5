import { Refusal } from '../../platform/problems/refusal';

export class HolidayListed extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Ngày này đã có trong danh sách. Hãy sửa dòng đang có, hoặc chọn ngày khác.',
      en: 'This day is on the list already. Change its line, or choose another day.',
    };
    super('holiday_listed', 'conflict', sentence, { fields: [{ field: 'day', code: 'taken', message: sentence }] });
  }
}

export class YearListed extends Refusal {
  constructor(year: number) {
    super('year_listed', 'conflict', {
      vi: `Năm ${year} đã có danh sách ngày nghỉ. Hãy thêm hoặc sửa từng ngày.`,
      en: `${year} has its list of holidays already. Add or change single days.`,
    });
  }
}
