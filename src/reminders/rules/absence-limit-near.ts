import { words } from '../../platform/messages/words';
import { defineReminder } from '../reminder-definition';
import { classIsOver, daysLookedBack, secretaryLeft, subjectId, toPersonAndSecretaries } from '../reminder-sql';
import { classValues, isOfThemselves, linesByName } from '../reminder-values';

interface Facts {
  readonly name: string;
  readonly absences: number;
  /** How many half-days of the whole class may be missed. */
  readonly allowed: number;
}

/** By the rule that judges completion, over the whole timetable: what was not held yet can still be missed. */
const limits = `
  SELECT c.id AS class_id, floor((rule.parameters ->> 'maximumAbsentShare')::numeric * count(*))::int AS allowed
  FROM classes c
  JOIN course_rules rule ON rule.course_id = c.course_id AND rule.purpose = 'completion' AND rule.rule = 'attendance' AND rule.valid @> c.opens_on
  JOIN half_days h ON h.class_id = c.id AND h.cancelled_at IS NULL`;
/** Excused ones count too. A half-day nobody marked yet may have been attended, so nobody is warned of it. */
const isMissed = `l.mark IN ('excused', 'unexcused') AND h.cancelled_at IS NULL AND upper(h.during) <= $2`;

export const absenceLimitNear = defineReminder<Facts>({
  // Each further absence is said anew, from the last but one that is allowed to the first too many.
  candidates: toPersonAndSecretaries(`
    SELECT e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id, concat_ws(':', e.id, count(*)) AS subject,
           max(h.day) AS anchor, 'infinity'::timestamptz AS over_at, max(h.day) AS since
    FROM (${limits} WHERE c.state IN ('announced', 'confirmed') AND c.closes_on >= $1::date - ${daysLookedBack} GROUP BY c.id, rule.id) m
    JOIN enrollments e ON e.class_id = m.class_id AND e.ended_at IS NULL
    JOIN attendance_lines l ON l.enrollment_id = e.id
    JOIN half_days h ON h.id = l.half_day_id AND ${isMissed}
    GROUP BY e.id, m.allowed
    HAVING count(*) BETWEEN greatest(m.allowed - 1, 1) AND m.allowed + 1 AND max(h.day) >= $1::date - ${daysLookedBack}`),
  whyNot: `CASE ${classIsOver} ${secretaryLeft} ELSE 'attendance_changed' END`,
  facts: `jsonb_build_object('name', (SELECT p.full_name FROM enrollments e JOIN persons p ON p.id = e.person_id WHERE e.id = ${subjectId}),
    'absences', split_part(r.occurrence, ':', 2)::int, 'allowed', (SELECT allowed FROM (${limits} WHERE c.id = r.class_id GROUP BY c.id, rule.id) m))`,
  values: (group, locale) => {
    const [first] = group as readonly [(typeof group)[number]];
    const say = limitWords[locale];
    const isOwn = isOfThemselves(first);
    return {
      ...classValues(first, locale),
      you: isOwn ? say.you(first.facts) : '',
      list: isOwn
        ? ''
        : linesByName(
            group.map(({ facts }) => facts),
            (facts) => say.each(facts),
          ),
      todo: isOwn ? say.yourTask : say.theirTask,
    };
  },
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Sắp hết số buổi được vắng: {class}',
      body: `Số buổi vắng ở {class}, kể cả có phép, đã gần hoặc quá mức cho phép để được công nhận hoàn thành và dự thi.
{you}
{list}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Few absences left, {class}',
      body: `The half-days missed in {class}, excused ones included, are close to or above what completion and examinations allow.
{you}
{list}

What to do: {todo}`,
    },
  },
});

const left = ({ absences, allowed }: Facts) => allowed - absences;
const limitWords = words({
  you: {
    vi: (facts: Facts) =>
      `Đồng chí đã vắng ${facts.absences} buổi, cả lớp được vắng tối đa ${facts.allowed} buổi; ${left(facts) > 0 ? `còn được vắng ${left(facts)} buổi` : left(facts) === 0 ? 'không được vắng thêm buổi nào' : 'đã quá mức cho phép'}.`,
    en: (facts: Facts) =>
      `You missed ${facts.absences} of at most ${facts.allowed}; ${left(facts) > 0 ? `${left(facts)} left` : left(facts) === 0 ? 'none is left' : 'that is too many'}.`,
  },
  each: {
    vi: ({ name, absences, allowed }: Facts) => `${name}: vắng ${absences}/${allowed} buổi`,
    en: ({ name, absences, allowed }: Facts) => `${name}: missed ${absences} of at most ${allowed}`,
  },
  yourTask: {
    vi: 'dự đủ các buổi còn lại. Nếu đã quá mức hoặc ghi chưa đúng, xin gặp chủ nhiệm lớp để được hướng dẫn.',
    en: 'come to all that remain. If it is too many already, or a mark is wrong, speak to the class manager.',
  },
  theirTask: {
    vi: 'bố trí công việc để các đồng chí dự đủ các buổi còn lại. Nếu đã quá mức, xin trao đổi với văn phòng đào tạo của Khối.',
    en: 'free them for all that remain. Where it is too many already, speak to the training office of the Bloc.',
  },
});
