import { Refusal } from '../../platform/problems/refusal';

export class LeaverSettled extends Refusal.saying('leaver_settled', 'wrong_moment', {
  vi: 'Việc này đã được giải quyết, hoặc người ấy đã trở lại đơn vị. Hãy mở lại danh sách để xem.',
  en: 'This was settled meanwhile, or they came back to the unit. Open the list again.',
}) {}
