import { InvalidInput } from '../../platform/problems/refusals';

export const spellingTaken = (written: string, post: string) =>
  InvalidInput.field('spellings', 'taken', {
    vi: `Cách ghi “${written}” đã thuộc chức vụ “${post}”. Hãy bỏ cách ghi đó ở một trong hai chức vụ.`,
    en: `“${written}” is already how “${post}” is written. Take it off one of the two.`,
  });

/** Somebody else was faster. */
export const spellingTakenMeanwhile = () =>
  InvalidInput.field('spellings', 'taken', {
    vi: 'Một cách ghi vừa được thêm cho chức vụ khác. Hãy mở lại danh mục rồi lưu lại.',
    en: 'One of these was just added to another post. Open the catalogue again, then save.',
  });

export const noWords = (written: string) =>
  InvalidInput.field('spellings', 'no_words', {
    vi: `Cách ghi “${written}” cần có chữ, và không quá 12 từ. Chỉ cần ghi những từ đầu nói chức vụ; phần sau hệ thống bỏ qua.`,
    en: `“${written}” needs letters, and at most 12 words. The first ones, which say the post, are enough: what follows is passed over.`,
  });
