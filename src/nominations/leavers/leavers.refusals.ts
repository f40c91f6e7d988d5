import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class LeaverSettled extends Refusal.saying('leaver_settled', 'wrong_moment', {
  vi: 'Việc này đã được giải quyết, hoặc người ấy đã trở lại đơn vị. Hãy mở lại danh sách để xem.',
  en: 'This has already been settled, or the person has returned to the unit. Reload the list.',
}) {}

export const reasonToEnd = () =>
  InvalidInput.field('reason', 'required', {
    vi: 'Cho thôi thì cần ghi số quyết định hoặc lý do.',
    en: 'To end places, give the decision or the reason.',
  });
