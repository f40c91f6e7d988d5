import { type Day, showDay } from '../../platform/clock';
import { defineReminder } from './definition';
import {
  classIsOver,
  dayOfMoment,
  essayDaysChased,
  essayDue,
  essayIsMissing,
  secretaryLeft,
  startOfDay,
  toSecretaries,
} from './sql';
import { classValues, linesByName, pieces } from './values';

interface Facts {
  readonly people: readonly { readonly name: string; readonly due: Day }[];
}

const missing = `enrollments e LEFT JOIN essays s ON s.enrollment_id = e.id JOIN essay_terms t ON t.class_id = e.class_id`;
const isMissing = `e.ended_at IS NULL AND ${essayIsMissing} AND ${essayDue} < $2`;

export const essayOverdue = defineReminder<Facts>({
  // Weekly from the term of the class on: the weeks are the days of the rule.
  candidates: toSecretaries(`
    SELECT e.class_id, e.unit_id, NULL::uuid AS nomination_id, concat_ws(':', e.class_id, e.unit_id) AS subject,
           ${dayOfMoment('t.due_at')} AS anchor, 'infinity'::timestamptz AS over_at
    FROM ${missing} JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
    WHERE ${isMissing} AND t.due_at >= ${startOfDay(`$1::date - ${essayDaysChased}`)}
    GROUP BY e.class_id, e.unit_id, t.due_at`),
  whyNot: `CASE ${classIsOver} ${secretaryLeft}
    WHEN (SELECT ${dayOfMoment('t.due_at')} FROM essay_terms t WHERE t.class_id = c.id) <> r.anchor THEN 'day_moved'
    ELSE 'essay_handed_in' END`,
  facts: `jsonb_build_object('people', (
    SELECT jsonb_agg(jsonb_build_object('name', p.full_name, 'due', ${dayOfMoment(essayDue)}))
    FROM ${missing} JOIN persons p ON p.id = e.person_id WHERE e.class_id = c.id AND e.unit_id = r.unit_id AND ${isMissing}))`,
  values: ([reminder], locale) => {
    const { people } = reminder!.facts;
    return {
      ...classValues(reminder!, locale),
      due: showDay(reminder!.anchor),
      count: pieces[locale].people(people.length),
      list: linesByName(people, ({ name, due }) =>
        due === reminder!.anchor ? name : `${name} (${pieces[locale].until(showDay(due))})`,
      ),
    };
  },
  link: ({ classId }) => `/classes/${classId}/essays`,
  texts: {
    vi: {
      subject: 'Chưa nộp bài thu hoạch {class}: {count}',
      body: `Hạn nộp bài thu hoạch {class} là ngày {due}. {unit} còn {count} chưa nộp:
{list}

Việc cần làm: đôn đốc những người này nộp bài trên trang dưới đây. Chưa có bài thì chưa được công nhận hoàn thành; hệ thống nhắc mỗi tuần đến khi nộp đủ.`,
    },
    en: {
      subject: 'Essays missing for {class}: {count}',
      body: `Essays for {class} were due on {due}. Of {unit}, {count} have not handed in:
{list}

What to do: see that they hand in on the page below. Nobody completes the class without; you are reminded each week until all have arrived.`,
    },
  },
});
