import { words } from '../../platform/messages/words';

export const whyWords = words({
  help: {
    vi: 'Vì sao một người được nhắc hoặc không được nhắc. Chọn người và việc, hệ thống trả lời theo sổ nhắc việc và quy tắc đang áp dụng.',
    en: 'Why somebody was reminded, or was not. Choose the person and the matter; the answer comes from the ledger and the rules in force.',
  },
  title: { vi: 'Vì sao (không) nhận được nhắc?', en: 'Why did I (not) get a reminder?' },
  back: { vi: 'Nhắc việc', en: 'Reminders' },
  rule: { vi: 'Nhắc việc gì', en: 'About' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  anyClass: { vi: '— Mọi lớp —', en: '— Any class —' },
  name: { vi: 'Người được hỏi', en: 'Who' },
  nameHint: {
    vi: 'Họ tên hoặc mã cán bộ. Để trống là hỏi về chính mình.',
    en: 'A name or a code. Leave it empty to ask about yourself.',
  },
  ask: { vi: 'Xem câu trả lời', en: 'Answer' },
  answer: { vi: (name: string) => `Trả lời về ${name}`, en: (name: string) => `About ${name}` },
  line: { vi: 'Xem dòng trong sổ', en: 'See the line in the ledger' },
  choose: { vi: 'Có nhiều người khớp, chọn một người', en: 'Several people match; choose one' },
  person: { vi: 'Cán bộ', en: 'Person' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  nobody: {
    vi: (name: string) =>
      `Không thấy ai tên hoặc mã “${name}” trong các đơn vị đồng chí được xem. Hãy kiểm tra chính tả, hoặc chỉ ghi một phần của tên.`,
    en: (name: string) =>
      `Nobody called “${name}” is in the units you may see. Check the spelling, or write only a part of the name.`,
  },
});
