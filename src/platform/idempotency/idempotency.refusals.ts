import { InvalidInput } from '../problems/refusals';
import { Refusal } from '../problems/refusal';

export const longestKey = 200;

export const keyLength = () =>
  InvalidInput.field('Idempotency-Key', 'not_a_key', {
    vi: `Mã trong tiêu đề Idempotency-Key cần từ 1 đến ${longestKey} ký tự. Hãy dùng mã ngắn hơn, ví dụ một UUID.`,
    en: `The header Idempotency-Key takes 1 to ${longestKey} characters; use a shorter key, for example a UUID.`,
  });

export class KeyUsedDifferently extends Refusal.saying('idempotency_key_reused', 'invalid', {
  vi: 'Mã Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng mã mới.',
  en: 'This Idempotency-Key was used for another request; use a new one.',
}) {}

export class StillUnderWay extends Refusal.saying(
  'request_under_way',
  'conflict',
  {
    vi: 'Yêu cầu cùng mã đang được thực hiện. Hãy chờ kết quả.',
    en: 'The request with this key is still under way; wait for its result.',
  },
  { retryAfterSeconds: 2 },
) {}
