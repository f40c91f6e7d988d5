import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class OverrideRevoked extends Refusal.saying('override_revoked', 'wrong_moment', {
  vi: 'Quyết định này đã được thu hồi trước đó.',
  en: 'This decision was taken back already.',
}) {}

export class OverrideRecorded extends Refusal.saying('override_recorded', 'conflict', {
  vi: 'Đã có quyết định cho phép người này về quy định đó. Nếu ghi nhầm, hãy thu hồi quyết định cũ rồi ghi lại.',
  en: 'A decision on this rule is recorded for this person already. If it was wrong, take it back and record it anew.',
}) {}

export const decisionToCome = () =>
  InvalidInput.field('decisionDate', 'in_the_future', {
    vi: 'Ngày quyết định chưa đến. Hãy ghi ngày trên văn bản đã ban hành.',
    en: 'The date of the decision is yet to come. Give the date of the decision as issued.',
  });

export class OverrideNotNeeded extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Người này không vướng quy định đã chọn, hoặc quy định đó không thuộc chương trình. Hãy chọn quy định đang chặn người này.',
      en: 'This rule does not exclude the person, or does not belong to the course. Choose the rule that excludes them.',
    };
    super('override_not_needed', 'conflict', sentence, {
      fields: [{ field: 'rule', code: 'not_needed', message: sentence }],
    });
  }
}
