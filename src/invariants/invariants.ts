import type { Bilingual } from '../platform/messages/words';
import type { Among } from './among';
import { decidedAboutOneself } from './decided-about-oneself';
import { printedOtherThanRecorded } from './printed-and-recorded';

export const invariantCodes = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
] as const;
export type InvariantCode = (typeof invariantCodes)[number];

/** What always holds; the numbers are those of the design. */
export const invariants: Readonly<Record<InvariantCode, Bilingual>> = {
  I1: {
    vi: 'Mỗi chỉ tiêu có nhiều nhất một người; số người giữ không vượt sĩ số.',
    en: 'A seat has at most one holder; holders never exceed the capacity.',
  },
  I2: { vi: 'Mỗi người có một đề nghị còn hiệu lực trong một lớp.', en: 'One live nomination per person and class.' },
  I3: {
    vi: 'Không ai học, thi hai nơi cùng lúc, trừ khi có quyết định.',
    en: 'Nobody is in two half-days or examinations at one time, but by decision.',
  },
  I4: {
    vi: 'Phòng và giảng viên không trùng giờ, trừ phòng dùng chung theo quyết định.',
    en: 'No room and no lecturer is taken twice at one time, but for a room shared by decision.',
  },
  I5: {
    vi: 'Không để trống chỉ tiêu khi đơn vị còn dự phòng đủ điều kiện.',
    en: 'No seat stays free while its unit has an eligible reserve.',
  },
  I6: {
    vi: 'Mỗi học viên có nguồn gốc: đề nghị cử học hoặc quyết định của văn phòng.',
    en: 'Every enrollment names its nomination or the office’s entry.',
  },
  I7: {
    vi: 'Số giấy chứng nhận liên tục, không trùng; sổ cấp không bị sửa.',
    en: 'Certificate numbers have no gap and no repeat; their register is as it was written.',
  },
  I8: { vi: 'Mỗi lời nhắc chỉ có một và chỉ gửi một lần.', en: 'A reminder exists once and is sent once.' },
  I9: { vi: 'Nhật ký không bị sửa.', en: 'Journal lines are never changed.' },
  I10: {
    vi: 'Kết quả hoàn thành tính lại được từ điểm danh, thu hoạch và điểm.',
    en: 'A completion can be recomputed from attendance, essay and marks.',
  },
  I11: {
    vi: 'Giấy in ra, sổ cấp và quá trình đào tạo nói như nhau; giấy đã thu hồi, cấp lại không còn giá trị ở đâu.',
    en: 'What is printed, registered and recorded agree; what was revoked or replaced is in force nowhere.',
  },
  I12: {
    vi: 'Không ai tự quyết định việc của chính mình.',
    en: 'Nobody decided about oneself.',
  },
  I13: {
    vi: 'Người rời, chuyển đơn vị khi đang được cử hoặc đang học đều được báo để giải quyết.',
    en: 'People who left or moved while holding a place in a class are flagged or settled.',
  },
};

/** What constraints and chains keep, and what asks for all there is to be seen: examined with everything, by night. */
export const seenInWholeOnly: readonly InvariantCode[] = ['I7', 'I8'];

/** Statements that return the ids of what breaks an invariant, as `id`. Those that need more than SQL are in the service. */
export const brokenIn: Readonly<Partial<Record<InvariantCode, (among: Among) => string>>> = {
  I1: (among) => `
    SELECT s.class_id || ' seat ' || s.number AS id FROM seats s JOIN nominations n ON n.id = s.nomination_id
      WHERE (n.ended_at IS NOT NULL OR n.class_id <> s.class_id OR n.rank IS NOT NULL) AND ${among('s.class_id')}
    UNION ALL
    SELECT c.id::text FROM classes c LEFT JOIN (SELECT class_id, count(*) AS number FROM seats s WHERE ${among('s.class_id')} GROUP BY class_id) s ON s.class_id = c.id
      WHERE coalesce(s.number, 0) <> c.capacity AND ${among('c.id')}
    UNION ALL
    SELECT s.nomination_id::text FROM seats s WHERE s.nomination_id IS NOT NULL AND ${among('s.class_id')} GROUP BY s.nomination_id HAVING count(*) > 1
    UNION ALL
    SELECT n.id::text FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id
      WHERE n.state IN ('submitted', 'endorsed', 'returned', 'accepted') AND s.number IS NULL AND n.rank IS NULL AND n.place_given_up_at IS NULL AND ${among('n.class_id')}
    UNION ALL
    SELECT n.id::text FROM nominations n JOIN seats s ON s.nomination_id = n.id WHERE n.place_given_up_at IS NOT NULL AND ${among('n.class_id')}
    UNION ALL
    SELECT n.id::text FROM nominations n JOIN classes c ON c.id = n.class_id WHERE c.state IN ('cancelled', 'merged') AND n.ended_at IS NULL AND ${among('n.class_id')}`,
  I2: (
    among,
  ) => `SELECT class_id || ' person ' || person_id AS id FROM nominations WHERE ended_at IS NULL AND ${among('class_id')}
    GROUP BY class_id, person_id HAVING count(*) > 1`,
  I3: (among) => `
    SELECT DISTINCT a.id::text AS id FROM attendance_lines a JOIN attendance_lines b
      ON b.person_id = a.person_id AND b.id <> a.id AND b.during && a.during
      WHERE a.live AND b.live AND a.overlap_reason IS NULL AND b.overlap_reason IS NULL AND ${among('a.person_id')}
    UNION
    SELECT x.exam_id::text FROM exam_hours x JOIN attendance_lines a ON a.person_id = x.subject_id AND a.during && x.during
      AND a.half_day_id IS DISTINCT FROM x.half_day_id
      WHERE x.what = 'person' AND a.live AND a.overlap_reason IS NULL AND ${among('x.subject_id')}
    UNION
    SELECT x.exam_id::text FROM exam_hours x JOIN exam_hours y ON y.subject_id = x.subject_id AND y.exam_id <> x.exam_id AND y.during && x.during
      WHERE x.what = 'person' AND ${among('x.subject_id')}`,
  I4: (among) => `
    SELECT DISTINCT a.id::text AS id FROM half_days a JOIN half_days b ON b.lecturer_id = a.lecturer_id AND b.id <> a.id AND b.during && a.during
      WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL AND ${among('a.class_id')}
    UNION
    SELECT a.id::text FROM half_days a JOIN half_days b ON b.held_room_id = a.held_room_id AND b.id <> a.id AND b.during && a.during
      WHERE a.cancelled_at IS NULL AND b.cancelled_at IS NULL AND a.room_shared_reason IS NULL AND b.room_shared_reason IS NULL AND ${among('a.class_id')}
    UNION
    SELECT x.exam_id::text FROM exam_hours x JOIN exams e ON e.id = x.exam_id JOIN half_days h ON h.during && x.during AND h.cancelled_at IS NULL AND h.id IS DISTINCT FROM x.half_day_id
      AND ((x.what = 'room' AND h.held_room_id = x.subject_id AND h.room_shared_reason IS NULL) OR (x.what = 'lecturer' AND h.lecturer_id = x.subject_id))
      WHERE ${among('e.class_id')}
    UNION
    SELECT x.exam_id::text FROM exam_hours x JOIN exams e ON e.id = x.exam_id
      JOIN exam_hours y ON y.subject_id = x.subject_id AND y.exam_id <> x.exam_id AND y.during && x.during
      WHERE x.what <> 'person' AND ${among('e.class_id')}
    UNION
    SELECT a.half_day_id::text FROM manager_hours_by_grant a JOIN manager_hours_by_grant b
      ON b.account_id = a.account_id AND b.class_id <> a.class_id AND b.during && a.during
      WHERE NOT a.decided AND NOT b.decided AND ${among('a.class_id')}`,
  I6: (among) => `
    SELECT e.id::text AS id FROM enrollments e LEFT JOIN nominations n ON n.id = e.nomination_id
      WHERE (num_nonnulls(e.nomination_id, e.office_entry_id) <> 1
         OR (e.ended_at IS NULL AND e.nomination_id IS NOT NULL AND (n.state <> 'accepted' OR n.person_id <> e.person_id OR n.class_id <> e.class_id)))
        AND ${among('e.class_id')}
    UNION ALL
    SELECT n.id::text FROM nominations n WHERE n.state = 'accepted' AND ${among('n.class_id')}
      AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.nomination_id = n.id AND e.ended_at IS NULL)`,
  I7: () => `
    SELECT r.series || ' ' || r.year AS id FROM certificate_registers r LEFT JOIN certificates c ON c.series = r.series AND c.year = r.year
      GROUP BY r.series, r.year, r.last_sequence
      HAVING count(DISTINCT c.sequence) <> r.last_sequence OR count(c.sequence) <> r.last_sequence OR coalesce(max(c.sequence), 0) <> r.last_sequence
    UNION ALL
    SELECT number FROM certificates GROUP BY number HAVING count(*) > 1`,
  I8: () => `
    SELECT rule || ' ' || recipient || ' ' || occurrence AS id FROM reminders GROUP BY rule, recipient, occurrence HAVING count(*) > 1
    UNION ALL
    SELECT mail_id::text FROM reminders WHERE mail_id IS NOT NULL GROUP BY mail_id HAVING count(DISTINCT recipient) > 1
    UNION ALL
    SELECT id::text FROM reminders WHERE (state = 'written') <> (num_nonnulls(mail_id, notice_id) > 0 AND written_at IS NOT NULL)`,
  I11: printedOtherThanRecorded,
  I12: decidedAboutOneself,
};
