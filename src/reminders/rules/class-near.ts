import { daysBetween, showDay } from '../../platform/clock';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, daysLookedBack, firstHalfDay, isEnrolled, startOfDay } from './sql';
import { classValues, pieces } from './values';

export const classNear = defineReminder({
  candidates: `
    SELECT NULL::uuid AS account_id, e.person_id, c.id AS class_id, e.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, e.person_id) AS subject, c.opens_on AS anchor,
           coalesce(lower(h.during), ${startOfDay('c.opens_on + 1')}) AS over_at, ${dayOfMoment('e.enrolled_at')} AS since
    FROM classes c
    JOIN enrollments e ON e.class_id = c.id AND e.ended_at IS NULL
    LEFT JOIN LATERAL ${firstHalfDay} h ON true
    WHERE class_is_under_way(c.state) AND c.opens_on >= $1::date - ${daysLookedBack}`,
  whyNot: `CASE ${classIsOver} WHEN NOT ${isEnrolled} THEN 'not_enrolled' WHEN c.opens_on <> r.anchor THEN 'day_moved' END`,
  facts: `'{}'::jsonb`,
  values: ([reminder], locale, today) => ({
    ...classValues(reminder!, locale),
    day: showDay(reminder!.anchor),
    left: pieces[locale].days(daysBetween(today, reminder!.anchor)),
  }),
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Khai giảng {class}: ngày {day}',
      body: `Đồng chí là học viên {class}, khai giảng ngày {day} ({left}).
{when}
{where}
{map}

Việc cần làm: có mặt trước giờ học 15 phút để điểm danh. Nếu không dự được, xin báo bí thư đơn vị để cử người thay trước ngày khai giảng.`,
    },
    en: {
      subject: '{class} opens on {day}',
      body: `You are enrolled in {class}, which opens on {day} ({left}).
{when}
{where}
{map}

What to do: be there 15 minutes early for the attendance. If you cannot come, tell the secretary of your unit before the opening so that somebody else can take the place.`,
    },
  },
});
