import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class GroupsChangedMeanwhile extends Refusal.saying('groups_changed_meanwhile', 'conflict', {
  vi: 'Danh sách lớp hoặc các tổ đã thay đổi từ lúc xem trước nên chưa chia gì. Hãy xem lại bản chia mới rồi áp dụng.',
  en: 'The roster or its groups changed since the dry run, so nothing was divided. Look at it again, then apply.',
}) {}

export class GroupStillUsed extends Refusal {
  constructor(people: number, halfDays: number) {
    super(
      'group_still_used',
      'conflict',
      {
        vi: `Tổ này còn ${people} học viên và ${halfDays} buổi học riêng nên chưa bỏ được. Hãy chuyển học viên sang tổ khác, và đổi các buổi đó cho tổ khác hoặc hủy.`,
        en: `The group still has ${people} people and ${halfDays} half-days of its own. Move the people, and give the half-days to others or cancel them, first.`,
      },
      { facts: { people, halfDays } },
    );
  }
}

export class MoveNotTheLast extends Refusal.saying('move_not_the_last', 'wrong_moment', {
  vi: 'Chỉ lấy lại được lần xếp tổ gần nhất, và lần này đã được lấy lại hoặc đã có lần xếp khác sau đó. Hãy xếp tay những học viên cần đổi.',
  en: 'Only the latest move can be taken back; this one was, or another came after it. Move people by hand instead.',
}) {}

export const nobodyToDivide = () =>
  InvalidInput.field('only', 'nobody_to_divide', {
    vi: 'Không có học viên nào để chia: lớp chưa có học viên, hoặc ai cũng đã có tổ.',
    en: 'There is nobody to divide: the roster is empty, or everybody is in a group.',
  });
export const noGroupsYet = () =>
  InvalidInput.field('groups', 'required', {
    vi: 'Lớp chưa có tổ nào. Hãy cho biết chia làm mấy tổ.',
    en: 'The class has no groups yet; say into how many it is divided.',
  });
export const notInThisClass = () =>
  InvalidInput.field('enrollmentIds', 'not_in_this_class', {
    vi: 'Có người không còn là học viên của lớp này. Hãy tải lại trang rồi chọn lại.',
    en: 'Some are not on the roster of this class any more. Reload the page and choose anew.',
  });
export const leaderOfAnother = () =>
  InvalidInput.field('enrollmentId', 'not_in_the_group', {
    vi: 'Tổ trưởng phải là học viên của tổ. Hãy chuyển người này vào tổ trước.',
    en: 'The leader has to be in the group. Move this person there first.',
  });
