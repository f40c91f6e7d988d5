import { showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { type Grade, gradeWords } from '../../training-records/training-record.labels';
import { defineReminder } from './definition';
import { dayOfMoment, daysLookedBack, startOfDay, subjectId } from './sql';
import { classValues } from './values';

interface Facts {
  readonly grade: Grade | null;
  readonly certificate: { readonly number: string; readonly code: string; readonly validUntil: string | null } | null;
}

/** A certificate that was issued anew is news again. */
const certificate = `certificates_in_force t ON t.completion_id = k.id`;
/** What a decision led to is told with it, once. */
const isToldByDecision = `EXISTS (SELECT FROM completion_amendments m WHERE m.completion_id = k.id AND m.amended_at >= k.judged_at
  AND (t.id IS NULL OR ${dayOfMoment('m.amended_at')} = t.issued_on))`;
/** Those that may be news. */
const lately = `k.id IN (
  SELECT id FROM completions WHERE judged_at >= ${startOfDay(`$1::date - ${daysLookedBack}`)}
  UNION ALL SELECT completion_id FROM certificates_in_force WHERE issued_on >= $1::date - ${daysLookedBack})`;
const day = `greatest(t.issued_on, ${dayOfMoment('k.judged_at')})`;

export const completionReady = defineReminder<Facts>({
  candidates: `
    SELECT NULL::uuid AS account_id, k.person_id, k.class_id, e.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', k.id, t.id) AS subject, ${day} AS anchor, 'infinity'::timestamptz AS over_at, ${day} AS since
    FROM completions k
    JOIN classes c ON c.id = k.class_id AND c.state = 'closed'
    JOIN courses co ON co.id = c.course_id
    JOIN enrollments e ON e.id = k.enrollment_id
    LEFT JOIN ${certificate}
    WHERE ${lately} AND k.completed AND NOT ${isToldByDecision} AND (t.id IS NOT NULL OR co.award <> 'certificate') AND ${day} >= $1::date - ${daysLookedBack}`,
  whyNot: `'certificate_over'`,
  facts: `(
    SELECT jsonb_build_object('grade', k.grade, 'certificate', CASE WHEN t.id IS NOT NULL
      THEN jsonb_build_object('number', t.number, 'code', t.verification_code, 'validUntil', t.valid_until) END)
    FROM completions k LEFT JOIN ${certificate} WHERE k.id = ${subjectId})`,
  values: ([reminder], locale) => {
    const { grade, certificate: issued } = reminder!.facts;
    const say = completionWords[locale];
    return {
      ...classValues(reminder!, locale),
      grade: grade ? say.grade(gradeWords[locale][grade]) : '',
      certificate: issued ? say.certificate(issued.number, issued.code) : '',
      valid: issued?.validUntil ? say.valid(showDay(issued.validUntil)) : '',
      todo: issued ? say.certified : say.recorded,
    };
  },
  link: ({ facts }) => (facts.certificate ? `/verify/${facts.certificate.code}` : '/my-training-record'),
  texts: {
    vi: {
      subject: 'Hoàn thành {class}',
      body: `Đồng chí được công nhận hoàn thành {class}.
{grade}
{certificate}
{valid}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Completed: {class}',
      body: `You have completed {class}.
{grade}
{certificate}
{valid}

What to do: {todo}`,
    },
  },
});

const completionWords = words({
  grade: { vi: (grade: string) => `Xếp loại: ${grade}.`, en: (grade: string) => `Grade: ${grade}.` },
  certificate: {
    vi: (number: string, code: string) => `Giấy chứng nhận số ${number}, mã xác minh ${code}.`,
    en: (number: string, code: string) => `Certificate number ${number}, verification code ${code}.`,
  },
  valid: { vi: (until: string) => `Có giá trị đến ${until}.`, en: (until: string) => `Valid until ${until}.` },
  certified: {
    vi: 'giữ thư này. Ai cần kiểm tra giấy chứng nhận thì mở trang dưới đây, không cần đăng nhập.',
    en: 'keep this message. Anyone who needs to verify the certificate can open the page below without signing in.',
  },
  recorded: {
    vi: 'không phải làm gì; kết quả đã ghi vào quá trình đào tạo, bồi dưỡng của đồng chí.',
    en: 'nothing; it stands in your training record.',
  },
});
