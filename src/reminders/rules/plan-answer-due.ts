import { type Day, showDay } from '../../platform/clock';
import { defineReminder } from './definition';
import { dayOfMoment, daysLookedBack, secretaryLeft, startOfDay, toSecretaries } from './sql';

interface Facts {
  readonly year: number;
  readonly lastDay: Day;
}

const ofSubject = `split_part(r.occurrence, ':', 2)::int`;

/** Units that were asked what they need in a year and have said nothing, not even that it is nothing. */
export const planAnswerDue = defineReminder<Facts>({
  candidates: toSecretaries(`
    SELECT NULL::uuid AS class_id, d.unit_id, NULL::uuid AS nomination_id, d.unit_id || ':' || d.year AS subject, d.last_day AS anchor,
           ${startOfDay('d.last_day + 1')} AS over_at
    FROM training_plan_answers_due d WHERE d.last_day >= $1::date - ${daysLookedBack} AND ${dayOfMoment('d.opened_at')} <= $1::date`),
  whyNot: `CASE ${secretaryLeft.trim()} ELSE 'plan_answered' END`,
  facts: `(SELECT jsonb_build_object('year', s.year, 'lastDay', s.last_day) FROM training_plan_seasons s WHERE s.year = ${ofSubject})`,
  values: ([first]) => ({
    unit: first!.unitName ?? '',
    year: String(first!.facts.year),
    last_day: showDay(first!.facts.lastDay),
  }),
  link: ({ facts }) => `/training-plans/${facts.year}/proposals`,
  texts: {
    vi: {
      subject: 'Kế hoạch đào tạo năm {year}: trả lời trước ngày {last_day}',
      body: `Văn phòng đào tạo của Khối đang lập kế hoạch năm {year} và chưa nhận được trả lời của {unit}. Hạn cuối là hết ngày {last_day}.

Việc cần làm: mở trang dưới đây, ghi số người dự kiến cử đi học, đề xuất chương trình khác, hoặc trả lời “không có nhu cầu trong năm”.`,
    },
    en: {
      subject: 'Training plan {year}: answer by {last_day}',
      body: `The training office of the Bloc is planning {year} and has not heard from {unit} yet. The last day is {last_day}.

What to do: open the page below, say how many people you mean to send, propose something else, or answer that nothing is needed this year.`,
    },
  },
});
