import { isHeldBack } from '../../nominations/held-decisions';
import { type Day, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import { classIsOver, dayOfMoment, holdersOf, reaches, startOfDay } from './sql';
import { classValues, pieces } from './values';

interface Facts {
  readonly nomineeName: string;
  readonly reason: string | null;
  readonly correctBy: Day | null;
}

export const nominationReturned = defineReminder<Facts>({
  candidates: `
    SELECT s.account_id, NULL::uuid AS person_id, n.class_id, n.unit_id, n.id AS nomination_id,
           concat_ws(':', n.id, extract(epoch FROM n.decided_at)) AS subject, ${dayOfMoment('n.decided_at')} AS anchor,
           coalesce(${startOfDay('n.correct_by + 1')}, 'infinity') AS over_at, s.since
    FROM nominations n
    JOIN classes c ON c.id = n.class_id AND class_is_under_way(c.state)
    JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = n.unit_id
    WHERE n.state = 'returned' AND n.decided_at <= $2 AND NOT ${isHeldBack('n.id', '$2')}`,
  whyNot: `CASE ${classIsOver}
    WHEN NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'
    WHEN n.state <> 'returned' OR strpos(r.occurrence, concat_ws(':', n.id, extract(epoch FROM n.decided_at))) <> 1 THEN 'nomination_settled' END`,
  facts: `jsonb_build_object('nomineeName', (SELECT full_name FROM persons WHERE id = n.person_id), 'reason', n.reason, 'correctBy', n.correct_by)`,
  values: (group, locale) => ({
    ...classValues(group[0]!, locale),
    count: pieces[locale].nominations(group.length),
    list: group
      .map(({ facts }) => facts)
      .toSorted((one, other) => one.nomineeName.localeCompare(other.nomineeName, 'vi'))
      .map(({ nomineeName, reason, correctBy }) =>
        returnedWords[locale].one(nomineeName, reason ?? '', correctBy && showDay(correctBy)),
      )
      .join('\n'),
  }),
  link: ({ classId }) => `/classes/${classId}/nominations`,
  texts: {
    vi: {
      subject: '{count} cử học {class} được trả lại để sửa',
      body: `Hồ sơ sau đây của {unit} cử học {class} được trả lại để sửa:
{list}

Việc cần làm: mở trang dưới đây, sửa theo lý do đã nêu rồi gửi lại. Chỗ của đơn vị được giữ đến hết hạn sửa.`,
    },
    en: {
      subject: '{count} for {class} returned for correction',
      body: `These nominations of {unit} for {class} were returned for correction:
{list}

What to do: open the page below, correct what is named and send again. The place is kept until the day given.`,
    },
  },
});

const returnedWords = words({
  one: {
    vi: (name: string, reason: string, day: string | null) =>
      `– ${name}: ${reason}${day ? ` (sửa trước hết ngày ${day})` : ''}`,
    en: (name: string, reason: string, day: string | null) =>
      `– ${name}: ${reason}${day ? ` (correct by ${day})` : ''}`,
  },
});
