import { momentInWords } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';
import type { NominationState } from '../nomination.states';

/** By which door a decision is gone back on once people were told of it. */
const doors: Partial<Record<NominationState, readonly [vi: string, en: string]>> = {
  accepted: [
    'Nếu không học nữa, hãy rút tên hoặc thay người trên trang của hồ sơ này.',
    'If the person does not attend, withdraw or substitute them on the page of the nomination.',
  ],
  returned: [
    'Khi đơn vị gửi lại sẽ xét lại. Nếu không duyệt hẳn, hãy bấm “Không duyệt” trên trang của hồ sơ này.',
    'It is reviewed again once the unit sends it again; to refuse it for good, reject it.',
  ],
  rejected: [
    'Nếu vẫn cần người này học, đề nghị đơn vị cử lại.',
    'If the person is to attend after all, let the unit nominate them anew.',
  ],
};

/** The time in which nobody is told is over, or nothing was decided. */
export class DecisionStands extends Refusal {
  constructor(state: NominationState | null, toldFrom: Date | null) {
    const [vi, en] = (state && doors[state]) ?? [
      'Hãy mở hồ sơ để xem tình trạng mới.',
      'Open the nomination to see its current state.',
    ];
    const at = toldFrom && { vi: momentInWords.vi(toldFrom), en: momentInWords.en(toldFrom) };
    super('decision_stands', 'wrong_moment', {
      vi: `Không hoàn tác được nữa vì quyết định đã báo cho người được cử và đơn vị${at ? ` từ lúc ${at.vi}` : ''}. ${vi}`,
      en: `This can no longer be undone: the person and the unit have been told${at ? ` since ${at.en}` : ''}. ${en}`,
    });
  }
}

export class DecisionMovedOn extends Refusal.saying('decision_moved_on', 'conflict', {
  vi: 'Không hoàn tác được vì sau quyết định đó hồ sơ đã có thay đổi khác. Hãy tải lại trang để xem tình trạng mới.',
  en: 'This cannot be undone, because the nomination changed since. Reload the page to see its current state.',
}) {}

export class SeatGivenAway extends Refusal.saying('seat_given_away', 'conflict', {
  vi: 'Không hoàn tác được vì chỉ tiêu của người này đã giao cho người khác. Hãy phân bổ thêm chỉ tiêu cho đơn vị rồi đề nghị đơn vị cử lại.',
  en: 'This cannot be undone, because somebody else has the seat now. Allocate the unit another seat, and let it nominate the person anew.',
}) {}

export class LearnsAlready extends Refusal.saying('learns_already', 'conflict', {
  vi: 'Không hoàn tác được vì người này đã được điểm danh, xếp tổ hoặc đã có việc khác trong lớp. Nếu không học nữa, hãy rút tên.',
  en: 'This cannot be undone, because the person has marks, a group or other things in the class. Withdraw them if they do not attend.',
}) {}
