import { showDay } from '../platform/clock';
import type { Bilingual, Locale } from '../platform/messages/words';
import { problemOf, type Problem } from '../platform/problems/problem.filter';
import type { NominationItem } from './nominations.queries';
import type { NomineeResult } from './nominations.service';
import type { ReviewResult } from './reviews.service';

/** What became of one row of a request about several. */
export interface RowResult {
  readonly id: string;
  readonly nominationId: string | null;
  readonly done: boolean;
  readonly problem: Problem | null;
}

export function presentNominees(results: readonly NomineeResult[], locale: Locale, instance: string): RowResult[] {
  return results.map(({ personId, nominationId, refusal }) => ({
    id: personId,
    nominationId,
    done: refusal === null,
    problem: refusal && problemOf(refusal, locale, instance),
  }));
}

export function presentReviews(results: readonly ReviewResult[], locale: Locale, instance: string): RowResult[] {
  return results.map(({ nominationId, refusal }) => ({
    id: nominationId,
    nominationId,
    done: refusal === null,
    problem: refusal && problemOf(refusal, locale, instance),
  }));
}

type StateFacts = Pick<
  NominationItem,
  'state' | 'rank' | 'reservesBefore' | 'seat' | 'needsEndorsement' | 'reason' | 'correctBy'
>;

/** Where a nomination stands, in one sentence: what happened, and who acts next. */
export function stateSentence(nomination: StateFacts): Bilingual {
  const { state, reason, correctBy } = nomination;
  const because = { vi: reason ? ` Lý do: ${reason}` : '', en: reason ? ` Reason: ${reason}` : '' };
  switch (state) {
    case 'draft':
      return {
        vi: 'Bản nháp, đơn vị chưa gửi. Đơn vị cần gửi kèm công văn.',
        en: 'A draft the unit has not sent. The unit sends it with its letter.',
      };
    case 'submitted':
      return withPlace(nomination, nomination.needsEndorsement ? awaitsGroup : awaitsOffice);
    case 'endorsed':
      return withPlace(nomination, awaitsOffice);
    case 'accepted':
      return {
        vi: `Đã duyệt, là học viên của lớp (chỉ tiêu số ${nomination.seat}).`,
        en: `Accepted and enrolled (seat ${nomination.seat}).`,
      };
    case 'returned':
      return {
        vi: `Trả lại để đơn vị sửa; giữ chỗ đến ${showDay(correctBy!)}.${because.vi}`,
        en: `Returned to the unit for correction; the place is kept until ${showDay(correctBy!)}.${because.en}`,
      };
    case 'rejected':
      return { vi: `Không duyệt.${because.vi}`, en: `Rejected.${because.en}` };
    case 'withdrawn':
      return { vi: `Đã rút.${because.vi}`, en: `Withdrawn.${because.en}` };
    case 'substituted':
      return { vi: `Đã thay bằng người khác.${because.vi}`, en: `Substituted by somebody else.${because.en}` };
  }
}

const awaitsGroup: Bilingual = { vi: 'Chờ ý kiến Đảng ủy Tập đoàn.', en: 'The Group committee’s word is awaited.' };
const awaitsOffice: Bilingual = {
  vi: 'Chờ văn phòng đào tạo xét duyệt.',
  en: 'The training office’s review is awaited.',
};

function withPlace({ rank, reservesBefore, seat }: StateFacts, next: Bilingual): Bilingual {
  if (rank === null) return { vi: `Đang giữ chỉ tiêu số ${seat}. ${next.vi}`, en: `Holds seat ${seat}. ${next.en}` };
  const before = reservesBefore ?? 0;
  return {
    vi: `Dự phòng số ${before + 1} của đơn vị; ${before === 0 ? 'sẽ được xếp ngay khi có chỉ tiêu trống' : `còn ${before} người trước`}. ${next.vi}`,
    en: `Reserve number ${before + 1} of the unit; ${before === 0 ? 'moves up as soon as a seat is free' : `${before} to move up before`}. ${next.en}`,
  };
}
