import { InvalidInput } from '../platform/problems/refusals';

export const tooFewLetters = () =>
  InvalidInput.field('q', 'too_short', { vi: 'Cần ít nhất 2 chữ hoặc số.', en: 'At least 2 letters or digits.' });
