import { momentInWords, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';
import { blockingSentences, type Check, warningSentences } from './checks';
import type { NominationState } from './nomination.states';
import { stateWords } from './nominations.words';

export class NominationOver extends Refusal {
  constructor(from: NominationState, to: NominationState) {
    super(
      'nomination_not_in_that_state',
      'wrong_moment',
      {
        vi: `Đề nghị cử học đang ở trạng thái “${stateWords.vi[from]}” nên không chuyển sang “${stateWords.vi[to]}” được. Hãy tải lại trang để xem tình trạng mới.`,
        en: `The nomination is “${stateWords.en[from]}” and cannot become “${stateWords.en[to]}”. Reload the page to see its current state.`,
      },
      { facts: { from, to } },
    );
  }
}

export class ReasonNeeded extends Refusal.saying(
  'reason_needed',
  'invalid',
  {
    vi: 'Cần ghi lý do để đơn vị và học viên biết vì sao.',
    en: 'A reason is needed, so that the unit and the nominee know why.',
  },
  { fields: [{ field: 'reason', code: 'required', message: { vi: 'Cần ghi lý do.', en: 'Give the reason.' } }] },
) {}

export class AwaitsEndorsement extends Refusal.saying('awaits_endorsement', 'wrong_moment', {
  vi: 'Đề nghị này chưa có ý kiến của Đảng ủy Tập đoàn nên chưa thể duyệt. Hãy chờ ý kiến, hoặc trả lại đơn vị.',
  en: 'The Group committee has not endorsed this nomination yet, so it cannot be accepted. Wait for the endorsement, or return the nomination.',
}) {}

export class NotTheGroupsStep extends Refusal.saying('not_the_groups_step', 'wrong_moment', {
  vi: 'Hồ sơ này không chờ ý kiến của Đảng ủy Tập đoàn; việc duyệt, trả lại hoặc không duyệt là của văn phòng đào tạo Khối. Nếu thấy cần, hãy trao đổi với văn phòng.',
  en: 'This nomination does not wait for the Group committee, so accepting, returning or rejecting it is for the training office of the Bloc. Speak to the office if need be.',
}) {}

export class NotEndorsedYet extends Refusal.saying('not_endorsed_yet', 'wrong_moment', {
  vi: 'Đề nghị này chưa có ý kiến đồng ý của Đảng ủy Tập đoàn nên chưa ghi công văn được. Hãy cho ý kiến đồng ý và ghi công văn cùng lúc.',
  en: 'The Group committee has not endorsed this nomination yet, so there is no letter to record. Endorse it and give the letter with it.',
}) {}

export class StillReserve extends Refusal.saying('still_reserve', 'wrong_moment', {
  vi: 'Người này đang là dự phòng, chưa có chỉ tiêu nên chưa thể duyệt. Hãy phân bổ thêm chỉ tiêu cho đơn vị hoặc chờ có người rút.',
  en: 'This nominee is a reserve without a seat and cannot be accepted yet. Allocate the unit another seat, or wait for a withdrawal.',
}) {}

export class CallNotOpen extends Refusal {
  constructor(opensAt: Date | null, closesAt: Date | null) {
    super(
      'call_not_open',
      'wrong_moment',
      opensAt && closesAt
        ? {
            vi: `Chiêu sinh của lớp này mở từ ${momentInWords.vi(opensAt)} đến ${momentInWords.vi(closesAt)}. Ngoài thời gian đó, hãy đề nghị văn phòng đào tạo nhận bổ sung kèm lý do.`,
            en: `The call of this class is open from ${momentInWords.en(opensAt)} to ${momentInWords.en(closesAt)}. Outside these times, ask the training office to accept the nomination late, with a reason.`,
          }
        : {
            vi: 'Lớp này chưa thông báo chiêu sinh nên chưa nhận danh sách.',
            en: 'The call of this class has not been announced, so nominations are not accepted yet.',
          },
      { facts: { opensAt, closesAt } },
    );
  }
}

export class NotEligible extends Refusal {
  constructor(checks: readonly Check[]) {
    super('not_eligible', 'conflict', blockingSentences(checks), { facts: { checks } });
  }
}

export const warningsNotAcknowledged = 'warnings_not_acknowledged';

/** Nobody is nominated over a warning unless whoever sends it says to have read it. */
export class WarningsNotAcknowledged extends Refusal {
  constructor(checks: readonly Check[]) {
    const { vi, en } = warningSentences(checks);
    super(
      warningsNotAcknowledged,
      'conflict',
      {
        vi: `Cần lưu ý: ${vi} Nếu vẫn cử người này, hãy xác nhận đã đọc lưu ý rồi gửi lại.`,
        en: `Please note: ${en} To nominate this person all the same, confirm that you have read the notes and send again.`,
      },
      {
        facts: { checks: checks.filter(({ outcome }) => outcome === 'warn') },
        fields: [
          {
            field: 'acknowledged',
            code: 'required',
            message: { vi: 'Cần xác nhận đã đọc lưu ý.', en: 'Confirm that you have read the notes.' },
          },
        ],
      },
    );
  }
}

export class PlaceGivenUp extends Refusal.saying('place_given_up', 'wrong_moment', {
  vi: 'Đề nghị này quá hạn sửa nên chỗ đã nhường cho người khác, không còn chỗ để thay người. Hãy gửi lại đề nghị này, hoặc rút rồi cử người mới.',
  en: 'This nomination was not corrected in time and its place went to others, so there is no place to hand over. Send it again, or withdraw it and nominate somebody else.',
}) {}

export class AlreadyNominated extends Refusal.saying('already_nominated', 'conflict', {
  vi: 'Người này đã có trong danh sách cử học lớp này. Hãy xem lại danh sách của lớp; không cần cử lần nữa.',
  en: 'This person is nominated into this class already. See the list of the class; there is no need to nominate again.',
}) {}

export class ClassOver extends Refusal.saying('class_over', 'wrong_moment', {
  vi: 'Lớp đã kết thúc hoặc đã hủy nên danh sách không thay đổi được nữa. Nếu kết thúc hoặc hủy nhầm, văn phòng đào tạo mở lại lớp, bỏ việc hủy ở trang của lớp.',
  en: 'The class is closed or cancelled, so its list cannot change any more. If that was a mistake, the training office reopens it or takes the cancellation back on the page of the class.',
}) {}

export class TooLateToSubstitute extends Refusal {
  /** @param lastDay the last day on which it was possible */
  constructor(lastDay: string) {
    super('too_late_to_substitute', 'wrong_moment', {
      vi: `Hạn thay người của lớp này là hết ngày ${showDay(lastDay)}. Sau ngày đó, hãy cho rút và để dự phòng vào thay.`,
      en: `In this class a nominee could be substituted until ${showDay(lastDay)}. Now withdraw the nominee, and a reserve moves up.`,
    });
  }
}

export class RankTaken extends Refusal.saying('rank_taken', 'conflict', {
  vi: 'Thứ tự dự phòng này đã có người. Hãy để trống để xếp sau cùng, hoặc chọn số khác.',
  en: 'Another reserve has this rank. Leave it empty to come last, or choose another number.',
}) {}

export class NotAReserve extends Refusal.saying('not_a_reserve', 'wrong_moment', {
  vi: 'Người này không ở trong danh sách dự phòng nên không có thứ tự để đổi. Hãy tải lại trang để xem tình trạng mới.',
  en: 'This nominee is not a reserve, so there is no order to change. Reload the page to see its current state.',
}) {}

export const letterToCome = () =>
  InvalidInput.field('letter.date', 'not_yet', {
    vi: 'Ngày công văn ở sau hôm nay. Hãy ghi ngày trên công văn đã ban hành; nếu chưa ban hành, để trống và ghi sau.',
    en: 'The letter is dated after today. Give the date of the letter as issued; if it is not issued yet, leave it empty and record it later.',
  });

export const scanWithoutLetter = () =>
  InvalidInput.field('letter.number', 'required', {
    vi: 'Có bản chụp thì cần ghi số và ngày công văn của Tập đoàn.',
    en: 'With a scan, give number and date of the Group’s letter.',
  });

export const placeBeyond = (reserves: number) =>
  InvalidInput.field('place', 'beyond_the_last', {
    vi: `Đơn vị chỉ có ${reserves} người dự phòng trong lớp này. Hãy ghi một số từ 1 đến ${reserves}.`,
    en: `The unit has ${reserves} reserves in this class. Give a number from 1 to ${reserves}.`,
  });

export class HasLiveNominations extends Refusal.saying('has_live_nominations', 'conflict', {
  vi: 'Đơn vị đang có người được cử vào lớp này. Hãy rút các đề nghị đó trước khi trả lời “không cử ai”.',
  en: 'The unit has people nominated into this class. Withdraw them before answering “none this time”.',
}) {}

export const samePerson = () =>
  InvalidInput.field('personId', 'same_person', {
    vi: 'Đây chính là người đang được cử. Hãy chọn người khác để thay.',
    en: 'This is the person already nominated. Choose somebody else as the substitute.',
  });

export const unknownPerson = () =>
  InvalidInput.field('personId', 'unknown_person', {
    vi: 'Không tìm thấy người này trong danh sách cán bộ. Hãy chọn lại, hoặc bổ sung vào danh sách trước.',
    en: 'This person is not on any roster. Choose again, or add the person to the roster first.',
  });
