import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, daysLookedBack, secretaryLeft, subjectId, toPersonAndSecretaries } from './sql';
import { classValues, isOfThemselves, linesByName } from './values';

interface Facts {
  readonly name: string;
  /** The module whose examination is at stake; null when it is the completion of the class. */
  readonly module: string | null;
  readonly absences: number;
  /** How many of its half-days may be missed. */
  readonly allowed: number;
  /** Whether only those without leave are counted, which the rule limits apart. */
  readonly unexcused: boolean;
}

/** Excused ones count too, and those from before joining where they count as missed. A half-day nobody marked yet may have been attended. */
const isMissed = `f.counts_as IN ('excused', 'unexcused', 'missed_before') AND NOT (l.unexcused AND f.counts_as = 'excused') AND upper(f.during) <= $2`;

/**
 * By the rule that judges completion, over the whole timetable since the person joined, and by the rule that bars from
 * examinations, over the half-days of each module that has its own: what was not held yet can still be missed.
 */
const countsWhere = (condition: string) => `
  SELECT e.id AS enrollment_id, m.id AS module_id, l.unexcused,
         floor(l.share * count(*) FILTER (WHERE f.class_id = c.id AND f.counts_as <> 'left_out'))::int AS allowed,
         count(*) FILTER (WHERE ${isMissed}) AS missed, max(f.day) FILTER (WHERE ${isMissed}) AS missed_on
  FROM enrollments e JOIN classes c ON c.id = e.class_id
  JOIN course_rules rule ON rule.course_id = c.course_id AND rule.rule IN ('attendance', 'exam_attendance') AND rule.valid @> c.opens_on
  CROSS JOIN LATERAL (VALUES (false, (rule.parameters ->> 'maximumAbsentShare')::numeric),
    (true, (rule.parameters ->> 'maximumUnexcusedShare')::numeric)) l (unexcused, share)
  JOIN half_days_of_learners f ON f.enrollment_id = e.id AND f.live
  LEFT JOIN module_half_days x ON x.half_day_id = f.half_day_id AND rule.rule = 'exam_attendance'
  LEFT JOIN modules m ON m.id = x.module_id AND m.kind <> 'field_report'
  WHERE ${condition} AND l.share IS NOT NULL AND (rule.rule = 'attendance' OR m.id IS NOT NULL) GROUP BY e.id, rule.id, m.id, l.unexcused, l.share
  HAVING bool_or(f.class_id = c.id)`;

/** Who may have missed one of the last days: nobody else is counted. */
const missedLately = `ARRAY(
  SELECT DISTINCT l.enrollment_id FROM half_days h JOIN attendance_lines l ON l.half_day_id = h.id
  WHERE h.day BETWEEN $1::date - ${daysLookedBack} AND ${dayOfMoment('$2::timestamptz')} AND (l.mark IN ('excused', 'unexcused') OR NOT l.counted))`;

const isUnexcused = `(split_part(r.occurrence, ':', 4) = 'unexcused')`;

export const absenceLimitNear = defineReminder<Facts>({
  // Each further absence is said anew, from the last but one that is allowed to the first too many.
  candidates: toPersonAndSecretaries(`
    SELECT e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', e.id, coalesce(m.module_id::text, ''), m.missed, CASE WHEN m.unexcused THEN 'unexcused' END) AS subject,
           m.missed_on AS anchor, 'infinity'::timestamptz AS over_at, m.missed_on AS since
    FROM (${countsWhere(`e.id = ANY (${missedLately}) AND e.ended_at IS NULL AND class_is_under_way(c.state) AND c.closes_on >= $1::date - ${daysLookedBack}`)}) m
    JOIN enrollments e ON e.id = m.enrollment_id
    WHERE m.missed BETWEEN greatest(m.allowed - 1, 1) AND m.allowed + 1 AND m.missed_on >= $1::date - ${daysLookedBack}
      AND NOT EXISTS (SELECT 1 FROM exam_permissions q WHERE q.enrollment_id = e.id AND q.module_id = m.module_id AND q.withdrawn_at IS NULL)`),
  whyNot: `CASE ${classIsOver} ${secretaryLeft} ELSE 'attendance_changed' END`,
  facts: `(
    SELECT jsonb_build_object('name', p.full_name, 'module', m.name, 'absences', split_part(r.occurrence, ':', 3)::int,
      'unexcused', ${isUnexcused}, 'allowed', (
      SELECT allowed FROM (${countsWhere(`e.id = ${subjectId}`)}) k WHERE k.module_id IS NOT DISTINCT FROM m.id AND k.unexcused = ${isUnexcused}))
    FROM enrollments e JOIN persons p ON p.id = e.person_id LEFT JOIN modules m ON m.id = nullif(split_part(r.occurrence, ':', 2), '')::uuid
    WHERE e.id = ${subjectId})`,
  values: (group, locale) => {
    const [first] = group as readonly [(typeof group)[number]];
    const say = limitWords[locale];
    const isOwn = isOfThemselves(first);
    return {
      ...classValues(first, locale),
      you: isOwn ? group.map(({ facts }) => say.you(facts)).join('\n') : '',
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
      `Đồng chí đã vắng ${facts.absences} buổi${facts.unexcused ? ' không phép' : ''}, ${facts.module ? `học phần “${facts.module}”` : 'cả lớp'} được vắng${facts.unexcused ? ' không phép' : ''} tối đa ${facts.allowed} buổi; ${left(facts) > 0 ? `còn được vắng ${left(facts)} buổi` : left(facts) === 0 ? 'không được vắng thêm buổi nào' : 'đã quá mức cho phép'}.`,
    en: (facts: Facts) =>
      `You missed ${facts.absences}${facts.unexcused ? ' without leave,' : ''} of at most ${facts.allowed}${facts.module ? ` in the module “${facts.module}”` : ''}; ${left(facts) > 0 ? `${left(facts)} left` : left(facts) === 0 ? 'none is left' : 'that is too many'}.`,
  },
  each: {
    vi: ({ name, module, absences, allowed, unexcused }: Facts) =>
      `${name}: vắng${unexcused ? ' không phép' : ''} ${absences}/${allowed} buổi${module ? ` của học phần “${module}”` : ''}`,
    en: ({ name, module, absences, allowed, unexcused }: Facts) =>
      `${name}: missed ${absences}${unexcused ? ' without leave,' : ''} of at most ${allowed}${module ? ` in the module “${module}”` : ''}`,
  },
  yourTask: {
    vi: 'dự đủ các buổi còn lại. Nếu đã quá mức, xin chủ nhiệm lớp cho học bù ở lớp khác cùng chương trình; nếu ghi chưa đúng, báo chủ nhiệm lớp.',
    en: 'come to all that remain. If it is too many already, ask the class manager to make up half-days in another class of the course; if a mark is wrong, tell them.',
  },
  theirTask: {
    vi: 'bố trí công việc để những người này dự đủ các buổi còn lại. Nếu đã quá mức, xin trao đổi với văn phòng đào tạo của Khối.',
    en: 'free them for all that remain. Where it is too many already, speak to the training office of the Bloc.',
  },
});
