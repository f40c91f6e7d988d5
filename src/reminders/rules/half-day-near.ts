import { type Day, daysBetween, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { type HalfDayFacts, halfDayLines } from './half-day-lines';
import { defineReminder } from './definition';
import {
  addressOf,
  classIsOver,
  dayOfMoment,
  halfDaysLookedAhead,
  isEnrolled,
  isOnLeave,
  managersOf,
  placeOf,
} from './sql';
import { classValues, daysOf, isOfThemselves, pieces } from './values';

interface Facts {
  readonly halfDays: readonly HalfDayFacts[];
  readonly address: string | null;
}

/** There are too many half-days to note each one that was missed two weeks ago. */
const daysBack = 3;

const held = `half_days h JOIN classes c ON c.id = h.class_id AND class_is_under_way(c.state) AND h.cancelled_at IS NULL
  AND h.day BETWEEN $1::date - ${daysBack} AND ${dayOfMoment('$2::timestamptz')} + ${halfDaysLookedAhead}`;

/** The half-days of that day the recipient is expected at, first one first. */
const ofTheDay = `half_days h WHERE h.class_id = c.id AND h.day = r.anchor AND h.cancelled_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.class_id = c.id AND e.person_id = r.person_id AND e.ended_at IS NULL
    AND (${isOnLeave} OR NOT is_for_group(h.group_numbers, e.group_number)))`;

export const halfDayNear = defineReminder<Facts>({
  // Of the opening day people hear by `class_near`; managers do not, so they are told of every day.
  candidates: `
    SELECT NULL::uuid AS account_id, e.person_id, c.id AS class_id, e.unit_id, NULL::uuid AS nomination_id, c.id::text AS subject,
           h.day AS anchor, min(lower(h.during)) AS over_at, ${dayOfMoment('e.enrolled_at')} AS since
    FROM ${held} AND h.day <> c.opens_on
    JOIN enrollments e ON e.class_id = c.id AND e.ended_at IS NULL AND is_expected(e.enrolled_at, h.during) AND is_for_group(h.group_numbers, e.group_number)
    WHERE NOT ${isOnLeave}
    GROUP BY e.id, c.id, h.day
    UNION ALL
    SELECT m.account_id, NULL, c.id, NULL, NULL, c.id::text, h.day, min(lower(h.during)), min(coalesce(m.starts_on, ${dayOfMoment('m.granted_at')}))
    FROM ${held}
    CROSS JOIN LATERAL ${managersOf('c.id')} m
    GROUP BY m.account_id, c.id, h.day`,
  whyNot: `CASE ${classIsOver}
    WHEN r.person_id IS NOT NULL AND NOT ${isEnrolled} THEN 'not_enrolled'
    WHEN r.person_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id) THEN 'not_in_charge'
    ELSE 'no_half_day' END`,
  facts: `jsonb_build_object(
    'halfDays', (SELECT jsonb_agg(jsonb_build_object('part', h.part, 'startsAt', lower(h.during), 'endsAt', upper(h.during),
      'place', ${placeOf('h')}) ORDER BY lower(h.during)) FROM ${ofTheDay}),
    'address', (SELECT ${addressOf('h')} FROM ${ofTheDay} ORDER BY lower(h.during) LIMIT 1))`,
  // Who joins a running class hears of today and of tomorrow at once.
  values: (group, locale, today) => {
    const [first] = group as readonly [(typeof group)[number]];
    const days = daysOf(group);
    const linesOf = (day: Day) => halfDayLines(group.find(({ anchor }) => anchor === day)!.facts.halfDays, locale);
    const address = group.map(({ facts }) => facts.address).find((one) => one !== null);
    return {
      ...classValues(first, locale),
      day: days.map(showDay).join(', '),
      left: days.map((day) => pieces[locale].days(daysBetween(today, day))).join(', '),
      half_days: days.map((day) => (days.length > 1 ? `${showDay(day)}:\n` : '') + linesOf(day)).join('\n'),
      map: address ? pieces[locale].map(address) : '',
      todo: isOfThemselves(first) ? taskWords[locale].learner : taskWords[locale].manager,
    };
  },
  link: (reminder) =>
    isOfThemselves(reminder) ? `/classes/${reminder.classId}` : `/classes/${reminder.classId}/attendance`,
  texts: {
    vi: {
      subject: 'Buổi học ngày {day}: {class}',
      body: `{class} học ngày {day} ({left}):
{half_days}
{map}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Half-day on {day}, {class}',
      body: `{class} meets on {day} ({left}):
{half_days}
{map}

What to do: {todo}`,
    },
  },
});

const taskWords = words({
  learner: {
    vi: 'có mặt trước giờ học 15 phút để điểm danh. Nếu không dự được, xin phép trước với chủ nhiệm lớp.',
    en: 'be there 15 minutes early for the attendance. If you cannot come, ask the class manager for leave beforehand.',
  },
  manager: {
    vi: 'xem lại đơn xin phép và chuẩn bị điểm danh trên trang dưới đây.',
    en: 'look at the requests for leave and make the attendance ready on the page below.',
  },
});
