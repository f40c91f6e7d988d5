import { type Day, showDay } from '../../platform/clock';
import { words } from '../../platform/messages/words';
import { defineReminder } from './definition';
import { daysLookedBack, secretaryLeft, startOfDay, subjectId, toSecretaries } from './sql';
import { linesByName, pieces } from './values';

interface Facts {
  readonly name: string;
  readonly endsOn: Day;
}

/** Probation is twelve months, and the class for new members belongs inside it. */
const endOfProbation = `(p.joined_on + interval '12 months')::date`;
/** Whether the person `p` attended that class, or is enrolled in one that goes on. */
const isSeenTo = `(
  EXISTS (SELECT 1 FROM courses_completed t JOIN courses co ON co.id = t.course_id
    WHERE t.person_id = p.id AND co.code = 'new_member')
  OR EXISTS (SELECT 1 FROM enrollments e JOIN classes k ON k.id = e.class_id AND class_is_under_way(k.state)
    JOIN courses co ON co.id = k.course_id AND co.code = 'new_member' WHERE e.person_id = p.id AND e.ended_at IS NULL))`;

export const probationEnding = defineReminder<Facts>({
  candidates: toSecretaries(`
    SELECT NULL::uuid AS class_id, p.unit_id, NULL::uuid AS nomination_id, p.id::text AS subject, ${endOfProbation} AS anchor,
           ${startOfDay(`${endOfProbation} + 1`)} AS over_at
    FROM persons p
    WHERE p.standing = 'probationary' AND NOT has_left(p.left_on, $1) AND p.joined_on >= $1::date - interval '13 months'
      AND ${endOfProbation} >= $1::date - ${daysLookedBack} AND NOT ${isSeenTo}`),
  whyNot: `CASE ${secretaryLeft.trim()} ELSE 'probation_settled' END`,
  facts: `(SELECT jsonb_build_object('name', p.full_name, 'endsOn', r.anchor) FROM persons p WHERE p.id = ${subjectId})`,
  values: (group, locale) => ({
    count: pieces[locale].people(group.length),
    unit: group[0]!.unitName ?? '',
    list: linesByName(
      group.map(({ facts }) => facts),
      ({ name, endsOn }) => probationWords[locale].each(name, showDay(endsOn)),
    ),
  }),
  link: () => '/people?standing=probationary',
  texts: {
    vi: {
      subject: 'Đảng viên dự bị chưa học lớp đảng viên mới: {count}',
      body: `{unit} có đảng viên dự bị sắp hết thời gian dự bị 12 tháng mà chưa học lớp bồi dưỡng đảng viên mới:
{list}

Việc cần làm: cử các đồng chí học lớp đảng viên mới gần nhất, vì giấy chứng nhận của lớp cần cho việc xét công nhận đảng viên chính thức. Nếu ai đã học nơi khác, xin báo văn phòng đào tạo của Khối ghi vào quá trình đào tạo.`,
    },
    en: {
      subject: 'Probationary members without the class for new members: {count}',
      body: `{unit} has probationary members whose twelve months end soon and who have not attended the class for new members:
{list}

What to do: nominate them for the next such class, because its certificate is needed to become an official member. If somebody attended it elsewhere, ask the training office of the Bloc to enter it in the training record.`,
    },
  },
});

const probationWords = words({
  each: {
    vi: (name: string, day: string) => `${name}: hết thời gian dự bị ngày ${day}`,
    en: (name: string, day: string) => `${name}: probation ends on ${day}`,
  },
});
