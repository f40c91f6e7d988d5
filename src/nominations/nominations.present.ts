import type { FastifyRequest } from 'fastify';
import { addDays, type Day, dayOf, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import { problemOf, type Problem } from '../platform/problems/problem.filter';
import type { NominationItem } from './nominations.queries';
import type { NomineeResult } from './nominations.service';
import type { ReviewResult } from './reviews.service';
import { type Reviewer, reviewerOf, reserveNumberAfter } from './turn';

/** What became of one row of a request about several. */
export interface RowResult {
  readonly id: string;
  readonly nominationId: string | null;
  readonly done: boolean;
  readonly problem: Problem | null;
}

export function presentNominees(results: readonly NomineeResult[], request: FastifyRequest): RowResult[] {
  return results.map(({ personId, nominationId, refusal }) => ({
    id: personId,
    nominationId,
    done: refusal === null,
    problem: refusal && problemOf(refusal, request),
  }));
}

export function presentReviews(results: readonly ReviewResult[], request: FastifyRequest): RowResult[] {
  return results.map(({ nominationId, refusal }) => ({
    id: nominationId,
    nominationId,
    done: refusal === null,
    problem: refusal && problemOf(refusal, request),
  }));
}

type StateFacts = Pick<
  NominationItem,
  | 'state'
  | 'classState'
  | 'rank'
  | 'reservesBefore'
  | 'seat'
  | 'needsEndorsement'
  | 'reason'
  | 'correctBy'
  | 'placeGivenUpAt'
  | 'passedOverAt'
  | 'passedOverBecause'
>;

/** Where a nomination stands, in one sentence: what happened, and who acts next. */
export function stateSentence(nomination: StateFacts): Bilingual {
  const { state, reason } = nomination;
  if (isLeftOpen(nomination)) return leftOpen;
  const because = { vi: reason ? ` Lý do: ${reason}` : '', en: reason ? ` Reason: ${reason}` : '' };
  switch (state) {
    case 'draft':
      return {
        vi: 'Bản nháp, đơn vị chưa gửi. Đơn vị cần gửi kèm công văn.',
        en: 'A draft the unit has not sent. The unit sends it with its letter.',
      };
    case 'submitted':
    case 'endorsed':
      return withPlace(nomination, awaits[reviewerOf(state, nomination.needsEndorsement)!]);
    case 'accepted':
      return {
        vi: `Đã duyệt, là học viên của lớp (chỉ tiêu số ${nomination.seat}).`,
        en: `Accepted and enrolled (seat ${nomination.seat}).`,
      };
    case 'returned':
      return returned(nomination, because);
    case 'rejected':
      return { vi: `Không duyệt.${because.vi}`, en: `Rejected.${because.en}` };
    case 'withdrawn':
      return { vi: `Đã rút.${because.vi}`, en: `Withdrawn.${because.en}` };
    case 'class_cancelled':
      return endedWithClass(nomination, because);
    case 'substituted':
      return { vi: `Đã thay bằng người khác.${because.vi}`, en: `Substituted by somebody else.${because.en}` };
    case 'transferred':
      return {
        vi: `Đã sang lớp khác của chương trình.${because.vi}`,
        en: `Goes on in another class of the course.${because.en}`,
      };
    case 'deferred':
      return { vi: `Được bảo lưu.${because.vi}`, en: `Deferred.${because.en}` };
  }
}

/** Whoever learned elsewhere by then does not come back when the cancellation of the class is taken back. */
function endedWithClass({ classState }: StateFacts, because: Bilingual): Bilingual {
  const onAgain =
    classState === 'cancelled'
      ? { vi: '', en: '' }
      : {
          vi: ' Lớp sau đó không hủy nữa nhưng hồ sơ này không trở lại, vì lúc ấy đã có lớp khác trùng giờ. Muốn học lớp này thì đề nghị đơn vị cử lại.',
          en: ' The class is on again, but this did not come back, as another class had the time by then. To learn here, ask the unit to nominate again.',
        };
  return { vi: `Lớp bị hủy.${because.vi}${onAgain.vi}`, en: `The class was cancelled.${because.en}${onAgain.en}` };
}

function returned({ correctBy, placeGivenUpAt }: StateFacts, because: Bilingual): Bilingual {
  const until = showDay(correctBy!);
  if (placeGivenUpAt === null) {
    return {
      vi: `Trả lại để đơn vị sửa; giữ chỗ đến ${until}.${because.vi}`,
      en: `Returned to the unit for correction; the place is kept until ${until}.${because.en}`,
    };
  }
  return {
    vi: `Trả lại để đơn vị sửa; quá hạn ${until} nên chỗ đã nhường cho người khác. Đơn vị vẫn gửi lại được, khi đó xếp vào chỗ còn trống hoặc cuối danh sách dự phòng.${because.vi}`,
    en: `Returned to the unit for correction; not sent by ${until}, so the place went to others. The unit may still send it, for a free seat or the end of the reserves.${because.en}`,
  };
}

/** Nothing ends what nobody decided on before the class was closed, and nobody will decide on it any more. In SQL the `leftOver` of `standing`. */
export const isLeftOpen = ({ state, classState }: Pick<NominationItem, 'state' | 'classState'>): boolean =>
  classState === 'closed' && ['draft', 'submitted', 'endorsed', 'returned'].includes(state);

const leftOpen: Bilingual = {
  vi: 'Lớp đã kết thúc khi đề nghị này chưa được duyệt nên không xét nữa. Muốn học thì đề nghị đơn vị cử vào lớp sau.',
  en: 'The class was closed before this was accepted, so it is not reviewed any more. Ask the unit to nominate into a later class.',
};

const awaits: Readonly<Record<Reviewer, Bilingual>> = {
  group: { vi: 'Chờ ý kiến Đảng ủy Tập đoàn.', en: 'The Group committee’s word is awaited.' },
  office: { vi: 'Chờ văn phòng đào tạo xét duyệt.', en: 'The training office’s review is awaited.' },
};

function withPlace(nomination: StateFacts, next: Bilingual): Bilingual {
  const { rank, reservesBefore, seat, passedOverAt, passedOverBecause } = nomination;
  if (rank === null) return { vi: `Đang giữ chỉ tiêu số ${seat}. ${next.vi}`, en: `Holds seat ${seat}. ${next.en}` };
  const before = reservesBefore ?? 0;
  const number = reserveNumberAfter(before);
  const skipped =
    passedOverAt && passedOverBecause
      ? {
          vi: ` Ngày ${showDay(dayOf(passedOverAt))} có chỉ tiêu trống nhưng chưa được xếp: ${passedOverBecause.vi}`,
          en: ` On ${showDay(dayOf(passedOverAt))} a seat was free and went by: ${passedOverBecause.en}`,
        }
      : { vi: '', en: '' };
  return {
    vi: `Dự phòng số ${number} của đơn vị; ${before === 0 ? 'sẽ được xếp ngay khi có chỉ tiêu trống' : `còn ${before} người trước`}. ${next.vi}${skipped.vi}`,
    en: `Reserve number ${number} of the unit; ${before === 0 ? 'moves up as soon as a seat is free' : `${before} to move up before`}. ${next.en}${skipped.en}`,
  };
}

/** Next step with, and the last day for it; nobody when it is settled. */
export interface NextStep {
  readonly who: 'unit' | 'group' | 'office' | 'nominee' | 'nobody';
  readonly by: Day | null;
}

export function nextStep(
  nomination: Pick<
    NominationItem,
    'state' | 'classState' | 'needsEndorsement' | 'correctBy' | 'placeGivenUpAt' | 'callClosesOn' | 'opensOn'
  >,
  today: Day,
): NextStep {
  const { state, needsEndorsement, correctBy, placeGivenUpAt, callClosesOn, opensOn } = nomination;
  if (isLeftOpen(nomination)) return { who: 'nobody', by: null };
  switch (state) {
    case 'draft':
      // After the window only the office may still take it.
      if (callClosesOn !== null && callClosesOn < today) return { who: 'office', by: addDays(opensOn, -1) };
      return { who: 'unit', by: callClosesOn };
    case 'returned':
      return { who: 'unit', by: placeGivenUpAt === null ? correctBy : opensOn };
    case 'submitted':
    case 'endorsed':
      return { who: reviewerOf(state, needsEndorsement)!, by: addDays(opensOn, -1) };
    case 'accepted':
      return { who: 'nominee', by: opensOn };
    default:
      return { who: 'nobody', by: null };
  }
}
