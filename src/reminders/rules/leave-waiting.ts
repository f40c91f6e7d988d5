import { type LeaveFor, leaveInOneLine } from './half-day-lines';
import { defineReminder } from './definition';
import {
  classIsOver,
  dayOfMoment,
  daysLookedBack,
  holdersOfOffice,
  leaveFor,
  leaveSubject,
  managersOf,
  startOfDay,
  subjectId,
} from './sql';
import { classValues, linesByName, pieces } from './values';

interface Facts extends LeaveFor {
  readonly name: string;
}

/** To who runs the class, but for the one who asks; to the office where that leaves nobody. */
export const leaveWaiting = defineReminder<Facts>({
  // Whoever was ill asks afterwards, so the half-days that passed do not make it too late.
  candidates: `
    SELECT m.account_id, NULL::uuid AS person_id, c.id AS class_id, NULL::uuid AS unit_id, NULL::uuid AS nomination_id, ${leaveSubject} AS subject,
           ${dayOfMoment('q.asked_at')} AS anchor, 'infinity'::timestamptz AS over_at,
           min(m.since) AS since
    FROM leave_requests q
    JOIN enrollments e ON e.id = q.enrollment_id AND e.ended_at IS NULL
    JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
    CROSS JOIN LATERAL (
      SELECT g.account_id, coalesce(g.starts_on, ${dayOfMoment('g.granted_at')}) AS since FROM ${managersOf('c.id')} g
      UNION ALL SELECT o.account_id, ${dayOfMoment('q.asked_at')} FROM ${holdersOfOffice} o WHERE only_office_decides(c.id, e.person_id, $1::date)) m
    JOIN accounts t ON t.id = m.account_id AND t.person_id IS DISTINCT FROM e.person_id
    WHERE q.state = 'asked' AND q.asked_at >= ${startOfDay(`$1::date - ${daysLookedBack}`)}
    GROUP BY m.account_id, c.id, q.id`,
  whyNot: `CASE ${classIsOver}
    WHEN NOT EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id)
      AND NOT EXISTS (SELECT 1 FROM ${holdersOfOffice} o WHERE o.account_id = r.account_id) THEN 'not_in_charge'
    ELSE 'leave_settled' END`,
  facts: `(
    SELECT jsonb_build_object('name', p.full_name, ${leaveFor})
    FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id JOIN persons p ON p.id = e.person_id WHERE q.id = ${subjectId})`,
  values: (group, locale) => ({
    ...classValues(group[0]!, locale),
    count: pieces[locale].leaveRequests(group.length),
    list: linesByName(
      group.map(({ facts }) => facts),
      ({ name, ...leave }) => `${name}: ${leaveInOneLine(leave, locale)}`,
    ),
  }),
  link: () => '/leave-requests?state=asked',
  texts: {
    vi: {
      subject: '{count} xin nghỉ học chờ duyệt: {class}',
      body: `Học viên {class} xin nghỉ học:
{list}

Việc cần làm: mở trang dưới đây, xem lý do rồi duyệt hoặc từ chối trước buổi học. Đơn được duyệt thì buổi ấy tự ghi vắng có phép.`,
    },
    en: {
      subject: '{count} for leave waiting, {class}',
      body: `Leave was asked for from {class}:
{list}

What to do: open the page below, read the reasons, and approve or decline before the half-day. What you approve is marked as excused by itself.`,
    },
  },
});
