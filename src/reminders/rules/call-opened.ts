import { showMoment } from '../../platform/clock';
import { momentOf } from './change';
import { defineReminder } from './definition';
import { answeredNone, callOpening, classIsOver, daysLookedBack, holdersOf, reaches, seatsOfUnit } from './sql';
import { classValues, pieces } from './values';

interface Facts {
  readonly seats: number;
  readonly closesAt: string;
}

export const callOpened = defineReminder<Facts>({
  // A class that was split off has no call of its own.
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, u.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, u.unit_id) AS subject, ${callOpening} AS anchor, c.call_closes_at AS over_at, s.since
    FROM classes c
    CROSS JOIN LATERAL (SELECT DISTINCT unit_id FROM seats WHERE class_id = c.id AND unit_id IS NOT NULL) u
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
    WHERE c.state = 'announced' AND c.split_from_id IS NULL AND c.call_opens_at <= $2 AND ${callOpening} >= $1::date - ${daysLookedBack}
      AND NOT ${answeredNone('u.unit_id')}`,
  whyNot: `CASE ${classIsOver}
    WHEN NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'
    WHEN ${callOpening} <> r.anchor THEN 'day_moved'
    WHEN c.state <> 'announced' THEN 'call_over'
    WHEN ${answeredNone('r.unit_id')} THEN 'answered_none'
    WHEN ${seatsOfUnit()} = 0 THEN 'no_seats' END`,
  facts: `jsonb_build_object('seats', ${seatsOfUnit()}, 'closesAt', c.call_closes_at)`,
  values: ([reminder], locale) => ({
    ...classValues(reminder!, locale),
    seats: pieces[locale].seats(reminder!.facts.seats),
    until: showMoment(momentOf(reminder!.facts.closesAt)),
  }),
  link: ({ classId }) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: 'Mở chiêu sinh {class}: đơn vị có {seats}',
      body: `Đã mở chiêu sinh {class}. {unit} được phân bổ {seats}; hạn gửi danh sách: {until}.
{when}
{where}

Việc cần làm: mở trang dưới đây, cử đủ người rồi gửi danh sách kèm số công văn. Nếu kỳ này đơn vị không cử ai, xin trả lời “Kỳ này không cử” trên trang đó; hệ thống sẽ không nhắc nữa.`,
    },
    en: {
      subject: 'Call open for {class}: your unit has {seats}',
      body: `The call for {class} is open. {unit} was allocated {seats}; the list is due by {until}.
{when}
{where}

What to do: open the page below, nominate, and send the list with the number of your letter. If your unit nominates nobody this time, answer so on that page and you will not be reminded again.`,
    },
  },
});
