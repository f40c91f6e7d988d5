import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export const notParallel = () =>
  InvalidInput.field('classIds', 'not_parallel', {
    vi: 'Hãy chọn các lớp khác của cùng chương trình, chưa kết thúc và chưa song song với lớp nào.',
    en: 'Choose other classes of the course that are not over and not parallel to any class yet.',
  });

/** One timetable leads: whoever follows it leads nobody. */
export class FollowsAnother extends Refusal {
  constructor({ id, code }: { readonly id: string; readonly code: string }) {
    super(
      'follows_another',
      'conflict',
      {
        vi: `Lớp này theo lịch của lớp ${code}. Hãy thêm lớp song song ở trang của lớp ${code}.`,
        en: `This class follows the timetable of ${code}. Add parallel classes on the page of ${code}.`,
      },
      {
        facts: { leadingId: id },
        next: { href: `/classes/${id}/parallels`, label: { vi: `Mở lớp ${code}`, en: `Open ${code}` } },
      },
    );
  }
}

export class ParallelNoMore extends Refusal.saying('parallel_no_more', 'wrong_moment', {
  vi: 'Lớp này không theo lịch chung nữa, nên không có gì để thôi. Trang Lớp song song cho biết các lớp đang theo.',
  en: 'This class no longer follows the shared timetable, so there is nothing to end. The page Parallel classes shows which classes do.',
}) {}
