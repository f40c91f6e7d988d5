import { type Day, showDay } from '../../platform/clock';
import { defineReminder } from './definition';
import { dayOfMoment, daysLookedBack, holdersOf, managersOf, subjectId } from './sql';
import { classValues } from './values';

interface Facts {
  readonly reason: string;
  readonly decision: string;
  readonly decidedOn: Day;
  readonly authority: string;
}

const day = dayOfMoment('o.reopened_at');

/** Whoever learns in the class, their secretaries, each once, and its managers. */
const told = `
  SELECT NULL::uuid AS account_id, e.person_id, e.unit_id FROM enrollments e WHERE e.class_id = o.class_id AND e.ended_at IS NULL
  UNION ALL
  SELECT s.account_id, NULL, min(s.unit_id::text)::uuid
  FROM (SELECT DISTINCT unit_id FROM enrollments WHERE class_id = o.class_id AND ended_at IS NULL) u
  JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id GROUP BY s.account_id
  UNION
  SELECT g.account_id, NULL, NULL FROM ${managersOf('o.class_id')} g`;

export const classReopened = defineReminder<Facts>({
  // By decision: until then nobody had heard of a result that counted.
  candidates: `
    SELECT told.account_id, told.person_id, o.class_id, told.unit_id, NULL::uuid AS nomination_id, o.id::text AS subject,
           ${day} AS anchor, 'infinity'::timestamptz AS over_at, ${day} AS since
    FROM class_reopenings o CROSS JOIN LATERAL (${told}) told
    WHERE o.decision IS NOT NULL AND ${day} >= $1::date - ${daysLookedBack}`,
  whyNot: 'NULL',
  facts: `(
    SELECT jsonb_build_object('reason', o.reason, 'decision', o.decision, 'decidedOn', o.decided_on, 'authority', o.authority)
    FROM class_reopenings o WHERE o.id = ${subjectId})`,
  values: ([reminder], locale) => {
    const { reason, decision, decidedOn, authority } = reminder!.facts;
    return { ...classValues(reminder!, locale), reason, decision, day: showDay(decidedOn), authority };
  },
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Mở lại lớp để xét lại kết quả: {class}',
      body: `{class} được mở lại theo quyết định {decision} ngày {day} của {authority}. Kết quả đã báo không còn hiệu lực và sẽ được xét lại.
Lý do: {reason}.

Giấy chứng nhận đã cấp của lớp này đã bị thu hồi. Việc cần làm: ai đang giữ giấy xin nộp lại cho văn phòng đào tạo; người hoàn thành được cấp giấy mới, số mới.`,
    },
    en: {
      subject: 'Reopened, to be judged again: {class}',
      body: `{class} is open again by decision {decision} of {day}, {authority}. The results you were told count no more and are judged again.
Reason: {reason}.

Certificates of this class are revoked. What to do: give back the paper you hold to the training office; people who complete receive a new one with a new number.`,
    },
  },
});
