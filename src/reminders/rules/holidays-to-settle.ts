import { isYearToSettle, monthOfAsking } from '../../classes/holidays/holidays.queries';
import { defineReminder } from './definition';
import { holdersOf, startOfDay } from './sql';

interface Facts {
  readonly year: number;
}

const ofSubject = `split_part(r.occurrence, ':', 1)::int`;

/** The public holidays of next year have no list, or days on it nobody verified: timetables are planned by them. */
export const holidaysToSettle = defineReminder<Facts>({
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, NULL::uuid AS class_id, NULL::uuid AS unit_id, NULL::uuid AS nomination_id,
           y.year::text AS subject, make_date(y.year - 1, ${monthOfAsking}, 1) AS anchor, ${startOfDay('make_date(y.year, 1, 1)')} AS over_at, min(s.since) AS since
    FROM (SELECT extract(year FROM $1::date)::int + 1 AS year) y, ${holdersOf(`'training_officer'`)} s
    WHERE extract(month FROM $1::date) >= ${monthOfAsking} AND ${isYearToSettle('y.year')} AND $2::timestamptz IS NOT NULL
    GROUP BY s.account_id, y.year`,
  whyNot: `CASE WHEN r.account_id IS NULL OR NOT EXISTS (SELECT FROM ${holdersOf(`'training_officer'`)} o WHERE o.account_id = r.account_id) THEN 'not_in_charge'
    ELSE 'holidays_settled' END`,
  facts: `jsonb_build_object('year', ${ofSubject})`,
  values: ([first]) => ({ year: String(first!.facts.year) }),
  link: ({ facts }) => `/public-holidays?year=${facts.year}`,
  texts: {
    vi: {
      subject: 'Ngày nghỉ lễ năm {year} cần xác nhận',
      body: `Danh sách ngày nghỉ lễ, Tết năm {year} chưa có hoặc còn ngày chưa xác minh; lịch học của năm đó được xếp theo danh sách này.

Việc cần làm: mở trang dưới đây, đối chiếu với thông báo nghỉ Tết, Quốc khánh và ngày nghỉ bù, rồi đánh dấu đã xác minh.`,
    },
    en: {
      subject: 'Public holidays of {year} to settle',
      body: `The list of public holidays of {year} is missing or has days nobody verified; timetables of that year are planned by it.

What to do: open the page below, check Tết, National Day and the days in lieu against what was announced, and mark them as verified.`,
    },
  },
});
