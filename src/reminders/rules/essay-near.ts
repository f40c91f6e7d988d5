import { daysBetween, showMoment } from '../../platform/clock';
import { momentOf } from './change';
import { defineReminder } from './definition';
import {
  ahead,
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
/** Days: nobody sets a term further ahead. */
const longestTerm = 1_000;
const ofReminder = `${owed} WHERE e.id = ${subjectId}`;

/** Who owes it by a term, from the near terms on: its class's, or their own. */
const owedBy = (due: string, set: string, from: string) => `
    SELECT NULL::uuid AS account_id, e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id, e.id::text AS subject,
           ${dayOfMoment(due)} AS anchor, ${due} AS over_at, ${dayOfMoment(`greatest(e.enrolled_at, ${set})`)} AS since
    FROM ${from} JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
    WHERE e.ended_at IS NULL AND ${essayIsMissing} AND ${due} >= ${startOfDay(`$1::date - ${daysLookedBack}`)}
      AND ${due} < ${startOfDay(`$1::date + ${ahead(longestTerm)}`)}`;

export const essayNear = defineReminder<Facts>({
  candidates: `
    ${owedBy('t.due_at', 't.set_at', 'essay_terms t JOIN enrollments e ON e.class_id = t.class_id LEFT JOIN essays s ON s.enrollment_id = e.id')}
      AND s.due_again_at IS NULL
    UNION ALL
    ${owedBy('s.due_again_at', 's.decided_at', 'essays s JOIN enrollments e ON e.id = s.enrollment_id')}`,
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
