import { type Day, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { type Grade, gradeWords } from '../../training-records/training-record.labels';
import { defineReminder } from './definition';
import { dayOfMoment, daysLookedBack, secretaryLeft, subjectId, toPersonAndSecretaries } from './sql';
import { classValues, isOfThemselves, linesByName } from './values';

interface Facts {
  readonly name: string;
  readonly decision: string;
  readonly decidedOn: Day;
  readonly authority: string;
  readonly completed: boolean;
  readonly grade: Grade | null;
  readonly certificateNumber: string | null;
  /** By which anybody verifies it. */
  readonly certificateCode: string | null;
}

const day = dayOfMoment('m.amended_at');

/** Each decision is said once; what it says of the result is what is so by now. Of a class that is open again, or judged anew, nothing is. */

export const resultAmended = defineReminder<Facts>({
  candidates: toPersonAndSecretaries(`
    SELECT k.person_id, k.class_id, e.unit_id, NULL::uuid AS nomination_id, m.id::text AS subject,
           ${day} AS anchor, 'infinity'::timestamptz AS over_at, ${day} AS since
    FROM completion_amendments m JOIN completions k ON k.id = m.completion_id JOIN enrollments e ON e.id = k.enrollment_id
    WHERE k.closing_id IS NOT NULL AND m.amended_at >= k.judged_at AND ${day} >= $1::date - ${daysLookedBack}`),
  whyNot: `CASE ${secretaryLeft} END`,
  facts: `(
    SELECT jsonb_build_object('name', p.full_name, 'decision', m.decision, 'decidedOn', m.decided_on, 'authority', m.authority,
      'completed', k.completed, 'grade', k.grade, 'certificateNumber', t.number, 'certificateCode', t.verification_code)
    FROM completion_amendments m JOIN completions k ON k.id = m.completion_id JOIN persons p ON p.id = k.person_id
    LEFT JOIN certificates_in_force t ON t.completion_id = k.id WHERE m.id = ${subjectId})`,
  values: (group, locale) => {
    const [first] = group as readonly [(typeof group)[number]];
    const say = amendedWords[locale];
    const isOwn = isOfThemselves(first);
    const resultOf = ({ completed, grade, certificateNumber, certificateCode }: Facts) =>
      [
        completed ? say.completed : say.notCompleted,
        grade && say.grade(gradeWords[locale][grade].toLocaleLowerCase(locale)),
        certificateNumber && say.certificate(certificateNumber, certificateCode ?? ''),
      ]
        .filter(Boolean)
        .join(', ');
    const by = ({ decision, decidedOn, authority }: Facts) => say.by(decision, showDay(decidedOn), authority);
    return {
      ...classValues(first, locale),
      you: isOwn ? group.map(({ facts }) => say.you(by(facts), resultOf(facts))).join('\n') : '',
      list: isOwn
        ? ''
        : linesByName(
            group.map(({ facts }) => facts),
            (facts) => say.each(facts.name, resultOf(facts), by(facts)),
          ),
      todo: isOwn ? say.yourTask : say.theirTask,
    };
  },
  link: ({ classId }) => `/classes/${classId}/completion`,
  texts: {
    vi: {
      subject: 'Kết quả được điều chỉnh: {class}',
      body: `Sau khi kết thúc {class}, kết quả học tập được điều chỉnh theo quyết định.
{you}
{list}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Result amended: {class}',
      body: `After {class} was closed, a decision changed results.
{you}
{list}

What to do: {todo}`,
    },
  },
});

const amendedWords = words({
  completed: { vi: 'hoàn thành', en: 'completed' },
  notCompleted: { vi: 'không hoàn thành', en: 'not completed' },
  grade: { vi: (grade: string) => `xếp loại ${grade}`, en: (grade: string) => `grade ${grade}` },
  certificate: {
    vi: (number: string, code: string) => `giấy chứng nhận số ${number} (mã xác minh ${code})`,
    en: (number: string, code: string) => `certificate ${number} (verification code ${code})`,
  },
  by: {
    vi: (decision: string, day: string, authority: string) => `quyết định ${decision} ngày ${day} của ${authority}`,
    en: (decision: string, day: string, authority: string) => `decision ${decision} of ${day}, ${authority}`,
  },
  you: {
    vi: (by: string, result: string) => `Theo ${by}, kết quả của đồng chí nay là: ${result}.`,
    en: (by: string, result: string) => `By ${by}, your result is now: ${result}.`,
  },
  each: {
    vi: (name: string, result: string, by: string) => `${name}: ${result} (${by})`,
    en: (name: string, result: string, by: string) => `${name}: ${result} (${by})`,
  },
  yourTask: {
    vi: 'xem kết quả và lý do ở trang dưới đây. Nếu đang giữ giấy chứng nhận có số khác, xin nộp lại cho văn phòng đào tạo.',
    en: 'read the result and the reason on the page below. If you hold a certificate with another number, give it back to the training office.',
  },
  theirTask: {
    vi: 'cập nhật hồ sơ của đơn vị theo kết quả mới; giấy chứng nhận có số khác không còn giá trị.',
    en: 'bring the papers of the unit to the new result; a certificate with another number counts no more.',
  },
});
