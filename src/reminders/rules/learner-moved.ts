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
  readonly into: string;
  readonly reason: string | null;
}

/** Somebody `e` who learns on in another class than the one `o` they were transferred from. */
const transferred = `enrollments e JOIN enrollments o ON o.id = e.continues_id JOIN nominations n ON n.id = o.nomination_id AND n.state = 'transferred'`;
const lately = `e.ended_at IS NULL AND e.enrolled_at BETWEEN ${startOfDay(`$1::date - ${daysLookedBack}`)} AND $2`;

const movedOn = dayOfMoment('e.enrolled_at');

export const learnerMoved = defineReminder<Facts>({
  // The managers of both classes: one has somebody less, the other somebody more.
  candidates: `${toPersonAndSecretaries(`
    SELECT e.person_id, e.class_id, e.unit_id, NULL::uuid AS nomination_id, e.id::text AS subject, ${movedOn} AS anchor,
           'infinity'::timestamptz AS over_at, ${movedOn} AS since
    FROM ${transferred} JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state) WHERE ${lately}`)}
    UNION ALL
    SELECT m.account_id, NULL, c.id, NULL, NULL, e.id::text, ${movedOn}, 'infinity', min(coalesce(m.starts_on, ${dayOfMoment('m.granted_at')}))
    FROM ${transferred} JOIN classes c ON c.id IN (e.class_id, o.class_id) AND class_is_under_way(c.state)
    CROSS JOIN LATERAL ${managersOf('c.id')} m WHERE ${lately} GROUP BY m.account_id, c.id, e.id`,
  whyNot: `CASE ${classIsOver}
    WHEN r.unit_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id) THEN 'not_in_charge'
    WHEN r.account_id IS NOT NULL AND r.unit_id IS NOT NULL AND NOT ${reaches(`'unit_secretary'`, 'r.unit_id')} THEN 'not_in_charge'
    ELSE 'not_enrolled' END`,
  facts: `(
    SELECT jsonb_build_object('name', p.full_name, 'from', f.name || ' (' || f.code || ')', 'into', i.name || ' (' || i.code || ')', 'reason', o.ended_reason)
    FROM enrollments e JOIN enrollments o ON o.id = e.continues_id JOIN persons p ON p.id = e.person_id
    JOIN classes f ON f.id = o.class_id JOIN classes i ON i.id = e.class_id WHERE e.id = ${subjectId})`,
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
      todo: isOwn ? say.yourTask : say.theirTask,
    };
  },
  link: (reminder) =>
    isOfThemselves(reminder) ? `/classes/${reminder.classId}` : `/classes/${reminder.classId}/roster`,
  texts: {
    vi: {
      subject: 'Chuyển lớp: {class}',
      body: `{you}
{list}

Việc cần làm: {todo}`,
    },
    en: {
      subject: 'A transfer, {class}',
      body: `{you}
{list}

What to do: {todo}`,
    },
  },
});

const moveWords = words({
  you: {
    vi: ({ from, into, reason }: Facts) =>
      `Đồng chí được chuyển từ ${from} sang học tiếp ở ${into}. Lý do: ${reason ?? ''}`,
    en: ({ from, into, reason }: Facts) =>
      `You were transferred from ${from} and learn on in ${into}. Reason: ${reason ?? ''}`,
  },
  each: {
    vi: ({ name, from, into, reason }: Facts) => `${name}: từ ${from} sang ${into}. Lý do: ${reason ?? ''}`,
    en: ({ name, from, into, reason }: Facts) => `${name}: from ${from} to ${into}. Reason: ${reason ?? ''}`,
  },
  yourTask: {
    vi: 'xem lịch học của lớp mới trên trang dưới đây. Buổi đã học, học phần đã thi ở lớp cũ được mang theo như chương trình cho phép.',
    en: 'see the timetable of the other class on the page below. What you learned before comes along as the course allows.',
  },
  theirTask: {
    vi: 'xem danh sách học viên trên trang dưới đây và báo để đồng chí đó nắm lịch học mới.',
    en: 'see the roster on the page below, and let the person know the new timetable.',
  },
});
