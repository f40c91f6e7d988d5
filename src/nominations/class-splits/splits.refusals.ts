import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export const nobodyGoes = (code: string) =>
  InvalidInput.field('parts', 'nobody_goes', {
    vi: `Chưa có ai giữ chỉ tiêu chuyển sang lớp ${code}. Hãy chọn ít nhất một người, hoặc bỏ lớp này.`,
    en: `Nobody with a seat would go to ${code}. Choose at least one person, or leave that class out.`,
  });

export const codeTwice = (index: number) =>
  InvalidInput.field(`parts.${index}.code`, 'twice', {
    vi: 'Mã này đã đặt cho một lớp mới ở trên. Hãy đặt mã khác.',
    en: 'Another of the new classes has this code. Choose another one.',
  });

/** A class without a seat is none. */
export class NobodyStays extends Refusal.saying('nobody_stays', 'conflict', {
  vi: 'Mọi chỉ tiêu của lớp đều chuyển đi nên lớp cũ không còn ai. Hãy để lại ít nhất một người; muốn chuyển cả lớp thì ghép vào lớp khác.',
  en: 'Every seat would go, so the class would be left with none. Let at least one person stay; to move the whole class, merge it into another.',
}) {}
