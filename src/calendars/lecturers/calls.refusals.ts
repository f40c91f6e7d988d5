import { Refusal } from '../../platform/problems/refusal';

export class NothingToTell extends Refusal.saying('nothing_to_tell', 'wrong_moment', {
  vi: 'Lịch giảng vừa thay đổi, hoặc đã có người gọi. Hãy xem lại danh sách bên dưới rồi gọi theo lịch mới nhất.',
  en: 'What they teach has just changed, or somebody called them. Look at the list below and tell them what it says now.',
}) {}
