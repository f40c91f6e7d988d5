import { showMoment } from '../../platform/clock';
import { momentOf } from './change';
import { defineReminder } from './definition';
import {
  answeredNone,
  classIsOver,
  dayOfMoment,
  daysLookedBack,
  holdersOf,
  reaches,
  seatsOfUnit,
  sentNominations,
  startOfDay,
} from './sql';
import { classValues, pieces } from './values';

interface Facts {
  readonly seats: number;
  readonly closedAt: string;
}

const closing = dayOfMoment('c.call_closes_at');

export const deadlinePassed = defineReminder<Facts>({
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, u.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, u.unit_id) AS subject, ${closing} AS anchor, ${startOfDay('c.opens_on')} AS over_at, s.since
    FROM classes c
    CROSS JOIN LATERAL (SELECT DISTINCT unit_id FROM seats WHERE class_id = c.id AND unit_id IS NOT NULL) u
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
    WHERE class_is_under_way(c.state) AND c.call_closes_at <= $2 AND ${closing} >= $1::date - ${daysLookedBack}
      AND NOT ${answeredNone('u.unit_id')} AND ${sentNominations('u.unit_id')} = 0`,
  whyNot: `CASE ${classIsOver}
    WHEN NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'
    WHEN ${closing} <> r.anchor OR c.call_closes_at > $2 THEN 'day_moved'
    WHEN ${answeredNone('r.unit_id')} THEN 'answered_none'
    WHEN ${sentNominations('r.unit_id')} > 0 THEN 'list_sent'
    WHEN ${seatsOfUnit()} = 0 THEN 'no_seats' END`,
  facts: `jsonb_build_object('seats', ${seatsOfUnit()}, 'closedAt', c.call_closes_at)`,
  values: ([reminder], locale) => ({
    ...classValues(reminder!, locale),
    seats: pieces[locale].seats(reminder!.facts.seats),
    until: showMoment(momentOf(reminder!.facts.closedAt)),
  }),
  link: ({ classId }) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: 'Đã hết hạn cử người học {class}, đơn vị chưa gửi danh sách',
      body: `Hạn gửi danh sách cử người học {class} là {until}. {unit} có {seats} nhưng chưa gửi danh sách và chưa trả lời, nên được coi là không có nhu cầu; chỉ tiêu có thể chuyển cho đơn vị khác.
{when}
{where}

Việc cần làm: nếu đơn vị vẫn muốn cử người, liên hệ ngay văn phòng đào tạo của Khối để được xem xét cử muộn. Nếu không cử, xin trả lời “Kỳ này không cử” trên trang dưới đây.`,
    },
    en: {
      subject: 'The call for {class} is over and your unit sent no list',
      body: `Nominations for {class} were due by {until}. {unit} has {seats}, sent no list and gave no answer, which counts as no need; the seats may go to other units.
{when}
{where}

What to do: if your unit still wants to nominate, speak to the training office of the Bloc at once about a late nomination. If it does not, answer so on the page below.`,
    },
  },
});
