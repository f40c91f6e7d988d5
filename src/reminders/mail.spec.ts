import { locales } from '../platform/messages/words';
import { momentAt } from '../platform/clock';
import type { DueReminder } from './rules/definition';
import { reminderDefinitions } from './rules/definitions';
import { type ReminderTexts, ReminderWriter } from './mail';
import { reminderRules } from './rules/rule';
import { fillIn, placeholdersIn } from './text';

const addressOf = () => 'https://hoc.example.vn/unsubscribe/x';
const texts = Object.fromEntries(reminderRules.map((rule) => [rule, reminderDefinitions[rule].texts])) as ReminderTexts;

const classNear: DueReminder = {
  id: 'r',
  rule: 'class_near',
  ruleIsOn: true,
  tooLateAfterDays: 1,
  daysBefore: 1,
  dueOn: '2026-02-06',
  anchor: '2026-02-07',
  applies: true,
  whyNot: null,
  overAt: null,
  classId: 'c1',
  classCode: 'LLCT-12',
  className: 'Trung cấp lý luận chính trị K12',
  opensOn: '2026-02-07',
  startsAt: momentAt('2026-02-07', '07:30'),
  place: 'Hội trường A, 1 Lê Duẩn',
  address: null,
  unitId: 'u',
  unitName: 'Đảng ủy CSM',
  to: 'lan@example.vn',
  recipient: 'a',
  chooser: 'a',
  recipientName: 'Trần Thị Lan',
  accountId: 'a',
  locale: 'vi',
  formOfAddress: 'dong_chi',
  urgent: false,
  duty: true,
  byMail: true,
  byNotice: true,
  facts: {},
};
const deadlineNear = {
  rule: 'deadline_near',
  anchor: '2026-01-20',
  facts: { seats: 1, nominated: 0, drafts: 1, closesAt: '2026-01-20T10:00:00+00:00' },
} as const;

const mail = (given: Partial<DueReminder>, today = '2026-02-06') =>
  new ReminderWriter(texts, today, 'https://hoc.example.vn', addressOf).mailOf([[{ ...classNear, ...given }]]);

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

  it('counts in grammatical English, and leaves out a line that has nothing to say', () => {
    const english = { ...deadlineNear, locale: 'en' } as const;
    expect(mail(english, '2026-01-19').body).toContain(
      'has 1 seat and has sent 0 people.\n1 nomination of your unit is a draft',
    );
    const { subject, body } = mail({ ...english, facts: { ...deadlineNear.facts, drafts: 0 } }, '2026-01-13');
    expect(subject).toBe('Nominations for Trung cấp lý luận chính trị K12 (LLCT-12) close at 17:00 20/01/2026');
    expect(body).toContain('has sent 0 people.\nFirst half-day:');
  });

  it('of a day numbers what it tells and counts it in the subject', () => {
    const { subject, body } = new ReminderWriter(texts, '2026-01-17', 'https://hoc.example.vn', addressOf).mailOf([
      [{ ...classNear, ...deadlineNear }],
      [{ ...classNear, ...deadlineNear, classId: 'c2', classCode: 'BD-03' }],
    ]);
    expect(subject).toBe('2 việc cần biết ngày 17/01/2026');
    expect(body).toMatch(/\n\n1\. Hạn cử người học .*LLCT-12[^]*\n\n2\. Hạn cử người học .*BD-03/);
    expect(body.match(/Kính gửi/g)).toHaveLength(1);
    expect(body).toContain('https://hoc.example.vn/classes/c2/nominations');
  });
});

describe('the words of a rule', () => {
  it.each(reminderRules)('%s name nobody in the subject, and use the same placeholders in both languages', (rule) => {
    const { vi, en } = reminderDefinitions[rule].texts;
    for (const locale of locales) {
      expect(placeholdersIn(reminderDefinitions[rule].texts[locale].subject)).not.toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^(person|nominee|list|reason|recipient|you|grade|certificate)$/),
        ]),
      );
    }
    expect(placeholdersIn(vi.subject + vi.body).toSorted()).toEqual(placeholdersIn(en.subject + en.body).toSorted());
  });

  it('keep what a value says as it is, braces too', () => {
    const filled = fillIn({ subject: '{class}', body: 'Lý do: {reason}' }, { class: 'lớp A', reason: '{class} $&' });
    expect(filled).toEqual({ subject: 'Lớp A', body: 'Lý do: {class} $&' });
  });
});
