import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';
import type { Hindrance } from './merged-parts';

export class MergerUndone extends Refusal.saying('merger_undone', 'conflict', {
  vi: 'Lần gộp này đã được hoàn tác. Hãy mở lại trang.',
  en: 'This merger was undone already. Reload the page.',
}) {}

/** Something must be settled first; each says what and where. */
abstract class Hindered extends Refusal {
  constructor(code: string, hindrances: readonly Hindrance[], first: { readonly vi: string; readonly en: string }) {
    super(
      code,
      'conflict',
      {
        vi: [first.vi, ...hindrances.map(({ sentence }) => sentence.vi)].join(' '),
        en: [first.en, ...hindrances.map(({ sentence }) => sentence.en)].join(' '),
      },
      { facts: { hindrances } },
    );
  }
}

export class MergerHindered extends Hindered {
  constructor(hindrances: readonly Hindrance[]) {
    super('merger_hindered', hindrances, { vi: 'Chưa gộp được.', en: 'They cannot be merged yet.' });
  }
}

export class UndoingHindered extends Hindered {
  constructor(hindrances: readonly Hindrance[]) {
    super('undoing_hindered', hindrances, {
      vi: 'Chưa hoàn tác được.',
      en: 'It cannot be undone as things are.',
    });
  }
}

export const oneAndTheSame = () =>
  InvalidInput.field('otherId', 'same_person', {
    vi: 'Đây là cùng một hồ sơ. Hãy chọn hồ sơ khác để gộp.',
    en: 'This is one and the same record. Choose another to merge.',
  });
