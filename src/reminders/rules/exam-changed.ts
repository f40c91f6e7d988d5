import { dayOf, showDay, showTime } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { momentOf } from './change';
import { defineReminder } from './definition';
import { type ExamFacts, examFacts, examIsNotTheirs, examLine, toldOfExam } from './exam-near';
import { classIsOver, dayOfMoment, daysLookedBack } from './sql';
import { classValues } from './values';

interface ChangeFacts {
  readonly sequence: number;
  readonly exam: ExamFacts;
  readonly wasAt: string;
  readonly isCancelled: boolean;
  readonly reason: string | null;
}

/** What is moved or cancelled; whoever was listed after it never knew otherwise. */
export const examChanged = defineReminder<ChangeFacts>({
  candidates: `
    SELECT told.account_id, told.person_id, x.class_id, told.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', x.id, t.id) AS subject, ${dayOfMoment('t.changed_at')} AS anchor, t.over_at, told.since
    FROM exam_changes t JOIN exams x ON x.id = t.exam_id
    JOIN classes c ON c.id = x.class_id AND class_is_under_way(c.state)
    CROSS JOIN LATERAL (${toldOfExam}) told
    WHERE t.changed_at <= $2 AND ${dayOfMoment('t.changed_at')} >= $1::date - ${daysLookedBack}
      AND coalesce(told.known_at, t.changed_at) <= t.changed_at`,
  whyNot: `CASE ${classIsOver} ${examIsNotTheirs} END`,
  facts: `(
    SELECT jsonb_build_object('sequence', t.sequence, 'exam', ${examFacts}, 'wasAt', lower(t.was_during), 'reason', t.reason,
      'isCancelled', w.cancelled_at IS NOT NULL)
    FROM exam_changes t JOIN exams w ON w.id = t.exam_id WHERE t.id = split_part(r.occurrence, ':', 2)::uuid)`,
  values: (group, locale) => {
    const say = changeWords[locale];
    const inOrder = group.map(({ facts }) => facts).toSorted((one, other) => one.sequence - other.sequence);
    return {
      ...classValues(group[0]!, locale),
      changes: inOrder
        .map(({ exam, wasAt, isCancelled, reason }) => {
          const was = momentOf(wasAt);
          const before = `${showTime(was)} ${showDay(dayOf(was))}`;
          const line = examLine(exam, locale);
          return `${isCancelled ? say.cancelled(line, before) : say.moved(line, before)}${reason === null ? '' : say.because(reason)}`;
        })
        .join('\n'),
    };
  },
  carriesCalendar: true,
  link: ({ facts }) => `/exams/${facts.exam.id}`,
  texts: {
    vi: {
      subject: 'Lịch thi thay đổi: {class}',
      body: `Lịch thi {class} có thay đổi:
{changes}

Việc cần làm: ghi lại ngày giờ mới. Nếu không dự được, xin báo văn phòng đào tạo của Khối.`,
    },
    en: {
      subject: 'An examination has changed, {class}',
      body: `The examinations of {class} have changed:
{changes}

What to do: note the new day and time. If you cannot come, tell the training office of the Bloc.`,
    },
  },
});

const changeWords = words({
  moved: {
    vi: (line: string, before: string) => `${line} (trước đây: ${before}).`,
    en: (line: string, before: string) => `${line} (was: ${before}).`,
  },
  cancelled: {
    vi: (line: string, before: string) => `${line}: HỦY kỳ thi lúc ${before}.`,
    en: (line: string, before: string) => `${line}: CANCELLED, was at ${before}.`,
  },
  because: { vi: (reason: string) => ` Lý do: ${reason}.`, en: (reason: string) => ` Reason: ${reason}.` },
});
