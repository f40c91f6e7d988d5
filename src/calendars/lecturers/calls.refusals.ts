import { Refusal } from '../../platform/problems/refusal';

export class NothingToTell extends Refusal.saying('nothing_to_tell', 'wrong_moment', {
  vi: 'Lịch giảng vừa thay đổi, hoặc đã có người gọi. Hãy xem lại danh sách bên dưới rồi gọi theo lịch mới nhất.',
  en: 'The teaching schedule has just changed, or somebody has already called. Check the list below and call with the latest schedule.',
}) {}
