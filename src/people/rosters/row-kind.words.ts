import { words } from '../../platform/messages/words';
import type { PassedOverKind } from './row-kinds';

/** Why a row of a file was passed over. */
export const rowKindWords = words({
  letterhead: { vi: 'Phần đầu văn bản.', en: 'Letterhead.' },
  group_heading: { vi: 'Tên nhóm, không phải người.', en: 'A group heading, not a person.' },
  blank: { vi: 'Dòng trống.', en: 'A blank row.' },
  total: { vi: 'Dòng tổng cộng.', en: 'The total line.' },
  signature: { vi: 'Phần ký.', en: 'The signature block.' },
  note: { vi: 'Lời ghi chú, không phải người.', en: 'A note, not a person.' },
  hidden_row: { vi: 'Dòng bị ẩn trong tệp nên chưa lấy.', en: 'A row hidden in the file, not taken.' },
  struck_row: { vi: 'Dòng bị gạch ngang nên chưa lấy.', en: 'A row struck through, not taken.' },
  merged: { vi: 'Dòng dưới của ô họ tên gộp ở trên.', en: 'A lower row of the merged name above.' },
} satisfies Record<PassedOverKind, { vi: string; en: string }>);
