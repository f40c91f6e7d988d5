import { showMoment } from '../../platform/clock';
import { momentOf } from './change';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, daysLookedBack, isEnrolled, startOfDay, subjectId } from './sql';
import { classValues } from './values';

interface Facts {
  readonly reason: string;
  readonly dueAgainAt: string;
}

export const essaySentBack = defineReminder<Facts>({
  candidates: `
    SELECT NULL::uuid AS account_id, e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id, concat_ws(':', e.id, extract(epoch FROM s.decided_at)) AS subject,
           ${dayOfMoment('s.decided_at')} AS anchor, s.due_again_at AS over_at, ${dayOfMoment('e.enrolled_at')} AS since
    FROM essays s
    JOIN enrollments e ON e.id = s.enrollment_id AND e.ended_at IS NULL
    JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
    WHERE s.decision = 'sent_back' AND s.decided_at >= ${startOfDay(`$1::date - ${daysLookedBack}`)}`,
  whyNot: `CASE ${classIsOver} WHEN NOT ${isEnrolled} THEN 'not_enrolled' ELSE 'essay_handed_in' END`,
  facts: `(SELECT jsonb_build_object('reason', s.decision_reason, 'dueAgainAt', s.due_again_at) FROM essays s WHERE s.enrollment_id = ${subjectId})`,
  values: ([reminder], locale) => ({
    ...classValues(reminder!, locale),
    reason: reminder!.facts.reason,
    until: showMoment(momentOf(reminder!.facts.dueAgainAt)),
  }),
  link: ({ classId }) => `/classes/${classId}/essays`,
  texts: {
    vi: {
      subject: 'Bài thu hoạch cần viết lại: {class}',
      body: `Bài thu hoạch của đồng chí ở {class} được trả lại để viết lại.
Lý do: {reason}
Hạn nộp lại: {until}.

Việc cần làm: sửa bài theo lý do trên rồi nộp lại trên trang dưới đây. Bài đã nộp vẫn được lưu.`,
    },
    en: {
      subject: 'Your essay for {class} needs another version',
      body: `Your essay for {class} was sent back.
Reason: {reason}
The new version is due at {until}.

What to do: correct it as described and hand it in again on the page below. What you handed in is kept.`,
    },
  },
});
