import { momentAt } from '../platform/clock';
import type { ReminderFacts } from './reminder-facts.queries';
import { mailOf, subjectIn } from './reminder-mail';
import { reminderRules } from './reminder-rules';

const facts: ReminderFacts = {
  id: 'r',
  rule: 'class_near',
  ruleIsOn: true,
  tooLateAfterDays: 1,
  dueOn: '2026-02-06',
  anchor: '2026-02-07',
  classId: 'c1',
  classCode: 'LLCT-12',
  className: 'Trung cấp lý luận chính trị K12',
  classState: 'announced',
  opensOn: '2026-02-07',
  startsAt: momentAt('2026-02-07', '07:30'),
  place: 'Hội trường A, 1 Lê Duẩn',
  callClosesAt: momentAt('2026-01-20', '17:00'),
  to: 'lan@example.vn',
  recipient: 'a',
  recipientName: 'Trần Thị Lan',
  accountId: 'a',
  locale: 'vi',
  isConcerned: true,
  isSameDay: true,
  unitId: 'u',
  unitName: 'Đảng ủy CSM',
  seats: 3,
  freeSeats: 2,
  nominated: 1,
  drafts: 0,
  hasAnsweredNone: false,
  nomineeName: 'Lê Thị Hạnh',
  nominationState: 'returned',
  returnReason: 'Thiếu bản nhận xét',
  correctBy: '2026-01-15',
  change: null,
  waiting: 4,
};
const mail = (given: Partial<ReminderFacts>, today = '2026-02-06') =>
  mailOf([{ ...facts, ...given }], today, 'https://hoc.example.vn');

describe('the mail of a reminder', () => {
  it('names class, day, hour and place, and what to do next with a link', () => {
    expect(mail({}).body).toBe(
      [
        'Kính gửi đồng chí Trần Thị Lan,',
        'Đồng chí là học viên lớp Trung cấp lý luận chính trị K12 (LLCT-12), khai giảng ngày 07/02/2026 (ngày mai).\n' +
          'Buổi học đầu tiên: 07:30 07/02/2026.\nĐịa điểm: Hội trường A, 1 Lê Duẩn.',
        'Việc cần làm: có mặt trước giờ học 15 phút để điểm danh. Nếu không dự được, xin báo bí thư đơn vị để cử người thay trước ngày khai giảng.\n' +
          'https://hoc.example.vn/classes/c1',
        'Thư này do hệ thống gửi theo lịch nhắc, không cần trả lời. Nếu có điều chưa đúng, xin báo văn phòng đào tạo của Khối.',
      ].join('\n\n'),
    );
  });

  it('speaks the language of the account', () => {
    expect(mail({ locale: 'en' }).body).toContain(
      'You are enrolled in Trung cấp lý luận chính trị K12 (LLCT-12), which opens on 07/02/2026 (tomorrow).',
    );
  });

  it('says “lớp” once, whether the name of the class begins with it or not', () => {
    expect(mail({}).subject).toBe('Khai giảng lớp Trung cấp lý luận chính trị K12 (LLCT-12): ngày 07/02/2026');
    expect(mail({ className: 'Lớp Sơ cấp' }).subject).toContain('Khai giảng Lớp Sơ cấp (');
  });

  it('admits that hour and place are not known yet', () => {
    const { body } = mail({ startsAt: null, place: null });
    expect(body).toContain('Khai giảng: 07/02/2026; giờ học sẽ báo sau.\nĐịa điểm: sẽ báo sau.');
  });

  it('has no personal data in its subject, under any rule and in either language', () => {
    for (const rule of reminderRules) {
      for (const locale of ['vi', 'en'] as const) {
        const subject = subjectIn(locale, [{ ...facts, rule }], '2026-01-13');
        expect(subject).toContain('LLCT-12');
        for (const secret of ['Hạnh', 'Lan', 'lan@', 'Thiếu']) expect(subject).not.toContain(secret);
      }
    }
  });

  it('counts in grammatical English', () => {
    const english = { locale: 'en', rule: 'deadline_near', anchor: '2026-01-20' } as const;
    expect(mail({ ...english, seats: 1, nominated: 0, drafts: 1 }, '2026-01-19').body).toContain(
      'has 1 seat and has sent 0 people.\n1 nomination of your unit is a draft',
    );
    expect(mail(english, '2026-01-13').subject).toBe(
      'Nominations for Trung cấp lý luận chính trị K12 (LLCT-12) close at 17:00 20/01/2026',
    );
  });
});
