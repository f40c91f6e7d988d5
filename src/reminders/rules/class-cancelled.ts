import { showDay } from '../../platform/clock';
import { defineReminder } from './definition';
import { dayOfMoment, daysLookedBack, holdersOf, managersOf } from './sql';
import { classValues } from './values';

interface Facts {
  readonly reason: string | null;
}

/**
 * Everybody the class was taken from: who was enrolled or nominated to the end, their secretaries and those of units
 * with seats, and the class's managers.
 */
const told = `
  SELECT NULL::uuid AS account_id, k.person_id, k.unit_id FROM (
    SELECT e.person_id, e.unit_id FROM enrollments e WHERE e.class_id = c.id AND e.ended_at >= c.cancelled_at
    UNION
    SELECT n.person_id, n.unit_id FROM nominations n WHERE n.class_id = c.id AND n.ended_at >= c.cancelled_at AND n.submitted_at IS NOT NULL
  ) k
  UNION ALL
  SELECT s.account_id, NULL, min(s.unit_id::text)::uuid
  FROM (SELECT unit_id FROM seats WHERE class_id = c.id AND unit_id IS NOT NULL
        UNION SELECT unit_id FROM nominations WHERE class_id = c.id AND ended_at >= c.cancelled_at) u
  JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
  GROUP BY s.account_id
  UNION
  SELECT g.account_id, NULL, NULL FROM ${managersOf('c.id')} g`;

/** A class that was on again in between is cancelled anew. */
const subject = `concat_ws(':', c.id, (SELECT extract(epoch FROM c.cancelled_at) FROM cancellation_reversals o WHERE o.class_id = c.id LIMIT 1))`;

export const classCancelled = defineReminder<Facts>({
  carriesCalendar: true,
  // Nobody is told of a class that was never announced.
  candidates: `
    SELECT told.account_id, told.person_id, c.id AS class_id, told.unit_id, NULL::uuid AS nomination_id,
           ${subject} AS subject, ${dayOfMoment('c.cancelled_at')} AS anchor, 'infinity'::timestamptz AS over_at,
           ${dayOfMoment('c.cancelled_at')} AS since
    FROM classes c
    CROSS JOIN LATERAL (${told}) told
    WHERE c.state = 'cancelled' AND c.announced_at IS NOT NULL AND c.cancelled_at <= $2
      AND ${dayOfMoment('c.cancelled_at')} >= $1::date - ${daysLookedBack}`,
  whyNot: 'NULL',
  facts: `jsonb_build_object('reason', c.cancelled_reason)`,
  values: ([reminder], locale) => ({
    ...classValues(reminder!, locale),
    opening: reminder!.opensOn ? showDay(reminder!.opensOn) : '',
    reason: reminder!.facts.reason ?? '',
  }),
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Hủy lớp: {class}',
      body: `{class}, dự kiến khai giảng ngày {opening}, đã hủy và không tổ chức.
Lý do: {reason}.

Các đề nghị cử học và danh sách học viên của lớp đã khép lại; đồng chí không phải làm gì thêm. Khi có lớp mới, văn phòng đào tạo sẽ mở chiêu sinh lại.`,
    },
    en: {
      subject: 'Cancelled: {class}',
      body: `{class}, which was to open on {opening}, is cancelled and will not take place.
Reason: {reason}.

Nominations and enrollments of the class have ended; there is nothing for you to do. The training office will open another call when there is a new class.`,
    },
  },
});
