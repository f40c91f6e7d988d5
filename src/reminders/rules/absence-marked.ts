import { dayPartWords } from '../../classes/classes.labels';
import type { DayPart } from '../../classes/day-parts';
import { showDay } from '../../platform/clock';
import { type Locale, words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import { classIsOver, daysLookedBack, secretaryLeft, subjectId, toPersonAndSecretaries } from './sql';
import { classValues, daysOf, isOfThemselves, linesByName } from './values';

interface Facts {
  readonly name: string;
  readonly parts: readonly DayPart[];
}

// What was missed in another class was told of there, and what was to be made up there is missed in one's own.
const isMissed = `h.cancelled_at IS NULL AND l.mark = 'unexcused' AND NOT l.carried AND l.for_line_id IS NULL`;

export const absenceMarked = defineReminder<Facts>({
  candidates: toPersonAndSecretaries(`
    SELECT e.person_id, c.id AS class_id, e.unit_id, NULL::uuid AS nomination_id, e.id::text AS subject, h.day AS anchor,
           'infinity'::timestamptz AS over_at, h.day AS since
    FROM half_days h
    JOIN classes c ON c.id = h.class_id AND class_is_under_way(c.state)
    JOIN attendance_lines l ON l.half_day_id = h.id AND ${isMissed}
    JOIN enrollments e ON e.id = l.enrollment_id AND e.ended_at IS NULL
    WHERE h.day BETWEEN $1::date - ${daysLookedBack} AND $1
    GROUP BY e.id, c.id, h.day`),
  whyNot: `CASE ${classIsOver} ${secretaryLeft} ELSE 'attendance_changed' END`,
  facts: `(
    SELECT jsonb_build_object('name', p.full_name, 'parts', jsonb_agg(h.part ORDER BY lower(h.during)))
    FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN persons p ON p.id = l.person_id
    WHERE l.enrollment_id = ${subjectId} AND h.day = r.anchor AND ${isMissed} GROUP BY p.id)`,
  values: (group, locale) => {
    const [first] = group as readonly [(typeof group)[number]];
    const [say, known] = [absenceWords[locale], classValues(first, locale)];
    const isOwn = isOfThemselves(first);
    const days = daysOf(group).map(showDay).join(', ');
    return {
      ...known,
      day: days,
      you: isOwn
        ? say.you(
            days,
            partsOf(
              group.flatMap(({ facts }) => facts.parts),
              locale,
            ),
          )
        : '',
      list: isOwn
        ? ''
        : linesByName(
            group.map(({ facts, anchor }) => ({ ...facts, anchor })),
            ({ name, parts, anchor }) => `${name}: ${partsOf(parts, locale)} ${showDay(anchor)}`,
          ),
      todo: isOwn ? say.yourTask : say.theirTask,
    };
  },
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Vắng không phép ngày {day}: {class}',
      body: `Điểm danh {class} ngày {day} ghi vắng không phép.
{you}
{list}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Absent without leave on {day}, {class}',
      body: `The attendance of {class} on {day} says absent without leave.
{you}
{list}

What to do: {todo}`,
    },
  },
});

const partsOf = (parts: readonly DayPart[], locale: Locale) =>
  [...new Set(parts)].map((part) => dayPartWords[locale][part].toLowerCase()).join(', ');

const absenceWords = words({
  you: {
    vi: (days: string, parts: string) => `Đồng chí được ghi vắng buổi ${parts}, ngày ${days}.`,
    en: (days: string, parts: string) => `You are marked absent: ${parts}, ${days}.`,
  },
  yourTask: {
    vi: 'nếu ghi chưa đúng hoặc có lý do chính đáng, xin báo chủ nhiệm lớp ngay. Vắng quá mức quy định thì không được công nhận hoàn thành.',
    en: 'if this is wrong or there was a good reason, tell the class manager at once. Who misses too much does not complete the class.',
  },
  theirTask: {
    vi: 'hỏi lý do và nhắc những người này dự học đầy đủ. Nếu ghi chưa đúng, xin báo chủ nhiệm lớp.',
    en: 'ask for the reason and see that they attend. If a mark is wrong, tell the class manager.',
  },
});
