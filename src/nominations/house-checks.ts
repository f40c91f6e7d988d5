import { likeSomebodyElsewhere } from '../people/likeness';
import { implausibleIn } from '../people/person.plausibility';
import { showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { Check } from './checks';
import type { ClassFacts, NomineeFacts, Overlap } from './nominee-facts';
import { classNamed } from '../classes/classes.labels';

/** What holds for every course: nobody decides otherwise. */
export function houseChecks(nominee: NomineeFacts, into: ClassFacts, nominatingUnitId: string): Check[] {
  const { unitId, mergedUnitIds, leftOn, sameCourseClass, overlap, overlapNominated } = nominee;
  const belongs = unitId === nominatingUnitId || mergedUnitIds.includes(nominatingUnitId);
  return [
    house(
      'belongs_to_unit',
      belongs && leftOn === null ? 'pass' : 'block',
      { vi: 'Đang sinh hoạt tại đơn vị cử.', en: 'Belongs to the nominating unit.' },
      { vi: 'Không còn sinh hoạt tại đơn vị cử.', en: 'Does not belong to the nominating unit any more.' },
    ),
    house(
      'same_course',
      sameCourseClass === null ? 'pass' : 'block',
      {
        vi: 'Không có tên trong lớp khác cùng chương trình.',
        en: 'Is in no other class of the same course.',
      },
      {
        vi: `Đang có tên trong lớp khác cùng chương trình: ${sameCourseClass}.`,
        en: `Is in another class of the same course: ${sameCourseClass}.`,
      },
    ),
    overlapCheck(overlap, overlapNominated),
    ...(nominee.hasLikeElsewhere ? [likeElsewhere] : []),
    ...plausibility(nominee, into),
  ];
}

/** What the roster says and can hardly be so; whoever decides should look twice. */
function plausibility(nominee: NomineeFacts, { opensOn }: ClassFacts): Check[] {
  return implausibleIn(nominee, opensOn).map(({ code, sentence: { vi, en }, source }) => ({
    rule: code,
    outcome: 'warn',
    sentence: { vi: `${vi}.`, en: `${en}.` },
    ...source,
    inForceFrom: null,
  }));
}

/** Under the other record they may have completed the course. */
const likeElsewhere: Check = {
  rule: 'like_elsewhere',
  outcome: 'warn',
  sentence: likeSomebodyElsewhere.message,
  citation: null,
  verified: true,
  inForceFrom: null,
};

function overlapCheck(enrolled: Overlap | null, nominated: Overlap | null): Check {
  const none = { vi: 'Không trùng buổi học với lớp khác.', en: 'No half-day overlaps with another class.' };
  if (enrolled) {
    return house('overlap', 'block', none, {
      vi: `Đã là học viên ${classNamed(enrolled.className)}, trùng buổi ngày ${showDay(enrolled.day)}.`,
      en: `Is enrolled in ${enrolled.className}, which meets at the same time on ${showDay(enrolled.day)}.`,
    });
  }
  if (nominated) {
    return house('overlap', 'warn', none, {
      vi: `Đang được cử vào ${classNamed(nominated.className)}, trùng buổi ngày ${showDay(nominated.day)}; nếu được duyệt cả hai thì không học được cả hai.`,
      en: `Is also nominated into ${nominated.className}, which meets at the same time on ${showDay(nominated.day)}; both cannot be attended.`,
    });
  }
  return house('overlap', 'pass', none, none);
}

function house(rule: string, outcome: Check['outcome'], met: Bilingual, broken: Bilingual): Check {
  const sentence = outcome === 'pass' ? met : broken;
  return { rule, outcome, sentence, citation: null, verified: true, inForceFrom: null };
}
