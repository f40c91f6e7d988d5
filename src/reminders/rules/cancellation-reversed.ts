import { showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import { dayOfMoment, daysLookedBack, holdersOf, managersOf, subjectId } from './sql';
import { classValues, isOfThemselves } from './values';

interface Facts {
  readonly reason: string;
  /** Whether the person is nominated or enrolled again. */
  readonly isBack: boolean;
}

const day = dayOfMoment('o.reversed_at');

/** Whoever the cancellation had taken the class from, their secretaries and those of units with seats, and its managers. */
const told = `
  SELECT NULL::uuid AS account_id, k.person_id, k.unit_id FROM (
    SELECT n.person_id, n.unit_id FROM places_before_cancellation p JOIN nominations n ON n.id = p.nomination_id
    WHERE p.class_id = o.class_id AND p.cancelled_at = o.cancelled_at AND n.submitted_at IS NOT NULL
    UNION
    SELECT e.person_id, e.unit_id FROM enrollments e
    WHERE e.class_id = o.class_id AND e.office_entry_id IS NOT NULL AND (e.ended_at IS NULL OR e.ended_at >= o.cancelled_at)) k
  UNION ALL
  SELECT s.account_id, NULL, min(s.unit_id::text)::uuid
  FROM (SELECT unit_id FROM seats WHERE class_id = o.class_id AND unit_id IS NOT NULL
        UNION SELECT n.unit_id FROM places_before_cancellation p JOIN nominations n ON n.id = p.nomination_id
        WHERE p.class_id = o.class_id AND p.cancelled_at = o.cancelled_at) u
  JOIN ${holdersOf(`'unit_secretary'`)} s ON s.unit_id = u.unit_id
  GROUP BY s.account_id
  UNION
  SELECT g.account_id, NULL, NULL FROM ${managersOf('o.class_id')} g`;

export const cancellationReversed = defineReminder<Facts>({
  carriesCalendar: true,
  // Nobody was told that a class nobody knew is cancelled.
  candidates: `
    SELECT told.account_id, told.person_id, o.class_id, told.unit_id, NULL::uuid AS nomination_id, o.id::text AS subject,
           ${day} AS anchor, 'infinity'::timestamptz AS over_at, ${day} AS since
    FROM cancellation_reversals o JOIN classes c ON c.id = o.class_id AND c.state <> 'cancelled' AND c.announced_at IS NOT NULL
    CROSS JOIN LATERAL (${told}) told
    WHERE ${day} >= $1::date - ${daysLookedBack}`,
  whyNot: `CASE WHEN c.state = 'cancelled' THEN 'class_cancelled' END`,
  facts: `(
    SELECT jsonb_build_object('reason', o.reason, 'isBack',
      EXISTS (SELECT FROM nominations n WHERE n.class_id = o.class_id AND n.person_id = r.person_id AND n.ended_at IS NULL)
      OR EXISTS (SELECT FROM enrollments e WHERE e.class_id = o.class_id AND e.person_id = r.person_id AND e.ended_at IS NULL))
    FROM cancellation_reversals o WHERE o.id = ${subjectId})`,
  values: ([reminder], locale) => {
    const say = reversedWords[locale];
    const { reason, isBack } = reminder!.facts;
    const own = isBack ? say.youAreBack : say.youAreNotBack;
    return {
      ...classValues(reminder!, locale),
      opening: reminder!.opensOn ? showDay(reminder!.opensOn) : '',
      reason,
      you: isOfThemselves(reminder!) ? own : say.look,
    };
  },
  link: ({ classId }) => `/classes/${classId}`,
  texts: {
    vi: {
      subject: 'Lớp không hủy nữa: {class}',
      body: `{class}, khai giảng ngày {opening}, không hủy nữa và vẫn tổ chức.
Lý do: {reason}.
{when}
{where}

{you}`,
    },
    en: {
      subject: 'On again: {class}',
      body: `{class}, which opens on {opening}, is on again.
Reason: {reason}.
{when}
{where}

{you}`,
    },
  },
});

const reversedWords = words({
  youAreBack: {
    vi: 'Chỗ của đồng chí trong lớp vẫn như trước khi hủy. Việc cần làm: xem lại lịch học ở trang dưới đây và đi học đúng lịch.',
    en: 'Your place in the class is what it was before. What to do: look at the timetable on the page below and come.',
  },
  youAreNotBack: {
    vi: 'Đồng chí đã học lớp khác trùng giờ nên không trở lại danh sách lớp này. Không phải làm gì; nếu muốn đổi lớp, xin báo bí thư đơn vị.',
    en: 'You learn in another class at that time by now, so you are not on this roster again. There is nothing to do; to change classes, tell the secretary of your unit.',
  },
  look: {
    vi: 'Việc cần làm: xem lại danh sách và lịch học ở trang dưới đây; ai đã học lớp khác trùng giờ thì không trở lại, chỗ trống đã giao cho dự phòng của đơn vị.',
    en: 'What to do: check the list and the timetable on the page below. People who attend another class at that time have not returned, and their seats have gone to the unit’s reserves.',
  },
});
