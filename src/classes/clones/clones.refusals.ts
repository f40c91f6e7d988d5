import { Refusal } from '../../platform/problems/refusal';

export class StudySessionNotCloned extends Refusal.saying('study_session_not_cloned', 'conflict', {
  vi: 'Hội nghị học tập nghị quyết có tài liệu, điểm cầu và danh sách phải dự riêng cho từng lần nên không nhân bản được. Hãy lập hội nghị mới.',
  en: 'A study session has documents, sites and a roll of its own each time, so it is not cloned. Schedule a new one.',
}) {}
