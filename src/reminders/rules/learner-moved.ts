import { type Day, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import {
  classIsOver,
  dayOfMoment,
  daysLookedBack,
  managersOf,
  reaches,
  startOfDay,
  subjectId,
  toPersonAndSecretaries,
} from './sql';
import { classValues, isOfThemselves, linesByName } from './values';

interface Facts {
  readonly name: string;
  readonly from: string;
  /** The class they learn on in; null of somebody who was deferred. */
  readonly into: string | null;
  readonly until: Day | null;
  readonly reason: string | null;
}

/** Who learns on in another class, whose nomination waits in another one, and who learns on later: what it is, the classes
 * it is about, and when, which is when they left the former one: to a class split off they belong since they joined that. Whom the office
 * had entered without a nomination is entered anew just before they leave; who takes up what they broke off is not. */
const moved = `(
  SELECT e.id, e.person_id, e.unit_id, e.class_id, ARRAY[e.class_id, o.class_id] AS class_ids, o.ended_at AS moved_at, 'transferred' AS how
  FROM enrollments e JOIN enrollments o ON o.id = e.continues_id LEFT JOIN nominations n ON n.id = o.nomination_id
  LEFT JOIN office_entries y ON y.id = e.office_entry_id
  WHERE e.continues_id IS NOT NULL AND e.ended_at IS NULL AND (n.state = 'transferred' OR (n.id IS NULL AND y.entered_at <= o.ended_at))
  UNION ALL
  SELECT n.id, n.person_id, n.unit_id, n.class_id, ARRAY[n.class_id, o.class_id], n.created_at, 'nominated'
  FROM nominations n JOIN nominations o ON o.id = n.goes_on_with_id AND o.submitted_at IS NOT NULL
  WHERE n.goes_on_with_id IS NOT NULL AND n.ended_at IS NULL AND NOT EXISTS (SELECT FROM enrollments e WHERE e.nomination_id = o.id)
  UNION ALL
  SELECT e.id, e.person_id, e.unit_id, e.class_id, ARRAY[e.class_id], d.deferred_at, 'deferred'
  FROM deferrals d JOIN enrollments e ON e.id = d.enrollment_id) m`;
const lately = `m.moved_at BETWEEN ${startOfDay(`$1::date - ${daysLookedBack}`)} AND $2`;
const movedOn = dayOfMoment('m.moved_at');
const subject = `concat_ws(':', m.id, m.how)`;

export const learnerMoved = defineReminder<Facts>({
  // The managers of both classes: one has somebody less, the other somebody more.
  candidates: `${toPersonAndSecretaries(`
    SELECT m.person_id, m.class_id, m.unit_id, NULL::uuid AS nomination_id, ${subject} AS subject, ${movedOn} AS anchor,
           'infinity'::timestamptz AS over_at, ${movedOn} AS since
    FROM ${moved} JOIN classes c ON c.id = m.class_id AND class_is_under_way(c.state) WHERE ${lately}`)}
    UNION ALL
    SELECT g.account_id, NULL, c.id, NULL, NULL, ${subject}, ${movedOn}, 'infinity', min(coalesce(g.starts_on, ${dayOfMoment('g.granted_at')}))
    FROM ${moved} JOIN classes c ON c.id = ANY (m.class_ids) AND (class_is_under_way(c.state) OR c.state = 'merged')
    CROSS JOIN LATERAL ${managersOf('c.id')} g WHERE ${lately} GROUP BY g.account_id, c.id, m.id, m.how, m.moved_at`,
  whyNot: `CASE ${classIsOver}
    WHEN r.unit_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id) THEN 'not_in_charge'
    WHEN r.account_id IS NOT NULL AND r.unit_id IS NOT NULL AND NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'
    ELSE 'not_enrolled' END`,
  facts: `coalesce((
    SELECT jsonb_build_object('name', p.full_name, 'from', f.name || ' (' || f.code || ')', 'into', i.name || ' (' || i.code || ')',
      'until', d.until, 'reason', left_behind.ended_reason)
    FROM enrollments e JOIN persons p ON p.id = e.person_id
    LEFT JOIN deferrals d ON d.enrollment_id = e.id AND split_part(r.occurrence, ':', 2) = 'deferred'
    JOIN enrollments left_behind ON left_behind.id = CASE WHEN d.enrollment_id IS NULL THEN e.continues_id ELSE e.id END
    JOIN classes f ON f.id = left_behind.class_id LEFT JOIN classes i ON i.id = e.class_id AND d.enrollment_id IS NULL WHERE e.id = ${subjectId}), (
    SELECT jsonb_build_object('name', p.full_name, 'from', f.name || ' (' || f.code || ')', 'into', i.name || ' (' || i.code || ')', 'reason', o.reason)
    FROM nominations n JOIN nominations o ON o.id = n.goes_on_with_id JOIN persons p ON p.id = n.person_id
    JOIN classes f ON f.id = o.class_id JOIN classes i ON i.id = n.class_id WHERE n.id = ${subjectId}))`,
  values: (group, locale) => {
    const [first] = group as readonly [(typeof group)[number]];
    const say = moveWords[locale];
    const isOwn = isOfThemselves(first);
    return {
      ...classValues(first, locale),
      you: isOwn ? say.you(first.facts) : '',
      list: isOwn
        ? ''
        : linesByName(
            group.map(({ facts }) => facts),
            say.each,
          ),
      todo: first.facts.into === null ? say.laterTask : isOwn ? say.yourTask : say.theirTask,
    };
  },
  link: (reminder) =>
    isOfThemselves(reminder) ? `/classes/${reminder.classId}` : `/classes/${reminder.classId}/roster`,
  texts: {
    vi: {
      subject: 'Chuyển lớp, bảo lưu: {class}',
      body: `{you}
{list}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'Transfers and deferrals, {class}',
      body: `{you}
{list}

What to do: {todo}`,
    },
  },
});

const moveWords = words({
  you: {
    vi: ({ from, into, until, reason }: Facts) =>
      into === null
        ? `Đồng chí được bảo lưu đến hết ngày ${showDay(until!)}, thôi học ${from}. Lý do: ${reason ?? ''}`
        : `Đồng chí được chuyển từ ${from} sang học tiếp ở ${into}. Lý do: ${reason ?? ''}`,
    en: ({ from, into, until, reason }: Facts) =>
      into === null
        ? `You were deferred until ${showDay(until!)} and left ${from}. Reason: ${reason ?? ''}`
        : `You were transferred from ${from} and learn on in ${into}. Reason: ${reason ?? ''}`,
  },
  each: {
    vi: ({ name, from, into, until, reason }: Facts) =>
      `${name}: ${into === null ? `bảo lưu đến hết ngày ${showDay(until!)}, thôi học ${from}` : `từ ${from} sang ${into}`}. Lý do: ${reason ?? ''}`,
    en: ({ name, from, into, until, reason }: Facts) =>
      `${name}: ${into === null ? `deferred until ${showDay(until!)}, left ${from}` : `from ${from} to ${into}`}. Reason: ${reason ?? ''}`,
  },
  laterTask: {
    vi: 'khi lớp sau của chương trình chiêu sinh, đơn vị cử người đó trước; kết quả đã học được giữ.',
    en: 'when a later class of the course is called for, the unit nominates the person first; what was learned is kept.',
  },
  yourTask: {
    vi: 'xem lịch học của lớp mới trên trang dưới đây. Buổi đã học, học phần đã thi ở lớp cũ được mang theo như chương trình cho phép.',
    en: 'see the timetable of the other class on the page below. What you learned before comes along as the course allows.',
  },
  theirTask: {
    vi: 'xem danh sách học viên trên trang dưới đây và báo để người đó nắm lịch học mới.',
    en: 'see the roster on the page below, and let the person know the new timetable.',
  },
});
