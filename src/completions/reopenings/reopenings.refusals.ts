import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';
import type { InHands } from './reopenings.queries';

/** Certificates are in somebody's hands: the office alone does not take them back. */
export class ReopeningNeedsDecision extends Refusal {
  constructor({ handedOut, told }: InHands) {
    super(
      'reopening_needs_decision',
      'invalid',
      {
        vi: `Lớp có ${handedOut} giấy chứng nhận đã in hoặc tải về, ${told} người đã được báo số giấy, nên mở lại lớp cần quyết định của cấp có thẩm quyền. Hãy ghi số, ngày và cơ quan quyết định.`,
        en: `Certificates of the class printed or downloaded: ${handedOut}; people told of theirs: ${told}. So reopening it takes a decision: give its number, its day and who decided.`,
      },
      {
        facts: { handedOut, told },
        fields: InvalidInput.missing('decision', 'decidedOn', 'authority').fields,
      },
    );
  }
}

export class ClosingNotFinished extends Refusal.saying('closing_not_finished', 'wrong_moment', {
  vi: 'Hệ thống còn đang báo kết quả cho từng người. Hãy chờ xong, thường trong vài phút, rồi mở lại lớp.',
  en: 'People are still being told their results. Wait until that is done, some minutes as a rule, and reopen the class then.',
}) {}
