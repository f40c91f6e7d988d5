import { Refusal } from '../platform/problems/refusal';

export class PersonCodeTaken extends Refusal.saying('person_code_taken', 'conflict', {
  vi: 'Mã số này đã có người mang, ở đơn vị này hoặc đơn vị khác. Hãy kiểm tra lại, hoặc đặt mã số khác.',
  en: 'Somebody has this code already, in this unit or another. Check it, or choose another code.',
}) {}

export class TheoryLevelEarnedHere extends Refusal.saying('theory_level_earned_here', 'conflict', {
  vi: 'Trình độ lý luận chính trị không thể hạ xuống dưới mức đã đạt qua lớp học được ghi tại đây. Chưa có gì thay đổi.',
  en: 'A theory level cannot fall below what a class recorded here led to. Nothing has changed.',
}) {}
