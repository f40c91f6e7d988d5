import type { CourseRule } from '../courses/courses.queries';
import {
  type Education,
  educations,
  isAtLeast,
  type Rating,
  ratings,
  type Sex,
  type Standing,
  type TheoryLevel,
  theoryLevels,
} from '../people/person.values';
import { implausibleIn } from '../people/person.plausibility';
import { educationWords, ratingWords, standingWords, theoryLevelWords } from '../people/person.labels';
import { likeSomebodyElsewhere } from '../people/likeness';
import { addMonths, ageByMonth, type Day, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { Check, OverrideCited } from './checks';

/** What the rules look at. */
export interface NomineeFacts {
  readonly personId: string;
  readonly unitId: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: Day;
  readonly standing: Standing;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: Education;
  readonly theoryLevel: TheoryLevel;
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly keyCadre: boolean;
  readonly planned: boolean;
  /** Units that became part of theirs: what those nominated stays good. */
  readonly mergedUnitIds: readonly string[];
  readonly leftOn: Day | null;
  /** The last day of a class of the same course this person completed; null when never. */
  readonly completedOn: Day | null;
  /** Null when none is in hand. */
  readonly certificateValidUntil: Day | 'lasting' | null;
  /** A live nomination or enrollment in another class of the same course. */
  /** Whether another unit has somebody like them, who may be they. */
  readonly hasLikeElsewhere: boolean;
  readonly sameCourseClass: string | null;
  /** A class this person is enrolled in whose half-day falls at the same time. */
  readonly overlap: Overlap | null;
  /** The same of a class this person is only nominated into so far. */
  readonly overlapNominated: Overlap | null;
  readonly timesNominated: number;
  /** The year of the first nomination into this course that led to no class; null when there was none. */
  readonly waitingSince: number | null;
  /** Decisions that let this person into this class although a rule says no, by rule. */
  readonly overrides: Readonly<Record<string, OverrideCited>>;
}

interface Overlap {
  readonly className: string;
  readonly day: Day;
}

export interface ClassFacts {
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly mode: 'part_time' | 'full_time';
}

type Judgement = { readonly ok: boolean; readonly sentence: Bilingual };
type Rule = (parameters: Readonly<Record<string, unknown>>, nominee: NomineeFacts, into: ClassFacts) => Judgement;

/** The admission rules a course may use; thresholds and citations are data of the course (course_rules). */
const rules: Readonly<Record<string, Rule>> = {
  standing({ anyOf }, { standing }) {
    const wanted = anyOf as Standing[];
    const list = (locale: 'vi' | 'en') =>
      wanted.map((one) => standingWords[locale][one].toLowerCase()).join(locale === 'vi' ? ' hoặc ' : ' or ');
    return {
      ok: wanted.includes(standing),
      sentence: {
        vi: `Tình trạng: ${standingWords.vi[standing].toLowerCase()} (yêu cầu: ${list('vi')}).`,
        en: `Party standing: ${standingWords.en[standing].toLowerCase()} (required: ${list('en')}).`,
      },
    };
  },

  education({ atLeast }, { education }) {
    const floor = atLeast as Education;
    return {
      ok: isAtLeast(educations, education, floor),
      sentence: {
        vi: `Trình độ chuyên môn: ${educationWords.vi[education]} (yêu cầu từ ${educationWords.vi[floor].toLowerCase()} trở lên).`,
        en: `Education: ${educationWords.en[education]} (required: ${educationWords.en[floor].toLowerCase()} or above).`,
      },
    };
  },

  ratings({ years, atLeast }, nominee, { opensOn }) {
    const floor = atLeast as Rating;
    const opening = Number(opensOn.slice(0, 4));
    const rated = Array.from({ length: Number(years) }, (_, index) => opening - Number(years) + index).map((year) => ({
      year,
      rating: nominee.ratings[year],
    }));
    const listed = (locale: 'vi' | 'en') =>
      rated
        .map(
          ({ year, rating }) =>
            `${year}: ${rating ? ratingWords[locale][rating].toLowerCase() : locale === 'vi' ? 'chưa có' : 'none on record'}`,
        )
        .join('; ');
    return {
      ok: rated.every(({ rating }) => rating !== undefined && isAtLeast(ratings, rating, floor)),
      sentence: {
        vi: `Xếp loại ${listed('vi')} (yêu cầu cả ${years} năm liền kề từ “${ratingWords.vi[floor].toLowerCase()}” trở lên).`,
        en: `Ratings ${listed('en')} (required: “${ratingWords.en[floor].toLowerCase()}” or better in each of the ${years} years before).`,
      },
    };
  },

  minimum_age({ mode, male, female }, { sex, birthDate }, into) {
    const floor = Number(sex === 'male' ? male : female);
    const age = ageByMonth(birthDate, into.opensOn);
    const judged = mode as ClassFacts['mode'];
    const isMeant = into.mode === judged;
    return {
      ok: !isMeant || age >= floor,
      sentence: {
        vi: `Đủ ${age} tuổi vào ngày khai giảng ${showDay(into.opensOn)} (yêu cầu ${sex === 'male' ? 'nam' : 'nữ'} từ ${floor} tuổi khi học ${modes.vi[judged]}${isMeant ? '' : `, lớp này học ${modes.vi[into.mode]} nên không xét`}).`,
        en: `Aged ${age} on the opening day ${showDay(into.opensOn)} (required: ${sex === 'male' ? 'men' : 'women'} from ${floor} for ${modes.en[judged]} study${isMeant ? '' : `; this class is ${modes.en[into.mode]}, so it does not apply`}).`,
      },
    };
  },

  key_cadre(_, { keyCadre, planned }) {
    const ok = keyCadre || planned;
    return {
      ok,
      sentence: ok
        ? {
            vi: keyCadre ? 'Là cán bộ chủ chốt.' : 'Được quy hoạch chức danh cán bộ chủ chốt.',
            en: keyCadre ? 'Is a key cadre.' : 'Is planned for a key post.',
          }
        : {
            vi: 'Không phải cán bộ chủ chốt và không được quy hoạch theo hồ sơ của đơn vị.',
            en: 'Is neither a key cadre nor planned for a key post in the unit’s roster.',
          },
    };
  },

  below_theory_level({ level }, { theoryLevel }) {
    const wanted = level as TheoryLevel;
    return {
      ok: !isAtLeast(theoryLevels, theoryLevel, wanted),
      sentence: {
        vi: `Trình độ lý luận chính trị hiện có: ${theoryLevelWords.vi[theoryLevel].toLowerCase()} (lớp dành cho người chưa có ${theoryLevelWords.vi[wanted].toLowerCase()}).`,
        en: `Theory level today: ${theoryLevelWords.en[theoryLevel].toLowerCase()} (the class is for those below ${theoryLevelWords.en[wanted].toLowerCase()}).`,
      },
    };
  },

  prior_theory_level({ atLeast }, { theoryLevel }) {
    const floor = atLeast as TheoryLevel;
    return {
      ok: isAtLeast(theoryLevels, theoryLevel, floor),
      sentence: {
        vi: `Trình độ lý luận chính trị hiện có: ${theoryLevelWords.vi[theoryLevel].toLowerCase()} (yêu cầu từ ${theoryLevelWords.vi[floor].toLowerCase()}).`,
        en: `Theory level today: ${theoryLevelWords.en[theoryLevel].toLowerCase()} (required: ${theoryLevelWords.en[floor].toLowerCase()} or above).`,
      },
    };
  },

  not_completed_before(_, { completedOn }) {
    return {
      ok: completedOn === null,
      sentence: completedOn
        ? {
            vi: `Đã hoàn thành chương trình này ngày ${showDay(completedOn)}.`,
            en: `Completed this course on ${showDay(completedOn)}.`,
          }
        : { vi: 'Chưa học chương trình này.', en: 'Has not completed this course.' },
    };
  },

  certificate_not_valid(_, { certificateValidUntil }, { opensOn }) {
    if (certificateValidUntil === 'lasting') return { ok: false, sentence: holdsForGood };
    const stillValid = certificateValidUntil !== null && certificateValidUntil >= opensOn;
    return {
      ok: !stillValid,
      sentence: stillValid
        ? {
            vi: `Giấy chứng nhận còn hạn đến ${showDay(certificateValidUntil)}.`,
            en: `Holds a certificate valid until ${showDay(certificateValidUntil)}.`,
          }
        : { vi: 'Không có giấy chứng nhận còn hạn.', en: 'Holds no certificate that is still valid.' },
    };
  },

  inside_probation({ months }, { standing, joinedOn }, { closesOn }) {
    const ends = joinedOn ? addMonths(joinedOn, Number(months)) : null;
    return {
      ok: standing === 'probationary' && ends !== null && closesOn <= ends,
      sentence:
        standing !== 'probationary'
          ? { vi: 'Không phải đảng viên dự bị.', en: 'Is not a probationary member.' }
          : ends === null
            ? {
                vi: 'Là đảng viên dự bị nhưng danh sách của đơn vị chưa có ngày vào Đảng. Hãy bổ sung ngày kết nạp.',
                en: 'Is a probationary member, but the unit’s roster has no date of admission. Add it.',
              }
            : {
                vi: `Hết thời gian dự bị ngày ${showDay(ends)}; lớp kết thúc ngày ${showDay(closesOn)}.`,
                en: `Probation ends on ${showDay(ends)}; the class ends on ${showDay(closesOn)}.`,
              },
    };
  },
};

const modes = {
  vi: { part_time: 'không tập trung', full_time: 'tập trung' },
  en: { part_time: 'part-time', full_time: 'full-time' },
} as const;

/**
 * Every rule of the course in force, then the rules of the house, held against one person.
 * A rule the code does not know blocks: it is better to ask than to let by.
 */
export function checkNominee(
  courseRules: readonly CourseRule[],
  nominee: NomineeFacts,
  into: ClassFacts,
  nominatingUnitId: string,
): Check[] {
  return [
    ...courseRules.map((rule) => checkRule(rule, nominee, into)),
    ...houseChecks(nominee, nominatingUnitId),
    ...plausibility(nominee, into),
  ];
}

function checkRule(
  { rule, parameters, severity, citation, verified, validFrom: inForceFrom }: CourseRule,
  nominee: NomineeFacts,
  into: ClassFacts,
): Check {
  const judge = rules[rule];
  const { ok, sentence } = judge
    ? judge(parameters, nominee, into)
    : {
        ok: false,
        sentence: { vi: `Hệ thống chưa biết quy tắc “${rule}”.`, en: `The service does not know the rule “${rule}”.` },
      };
  const override = ok ? null : (nominee.overrides[rule] ?? null);
  const source = { citation, verified, inForceFrom };
  if (!override) return { rule, outcome: ok ? 'pass' : severity, sentence, ...source };
  return { rule, outcome: 'pass', sentence: letIn(sentence, override), ...source, override };
}

const letIn = ({ vi, en }: Bilingual, { decisionNumber, decisionDate, authority }: OverrideCited): Bilingual => ({
  vi: `${vi} Được cho phép theo Quyết định ${decisionNumber} ngày ${showDay(decisionDate)} của ${authority}.`,
  en: `${en} Allowed by decision ${decisionNumber} of ${showDay(decisionDate)}, ${authority}.`,
});

/** What holds for every course: nobody decides otherwise. */
function houseChecks(nominee: NomineeFacts, nominatingUnitId: string): Check[] {
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
  ];
}

/** What the roster says and can hardly be so; whoever decides should look twice. */
function plausibility(nominee: NomineeFacts, { opensOn }: ClassFacts): Check[] {
  return implausibleIn(nominee, opensOn).map(({ code, sentence: { vi, en }, source }) => ({
    rule: code,
    outcome: 'warn',
    sentence: { vi: `${vi}.`, en: `${en}.` },
    citation: source,
    verified: true,
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
      vi: `Đã là học viên lớp ${enrolled.className}, trùng buổi ngày ${showDay(enrolled.day)}.`,
      en: `Is enrolled in ${enrolled.className}, which meets at the same time on ${showDay(enrolled.day)}.`,
    });
  }
  if (nominated) {
    return house('overlap', 'warn', none, {
      vi: `Đang được cử vào lớp ${nominated.className}, trùng buổi ngày ${showDay(nominated.day)}; nếu được duyệt cả hai thì không học được cả hai.`,
      en: `Is also nominated into ${nominated.className}, which meets at the same time on ${showDay(nominated.day)}; both cannot be attended.`,
    });
  }
  return house('overlap', 'pass', none, none);
}

function house(rule: string, outcome: Check['outcome'], met: Bilingual, broken: Bilingual): Check {
  const sentence = outcome === 'pass' ? met : broken;
  return { rule, outcome, sentence, citation: null, verified: true, inForceFrom: null };
}

const holdsForGood = {
  vi: 'Đã có giấy chứng nhận không thời hạn.',
  en: 'Holds a certificate that does not expire.',
};
