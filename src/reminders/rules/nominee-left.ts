import { type Day, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, holdersOf, startOfDay, subjectId } from './sql';
import { classValues, linesByName, pieces } from './values';

interface Facts {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly leftOn: Day | null;
}

/** To the unit that sent them and to the one they belong to now, until the former says what becomes of the place. */
export const nomineeLeft = defineReminder<Facts>({
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, l.class_id, l.unit_id, l.nomination_id, l.id::text AS subject,
           ${dayOfMoment('l.flagged_at')} AS anchor, ${startOfDay('c.closes_on + 1')} AS over_at, min(s.since) AS since
    FROM open_leavers l JOIN classes c ON c.id = l.class_id AND class_is_under_way(c.state)
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id IN (l.unit_id, l.now_of_unit_id)
    WHERE l.flagged_at <= $2
    GROUP BY s.account_id, l.id, l.class_id, l.unit_id, l.nomination_id, l.flagged_at, c.closes_on`,
  whyNot: `CASE ${classIsOver}
    WHEN NOT EXISTS (SELECT FROM open_leavers l WHERE l.id = ${subjectId}) THEN 'leaver_settled'
    WHEN NOT EXISTS (SELECT FROM open_leavers l JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id IN (l.unit_id, l.now_of_unit_id)
      WHERE l.id = ${subjectId} AND s.account_id = r.account_id) THEN 'not_in_charge' END`,
  facts: `(SELECT jsonb_build_object('name', p.full_name, 'from', unit_name_on(l.unit_id, $1), 'to', unit_name_on(l.now_of_unit_id, $1), 'leftOn', l.left_on)
    FROM leavers l JOIN persons p ON p.id = l.person_id WHERE l.id = ${subjectId})`,
  values: (group, locale) => ({
    ...classValues(group[0]!, locale),
    count: pieces[locale].people(group.length),
    list: linesByName(
      group.map(({ facts }) => facts),
      ({ name, from, to, leftOn }) =>
        leftOn === null ? leftWords[locale].moved(name, from, to) : leftWords[locale].left(name, from, showDay(leftOn)),
    ),
  }),
  link: ({ classId }) => `/leavers?classId=${classId}`,
  texts: {
    vi: {
      subject: '{count} rời hoặc chuyển đơn vị khi có chỗ ở {class}',
      body: `Người sau đây đang được cử hoặc đang học {class}:
{list}

Việc cần làm: đơn vị đã cử mở trang dưới đây và chọn: vẫn học, thay người khác, hay cho thôi. Đơn vị hiện nay biết để bố trí công việc.`,
    },
    en: {
      subject: '{count} left or moved with a place in {class}',
      body: `These people have a place in {class}:
{list}

What to do: the unit that sent them opens the page below and chooses: they stay, somebody else comes, or it ends. The unit they belong to now knows to plan around it.`,
    },
  },
});

const leftWords = words({
  moved: {
    vi: (name: string, from: string, to: string) => `${name}: đã chuyển từ ${from} sang ${to}`,
    en: (name: string, from: string, to: string) => `${name}: moved from ${from} to ${to}`,
  },
  left: {
    vi: (name: string, from: string, day: string) => `${name}: đã rời ${from} từ ngày ${day}`,
    en: (name: string, from: string, day: string) => `${name}: left ${from} on ${day}`,
  },
});
