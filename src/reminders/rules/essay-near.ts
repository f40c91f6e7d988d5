import { daysBetween, showMoment } from '../../platform/clock';
import { momentOf } from './change';
import { defineReminder } from './definition';
import {
  classIsOver,
  dayOfMoment,
  daysLookedBack,
  essayDue,
  essayIsMissing,
  isEnrolled,
  startOfDay,
  subjectId,
} from './sql';
import { classValues, pieces } from './values';

interface Facts {
  readonly dueAt: string;
}

const owed = `enrollments e LEFT JOIN essays s ON s.enrollment_id = e.id LEFT JOIN essay_terms t ON t.class_id = e.class_id`;
const ofReminder = `${owed} WHERE e.id = ${subjectId}`;

export const essayNear = defineReminder<Facts>({
  candidates: `
    SELECT NULL::uuid AS account_id, e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id, e.id::text AS subject,
           ${dayOfMoment(essayDue)} AS anchor, ${essayDue} AS over_at,
           ${dayOfMoment(`greatest(e.enrolled_at, CASE WHEN s.due_again_at IS NULL THEN t.set_at ELSE s.decided_at END)`)} AS since
    FROM ${owed} JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
    WHERE e.ended_at IS NULL AND ${essayIsMissing} AND ${essayDue} >= ${startOfDay(`$1::date - ${daysLookedBack}`)}`,
  whyNot: `CASE ${classIsOver} WHEN NOT ${isEnrolled} THEN 'not_enrolled'
    WHEN NOT (SELECT ${essayIsMissing} FROM ${ofReminder}) THEN 'essay_handed_in'
    ELSE 'day_moved' END`,
  facts: `(SELECT jsonb_build_object('dueAt', ${essayDue}) FROM ${ofReminder})`,
  values: ([reminder], locale, today) => ({
    ...classValues(reminder!, locale),
    until: showMoment(momentOf(reminder!.facts.dueAt)),
    left: pieces[locale].days(daysBetween(today, reminder!.anchor)),
  }),
  link: ({ classId }) => `/classes/${classId}/essays`,
  texts: {
    vi: {
      subject: 'Hạn nộp bài thu hoạch {class}: {until}',
      body: `Hạn nộp bài thu hoạch {class}: {until} ({left}). Hệ thống chưa nhận được bài của đồng chí.

Việc cần làm: nộp bài trên trang dưới đây, hoặc nộp cho chủ nhiệm lớp, trước hạn.`,
    },
    en: {
      subject: 'Essay for {class} due at {until}',
      body: `The essay for {class} is due at {until} ({left}). Yours has not arrived yet.

What to do: hand it in on the page below, or to the class manager, before it is due.`,
    },
  },
});
