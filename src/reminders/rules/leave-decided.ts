import { words } from '../../platform/messages/words';
import { type LeaveFor, leaveInOneLine } from './half-day-lines';
import { defineReminder } from './definition';
import {
  classIsOver,
  dayOfMoment,
  daysLookedBack,
  isEnrolled,
  leaveFor,
  leaveSubject,
  startOfDay,
  subjectId,
} from './sql';
import { classValues } from './values';

interface Facts extends LeaveFor {
  readonly id: string;
  /** Reopened: its half-day was moved to another time. */
  readonly state: 'reopened' | 'approved' | 'declined';
  readonly reason: string | null;
}

export const leaveDecided = defineReminder<Facts>({
  candidates: `
    SELECT NULL::uuid AS account_id, e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id, 
           concat_ws(':', ${leaveSubject}, CASE WHEN q.state = 'reopened' THEN 'reopened' END) AS subject,
           ${dayOfMoment('coalesce(q.decided_at, q.reopened_at)')} AS anchor, 'infinity'::timestamptz AS over_at, ${dayOfMoment('q.asked_at')} AS since
    FROM leave_requests q
    JOIN enrollments e ON e.id = q.enrollment_id AND e.ended_at IS NULL
    JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
    WHERE q.state IN ('approved', 'declined', 'reopened') AND coalesce(q.decided_at, q.reopened_at) >= ${startOfDay(`$1::date - ${daysLookedBack}`)}`,
  whyNot: `CASE ${classIsOver} WHEN NOT ${isEnrolled} THEN 'not_enrolled' ELSE 'leave_settled' END`,
  facts: `(
    SELECT jsonb_build_object('id', q.id, 'state', q.state, 'reason', q.decision_reason, ${leaveFor})
    FROM leave_requests q WHERE q.id = ${subjectId})`,
  values: (group, locale) => ({
    ...classValues(group[0]!, locale),
    list: group
      .map(({ facts: { state, reason, ...leave } }) =>
        decisionWords[locale][state](leaveInOneLine(leave, locale), reason ?? ''),
      )
      .join('\n'),
  }),
  link: ({ facts }) => (facts.state === 'reopened' ? `/leave-requests/${facts.id}` : '/leave-requests'),
  texts: {
    vi: {
      subject: 'Đơn xin nghỉ học đã có trả lời: {class}',
      body: `Đơn xin nghỉ học của đồng chí ở {class}:
{list}

Việc cần làm: buổi nào chưa hoặc không được duyệt, xin có mặt để điểm danh. Cần giải thích thêm, xin trao đổi với chủ nhiệm lớp.`,
    },
    en: {
      subject: 'Your request for leave was answered, {class}',
      body: `You asked for leave from {class}:
{list}

What to do: attend the half-days that were not approved. If something more is to be said, speak to the class manager.`,
    },
  },
});

const decisionWords = words({
  reopened: {
    vi: (halfDays: string) =>
      `– ${halfDays}: buổi học đã dời, đơn xin nghỉ là cho giờ cũ nên không còn áp dụng. Đồng chí phải dự buổi này; nếu không dự được, mở đơn và bấm “Xin nghỉ cho giờ mới”.`,
    en: (halfDays: string) =>
      `– ${halfDays}: the half-day was moved and your leave was for the old time, so it no longer holds. You are expected; if you cannot come, open the request and press “Ask for leave at the new time”.`,
  },
  approved: {
    vi: (halfDays: string) => `– ${halfDays}: được nghỉ, ghi vắng có phép.`,
    en: (halfDays: string) => `– ${halfDays}: approved, marked as excused.`,
  },
  declined: {
    vi: (halfDays: string, reason: string) => `– ${halfDays}: không được duyệt. Lý do: ${reason}`,
    en: (halfDays: string, reason: string) => `– ${halfDays}: declined. Reason: ${reason}`,
  },
});
