import { daysBetween, showMoment } from '../../platform/clock';
import { words } from '../../platform/messages/words';
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
} from './sql';
import { classValues, pieces } from './values';

interface Facts {
  readonly seats: number;
  readonly nominated: number;
  readonly drafts: number;
  readonly closesAt: string;
}

const closing = dayOfMoment('c.call_closes_at');

export const deadlineNear = defineReminder<Facts>({
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, c.id AS class_id, u.unit_id, NULL::uuid AS nomination_id,
           concat_ws(':', c.id, u.unit_id) AS subject, ${closing} AS anchor, c.call_closes_at AS over_at,
           greatest(s.since, ${dayOfMoment('c.announced_at')}) AS since
    FROM classes c
    CROSS JOIN LATERAL (
      SELECT unit_id, count(*) AS seats FROM seats WHERE class_id = c.id AND unit_id IS NOT NULL
      GROUP BY unit_id HAVING bool_or(nomination_id IS NULL)
    ) u
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
    WHERE c.state = 'announced' AND c.call_opens_at <= $2 AND ${closing} >= $1::date - ${daysLookedBack}
      AND NOT ${answeredNone('u.unit_id')} AND ${sentNominations('u.unit_id')} < u.seats`,
  whyNot: `CASE ${classIsOver}
    WHEN NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'
    WHEN ${closing} <> r.anchor THEN 'day_moved'
    WHEN c.state <> 'announced' THEN 'call_over'
    WHEN ${answeredNone('r.unit_id')} THEN 'answered_none'
    WHEN ${seatsOfUnit()} = 0 THEN 'no_seats'
    WHEN ${seatsOfUnit('AND s.nomination_id IS NULL')} = 0 OR ${sentNominations('r.unit_id')} >= ${seatsOfUnit()} THEN 'seats_filled' END`,
  facts: `jsonb_build_object('seats', ${seatsOfUnit()}, 'nominated', ${sentNominations('r.unit_id')}, 'closesAt', c.call_closes_at,
    'drafts', (SELECT count(*) FROM nominations d WHERE d.class_id = c.id AND d.unit_id = r.unit_id AND d.state = 'draft'))`,
  values: ([reminder], locale, today) => {
    const { seats, nominated, drafts, closesAt } = reminder!.facts;
    return {
      ...classValues(reminder!, locale),
      seats: pieces[locale].seats(seats),
      sent: pieces[locale].people(nominated),
      drafts: drafts > 0 ? draftWords[locale].left(drafts) : '',
      until: showMoment(momentOf(closesAt)),
      left: pieces[locale].days(daysBetween(today, reminder!.anchor)),
    };
  },
  link: ({ classId }) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: 'Hạn cử người học {class}: {until}',
      body: `Hạn gửi danh sách cử người học {class}: {until} ({left}). {unit} có {seats}, đã gửi {sent}.
{drafts}
{when}
{where}

Việc cần làm: mở trang dưới đây, cử đủ người rồi gửi danh sách kèm số công văn. Nếu kỳ này đơn vị không cử ai, xin trả lời “Kỳ này không cử” trên trang đó; hệ thống sẽ không nhắc nữa.`,
    },
    en: {
      subject: 'Nominations for {class} close at {until}',
      body: `{class} takes nominations until {until} ({left}). {unit} has {seats} and has sent {sent}.
{drafts}
{when}
{where}

What to do: open the page below, nominate, and send the list with the number of your letter. If your unit nominates nobody this time, answer so on that page and you will not be reminded again.`,
    },
  },
});

const draftWords = words({
  left: {
    vi: (count: number) => `Đơn vị còn ${count} hồ sơ ở dạng bản nháp, chưa gửi.`,
    en: (count: number) =>
      `${pieces.en.nominations(count)} of your unit ${count === 1 ? 'is a draft' : 'are drafts'} and not sent yet.`,
  },
});
