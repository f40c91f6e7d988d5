import { daysBetween, showDay } from '../../platform/clock';
import { defineReminder } from '../reminder-definition';
import { classIsOver, holdersOf, reaches, reviewer, waitingSince, waitsForReview } from '../reminder-sql';
import { classValues, pieces } from '../reminder-values';

interface Facts {
  readonly waiting: number;
}

const stillWaiting = `(
  SELECT count(*) FROM nominations n JOIN courses co ON co.id = c.course_id
  WHERE n.class_id = c.id AND ${waitsForReview} AND ${waitingSince} = r.anchor AND ${reaches(`(${reviewer})`, 'n.unit_id')})`;

export const reviewWaiting = defineReminder<Facts>({
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, NULL::uuid AS unit_id, NULL::uuid AS nomination_id,
           c.id::text AS subject, ${waitingSince} AS anchor, 'infinity'::timestamptz AS over_at, min(s.since) AS since
    FROM nominations n
    JOIN classes c ON c.id = n.class_id AND c.state IN ('announced', 'confirmed')
    JOIN courses co ON co.id = c.course_id
    JOIN (SELECT 'training_officer' AS role, * FROM ${holdersOf(`'training_officer'`)} o
          UNION ALL SELECT 'group_officer', * FROM ${holdersOf(`'group_officer'`)} g) s ON s.role = ${reviewer} AND s.unit_id = n.unit_id
    WHERE ${waitsForReview} AND n.submitted_at <= $2
    GROUP BY s.account_id, c.id, ${waitingSince}`,
  whyNot: `CASE ${classIsOver} WHEN a.id IS NULL THEN 'not_in_charge' WHEN ${stillWaiting} = 0 THEN 'nothing_waits' END`,
  facts: `jsonb_build_object('waiting', ${stillWaiting})`,
  values: ([reminder], locale) => ({
    ...classValues(reminder!, locale),
    count: pieces[locale].nominations(reminder!.facts.waiting),
    received: showDay(reminder!.anchor),
    after: String(daysBetween(reminder!.anchor, reminder!.dueOn) - 1),
  }),
  link: ({ classId }) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: '{count} chờ xét quá {after} ngày: {class}',
      body: `Có {count} cử học {class}, nhận ngày {received}, đến nay chưa được xét.
{when}
{where}

Việc cần làm: mở trang dưới đây và duyệt, trả lại hoặc từ chối từng hồ sơ, để đơn vị kịp chuẩn bị.`,
    },
    en: {
      subject: '{count} waiting for more than {after} days, {class}',
      body: `{count} for {class} received on {received} still wait for a decision.
{when}
{where}

What to do: open the page below and accept, return or reject each of them, so that the units can prepare.`,
    },
  },
});
