import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

/** "Tổ 1 – Thảo luận chuyên đề", as a group is spoken of. */
export const groupNameWords = words({
  group: {
    vi: (number: number, name: string | null = null) => (name ? `Tổ ${number} – ${name}` : `Tổ ${number}`),
    en: (number: number, name: string | null = null) => (name ? `Group ${number} – ${name}` : `Group ${number}`),
  },
  wholeClass: { vi: 'Cả lớp', en: 'Whole class' },
  ofGroups: {
    vi: (numbers: readonly number[]) => `Tổ ${numbers.join(', ')}`,
    en: (numbers: readonly number[]) => `Group${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`,
  },
  forWhom: { vi: 'Học theo tổ', en: 'Groups' },
  forWhomHint: {
    vi: 'Không chọn tổ nào là buổi của cả lớp. Các tổ khác nhau có thể học cùng giờ, mỗi tổ một phòng.',
    en: 'Choose none for the whole class. Different groups may meet at one time, each in its own room.',
  },
});

export const groupActions = declareActions('groups', {
  made: { vi: 'đã lập tổ', en: 'made a group' },
  changed: { vi: 'đã sửa tổ', en: 'changed a group' },
  removed: { vi: 'đã bỏ tổ', en: 'removed a group' },
  divided: { vi: 'đã chia tổ', en: 'divided the class into groups' },
  moved: { vi: 'đã xếp học viên vào tổ', en: 'moved a learner to a group' },
  undone: { vi: 'đã lấy lại lần xếp tổ', en: 'took a move between groups back' },
  led: { vi: 'đã cử tổ trưởng', en: 'named the leader of a group' },
});
