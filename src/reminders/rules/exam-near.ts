import { showNumber } from '../../theory-classes/exams/exam';
import { dayOf, daysBetween, showDay, showTime } from '../../platform/clock';
import { type Locale, words } from '../../platform/messages/words';
import { momentOf } from './change';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, halfDaysLookedAhead, managersOf, subjectId } from './sql';
import { classValues, daysOf, isOfThemselves, pieces } from './values';

/** An examination as a reminder tells of it. Moments as JSON writes them. */
export interface ExamFacts {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly module: string | null;
  readonly isResit: boolean;
  readonly places: string | null;
  readonly number: number | null;
  readonly note: string | null;
}

/** The examination a reminder `r` is about, as JSON: to a candidate with their number and their own room. */
export const examFacts = `(
  SELECT jsonb_build_object('id', x.id, 'startsAt', lower(x.during), 'endsAt', upper(x.during), 'module', m.name, 'isResit', x.attempt = 2, 'note', x.note,
    'number', own.number, 'places', coalesce((SELECT concat_ws(', ', t.name, t.address) FROM rooms t WHERE t.id = own.room_id),
      (SELECT string_agg(concat_ws(', ', t.name, t.address), '; ' ORDER BY h.position) FROM exam_rooms h JOIN rooms t ON t.id = h.room_id WHERE h.exam_id = x.id)))
  FROM exams x LEFT JOIN modules m ON m.id = x.module_id
  LEFT JOIN LATERAL (SELECT d.number, d.room_id FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id
    WHERE d.exam_id = x.id AND e.person_id = r.person_id LIMIT 1) own ON true
  WHERE x.id = ${subjectId})`;

/** Who is told of an examination `x`: who sits it, who keeps watch, and who manages its class. */
export const toldOfExam = `
  SELECT NULL::uuid AS account_id, e.person_id, e.unit_id, ${dayOfMoment('d.listed_at')} AS since, d.listed_at AS known_at
  FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id AND e.ended_at IS NULL WHERE d.exam_id = x.id
  UNION ALL
  SELECT NULL, p.id, p.unit_id, ${dayOfMoment('i.listed_at')}, i.listed_at FROM exam_invigilators i JOIN persons p ON p.id = i.person_id
  WHERE i.exam_id = x.id
  UNION ALL
  SELECT a.id, NULL, NULL, min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')})), min(g.granted_at)
  FROM ${managersOf('x.class_id')} g JOIN accounts a ON a.id = g.account_id
  WHERE NOT EXISTS (SELECT FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id WHERE d.exam_id = x.id AND e.person_id = a.person_id)
  GROUP BY a.id`;

/** Why the recipient of a reminder `r` about an examination need not be told any more. */
export const examIsNotTheirs = `
  WHEN r.person_id IS NOT NULL AND NOT EXISTS (SELECT FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id
    WHERE d.exam_id = ${subjectId} AND e.person_id = r.person_id AND e.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM exam_invigilators i WHERE i.exam_id = ${subjectId} AND i.person_id = r.person_id) THEN 'not_enrolled'
  WHEN r.person_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id) THEN 'not_in_charge'`;

const examDay = dayOfMoment('lower(x.during)');

/** One examination in one line, with the number of who sits it. */
export function examLine(
  { startsAt, endsAt, module, isResit, places, number, note }: ExamFacts,
  locale: Locale,
): string {
  const say = lineWords[locale];
  const from = momentOf(startsAt);
  const what = [module ?? say.final, isResit && say.resit].filter(Boolean).join(', ');
  const when = `${showTime(from)}–${showTime(momentOf(endsAt))} ${showDay(dayOf(from))}`;
  const parts = [`${what}: ${when}`, places ?? say.later, number !== null && say.number(showNumber(number)), note];
  return `– ${parts.filter(Boolean).join('; ')}`;
}

export const examNear = defineReminder<ExamFacts>({
  candidates: `
    SELECT told.account_id, told.person_id, x.class_id, told.unit_id, NULL::uuid AS nomination_id, x.id::text AS subject,
           ${examDay} AS anchor, lower(x.during) AS over_at, told.since
    FROM exams x JOIN classes c ON c.id = x.class_id AND class_is_under_way(c.state)
    CROSS JOIN LATERAL (${toldOfExam}) told
    WHERE x.cancelled_at IS NULL AND ${examDay} BETWEEN $1::date - 3 AND ${dayOfMoment('$2::timestamptz')} + ${halfDaysLookedAhead}`,
  whyNot: `CASE ${classIsOver} ${examIsNotTheirs} ELSE 'day_moved' END`,
  facts: examFacts,
  values: (group, locale, today) => {
    const days = daysOf(group);
    return {
      ...classValues(group[0]!, locale),
      day: days.map(showDay).join(', '),
      left: days.map((day) => pieces[locale].days(daysBetween(today, day))).join(', '),
      exams: group.map(({ facts }) => examLine(facts, locale)).join('\n'),
      todo: isOfThemselves(group[0]!) ? taskWords[locale].present : taskWords[locale].manager,
    };
  },
  link: ({ facts }) => `/exams/${facts.id}`,
  texts: {
    vi: {
      subject: 'Lịch thi ngày {day}: {class}',
      body: `{class} thi ngày {day} ({left}):
{exams}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Examination on {day}, {class}',
      body: `{class} has an examination on {day} ({left}):
{exams}

What to do: {todo}`,
    },
  },
});

const lineWords = words({
  final: { vi: 'Thi cuối khóa', en: 'Final examination' },
  resit: { vi: 'thi lại', en: 're-sit' },
  number: { vi: (number: string) => `số báo danh ${number}`, en: (number: string) => `number ${number}` },
  later: { vi: 'phòng thi báo sau', en: 'the room is told later' },
});
const taskWords = words({
  present: {
    vi: 'có mặt trước giờ thi 15 phút. Nếu không dự được, xin báo ngay chủ nhiệm lớp.',
    en: 'be there 15 minutes early. If you cannot come, tell the class manager at once.',
  },
  manager: {
    vi: 'in danh sách dự thi và tờ ký nộp bài; lập biên bản sau khi thi.',
    en: 'print the list and the sheet to sign; take the minutes afterwards.',
  },
});
