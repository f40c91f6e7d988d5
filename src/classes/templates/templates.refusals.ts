import { Refusal } from '../../platform/problems/refusal';

export class TemplateNameTaken extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Đã có mẫu lớp mang tên này. Hãy sửa mẫu đang có, hoặc đặt tên khác.',
      en: 'There is a class template of this name. Change that one, or choose another name.',
    };
    super('template_name_taken', 'conflict', sentence, {
      fields: [{ field: 'name', code: 'taken', message: sentence }],
    });
  }
}
