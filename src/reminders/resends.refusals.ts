import { Refusal } from '../platform/problems/refusal';

export class StillToBeSent extends Refusal.saying('still_to_be_sent', 'wrong_moment', {
  vi: 'Lần nhắc này đang chờ gửi nên chưa cần gửi lại. Hãy đợi vài phút rồi xem kết quả trong sổ.',
  en: 'This reminder is waiting to be sent, so there is no need to send it again. Wait a few minutes and look at the ledger.',
}) {}
