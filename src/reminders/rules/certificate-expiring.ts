import { type Day, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import {
  dayOfMoment,
  ahead,
  daysLookedAhead,
  daysLookedBack,
  inPortion,
  secretaryLeft,
  startOfDay,
  subjectId,
  toPersonAndSecretaries,
} from './sql';
import { isOfThemselves, linesByName, pieces } from './values';

interface Facts {
  readonly name: string;
  readonly number: string;
  readonly course: string;
  readonly validUntil: Day;
}

/** Certificates of this service, and those of earlier classes from the day they were entered. */
const held = `(
  SELECT t.id, t.person_id, c.course_id, t.number, t.course_name, t.valid_until, t.issued_on AS since
  FROM certificates_in_force t JOIN completions k ON k.id = t.completion_id JOIN classes c ON c.id = k.class_id
  UNION ALL
  SELECT r.id, r.person_id, r.course_id, r.award_number, r.course_name, r.valid_until, ${dayOfMoment('r.recorded_at')}
  FROM training_records_in_force r WHERE r.kind = 'earlier_certificate')`;

const isNear = (day: string) => `${day} BETWEEN $1::date - ${daysLookedBack} AND $1::date + ${ahead(daysLookedAhead)}`;

/** Whether the same person holds a certificate `o` of the same course that outlasts `t`: asked of each, not of everybody's. */
const isRenewed = `
  EXISTS (SELECT 1 FROM ${held} o WHERE o.person_id = t.person_id AND o.course_id = t.course_id AND coalesce(o.valid_until, 'infinity') > t.valid_until OFFSET 0)`;

export const certificateExpiring = defineReminder<Facts>({
  candidates: toPersonAndSecretaries(`
    SELECT t.person_id, NULL::uuid AS class_id, p.unit_id, NULL::uuid AS nomination_id, t.id::text AS subject,
           t.valid_until AS anchor, ${startOfDay('t.valid_until + 1')} AS over_at, t.since
    FROM ${held} t
    JOIN persons p ON p.id = t.person_id AND NOT has_left(p.left_on, $1)
    WHERE ${isNear('t.valid_until')} AND ${inPortion('t.valid_until')} AND NOT ${isRenewed}`),
  anchors: `
    SELECT valid_until AS day FROM certificates_in_force WHERE ${isNear('valid_until')}
    UNION ALL
    SELECT valid_until FROM training_records_in_force WHERE kind = 'earlier_certificate' AND ${isNear('valid_until')}`,
  whyNot: `CASE ${secretaryLeft.trim()} ELSE 'certificate_over' END`,
  facts: `(SELECT jsonb_build_object('name', p.full_name, 'number', t.number, 'course', t.course_name, 'validUntil', t.valid_until)
    FROM ${held} t JOIN persons p ON p.id = t.person_id WHERE t.id = ${subjectId})`,
  values: (group, locale) => {
    const [first] = group as readonly [(typeof group)[number]];
    const of = group.map(({ facts }) => facts);
    const say = expiryWords[locale];
    const isOwn = isOfThemselves(first);
    return {
      count: pieces[locale].certificates(of.length),
      unit: first.unitName ?? '',
      you: isOwn ? of.map((facts) => say.you(facts)).join('\n') : '',
      list: isOwn ? '' : `${say.them(first.unitName ?? '')}\n${linesByName(of, (facts) => say.each(facts))}`,
      todo: isOwn ? say.yourTask : say.theirTask,
    };
  },
  link: (reminder) => (isOfThemselves(reminder) ? '/my-training-record' : '/certificates'),
  texts: {
    vi: { subject: '{count} sắp hết hạn', body: `{you}\n{list}\n\nViệc cần làm: {todo}` },
    en: { subject: '{count} about to expire', body: `{you}\n{list}\n\nWhat to do: {todo}` },
  },
});

const expiryWords = words({
  you: {
    vi: ({ number, course, validUntil }: Facts) =>
      `Giấy chứng nhận số ${number} của đồng chí (${course}) có giá trị đến ${showDay(validUntil)}.`,
    en: ({ number, course, validUntil }: Facts) =>
      `Your certificate number ${number} (${course}) is valid until ${showDay(validUntil)}.`,
  },
  them: {
    vi: (unit: string) => `Giấy chứng nhận sau của ${unit} sắp hết hạn:`,
    en: (unit: string) => `These certificates of ${unit} are about to expire:`,
  },
  each: {
    vi: ({ name, number, course, validUntil }: Facts) =>
      `${name}: số ${number} (${course}), đến ${showDay(validUntil)}`,
    en: ({ name, number, course, validUntil }: Facts) =>
      `${name}: number ${number} (${course}), until ${showDay(validUntil)}`,
  },
  yourTask: {
    vi: 'nếu vẫn cần giấy chứng nhận này, trao đổi với bí thư đơn vị để được cử học lại trước khi hết hạn.',
    en: 'if you still need it, speak to the secretary of your unit about attending again before it expires.',
  },
  theirTask: {
    vi: 'ai còn cần giấy chứng nhận thì đưa vào danh sách cử học đợt chiêu sinh tới.',
    en: 'nominate those who still need one in the next call.',
  },
});
