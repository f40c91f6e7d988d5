import { changeLines, type TimetableChangeFacts } from './change';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, daysLookedBack, isEnrolled, managersOf, placeNameOf } from './sql';
import { classValues } from './values';

/** Whoever came after a change never knew the timetable otherwise. */
const told = `
  SELECT NULL::uuid AS account_id, e.person_id, e.unit_id, ${dayOfMoment('e.enrolled_at')} AS since
  FROM enrollments e JOIN half_days h ON h.id = t.half_day_id AND is_for_group(h.group_numbers, e.group_number)
  WHERE e.class_id = t.class_id AND e.ended_at IS NULL AND e.enrolled_at <= t.changed_at
  UNION ALL
  SELECT a.id, NULL, NULL, min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')}))
  FROM ${managersOf('t.class_id')} g JOIN accounts a ON a.id = g.account_id
  WHERE g.granted_at <= t.changed_at AND NOT EXISTS (
    SELECT 1 FROM enrollments e WHERE e.class_id = t.class_id AND e.person_id = a.person_id AND e.ended_at IS NULL)
  GROUP BY a.id`;

export const timetableChanged = defineReminder<TimetableChangeFacts>({
  carriesCalendar: true,
  candidates: `
    SELECT told.account_id, told.person_id, t.class_id, told.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', t.half_day_id, t.id) AS subject, ${dayOfMoment('t.changed_at')} AS anchor, t.over_at, told.since
    FROM timetable_changes t
    JOIN classes c ON c.id = t.class_id AND class_is_under_way(c.state)
    CROSS JOIN LATERAL (${told}) told
    WHERE t.changed_at <= $2 AND ${dayOfMoment('t.changed_at')} >= $1::date - ${daysLookedBack}`,
  whyNot: `CASE ${classIsOver}
    WHEN r.person_id IS NOT NULL AND NOT ${isEnrolled} THEN 'not_enrolled'
    WHEN r.person_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id) THEN 'not_in_charge' END`,
  facts: `(
    SELECT jsonb_build_object('sequence', t.sequence, 'halfDayId', d.id, 'kind', t.kind, 'halfDays', t.half_days, 'reason', t.reason,
      'was', CASE WHEN t.was_during IS NOT NULL
        THEN jsonb_build_object('part', t.was_part, 'startsAt', lower(t.was_during), 'endsAt', upper(t.was_during)) END,
      'now', jsonb_build_object('part', d.part, 'startsAt', lower(d.during), 'endsAt', upper(d.during)),
      'isCancelled', d.cancelled_at IS NOT NULL, 'roomName', ${placeNameOf('d')}, 'lecturerName', l.full_name)
    FROM timetable_changes t JOIN half_days d ON d.id = t.half_day_id
    LEFT JOIN lecturers l ON l.id = d.lecturer_id
    WHERE t.id = split_part(r.occurrence, ':', 2)::uuid)`,
  values: (group, locale) => ({
    ...classValues(group[0]!, locale),
    changes: changeLines(
      group.map(({ facts }) => facts).toSorted((one, other) => one.sequence - other.sequence),
      locale,
    ).join('\n'),
  }),
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Lịch học thay đổi: {class}',
      body: `Lịch học {class} có thay đổi:
{changes}

Việc cần làm: ghi lại ngày giờ mới. Nếu không dự được buổi nào, xin báo văn phòng đào tạo của Khối.`,
    },
    en: {
      subject: 'The timetable has changed, {class}',
      body: `The timetable of {class} has changed:
{changes}

What to do: note the new day and time. If you cannot come to one of them, tell the training office of the Bloc.`,
    },
  },
});
