import type { CourseRule } from '../courses/courses.queries';
import {
  type Education,
  educations,
  isAtLeast,
  type Rating,
  ratings,
  type Standing,
  type TheoryLevel,
  theoryLevels,
} from '../people/person.values';
import { educationWords, ratingWords, standingWords, theoryLevelWords } from '../people/person.labels';
import { retiresOn } from '../people/retirement';
import { addMonths, ageByMonth, showDay } from '../platform/clock';
import { many } from '../platform/messages/counted';
import type { Bilingual } from '../platform/messages/words';
import type { Check, OverrideCited } from './checks';
import { houseChecks } from './house-checks';
import type { ClassFacts, NomineeFacts } from './nominee-facts';
import { type Judgement, postRules } from './posts/post-rules';
import { classNamed } from '../classes/classes.labels';

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

  education({ atLeast, fullTimeAtLeast }, { education }, { mode }) {
    const floor = ((mode === 'full_time' && fullTimeAtLeast) || atLeast) as Education;
    return {
      ok: isAtLeast(educations, education, floor),
      sentence: {
        vi: `Trình độ chuyên môn: ${educationWords.vi[education]} (yêu cầu từ ${educationWords.vi[floor].toLowerCase()} trở lên).`,
        en: `Education: ${educationWords.en[education]} (required: ${educationWords.en[floor].toLowerCase()} or above).`,
      },
    };
  },

  /** What is not rated yet cannot be held against anybody: the last years that were rated count, and the rest is asked for. */
  ratings({ years, atLeast }, nominee, { opensOn }) {
    const floor = atLeast as Rating;
    const count = Number(years);
    const opening = Number(opensOn.slice(0, 4));
    const rated = Object.entries(nominee.ratings)
      .filter(([year]) => Number(year) < opening)
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .slice(-count);
    const missing = Array.from({ length: count }, (_, index) => opening - count + index).filter(
      (year) => nominee.ratings[year] === undefined,
    );
    const listed = (locale: 'vi' | 'en') =>
      rated.map(([year, rating]) => `${year}: ${ratingWords[locale][rating].toLowerCase()}`).join('; ') ||
      { vi: 'chưa có', en: 'none on record' }[locale];
    const toBring = missing.length > 0 && missing.join(', ');
    return {
      ok: rated.every(([, rating]) => isAtLeast(ratings, rating, floor)),
      isUnknown: missing.length > 0,
      sentence: {
        vi: `Xếp loại ${listed('vi')} (yêu cầu ${count} năm gần nhất đã xếp loại đều từ “${ratingWords.vi[floor].toLowerCase()}” trở lên).${toBring ? ` Năm ${toBring} chưa có kết quả xếp loại; đề nghị bổ sung khi có.` : ''}`,
        en: `Ratings ${listed('en')} (required: “${ratingWords.en[floor].toLowerCase()}” or better in each of the last ${count} years that were rated).${toBring ? ` ${toBring} ${missing.length > 1 ? 'have' : 'has'} no rating on record yet; bring it once it is given.` : ''}`,
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

  maximum_age({ male, female }, { sex, birthDate }, { opensOn }) {
    const ceiling = Number(sex === 'male' ? male : female);
    const age = ageByMonth(birthDate, opensOn);
    return {
      ok: age <= ceiling,
      sentence: {
        vi: `${age} tuổi vào ngày khai giảng ${showDay(opensOn)} (yêu cầu ${sex === 'male' ? 'nam' : 'nữ'} không quá ${ceiling} tuổi).`,
        en: `Aged ${age} on the opening day ${showDay(opensOn)} (${sex === 'male' ? 'men' : 'women'} up to ${ceiling}).`,
      },
    };
  },

  years_to_serve({ atLeast }, nominee, { opensOn }) {
    const retirement = retiresOn(nominee);
    const years = Math.max(0, ageByMonth(opensOn, retirement));
    return {
      ok: years >= Number(atLeast),
      sentence: {
        vi: `Đến tuổi nghỉ hưu ngày ${showDay(retirement)}, còn công tác ${years} năm từ ngày khai giảng (yêu cầu từ ${atLeast} năm).`,
        en: `Of retirement age on ${showDay(retirement)}, ${many(years, 'year')} left to serve from the opening day (required: ${atLeast}).`,
      },
    };
  },

  years_in_party({ atLeast }, { joinedOn }, { opensOn }) {
    if (joinedOn === null)
      return {
        ok: true,
        isUnknown: true,
        sentence: {
          vi: `Danh sách của đơn vị chưa có ngày vào Đảng (yêu cầu vào Đảng từ ${atLeast} năm); đề nghị bổ sung.`,
          en: `The unit’s roster has no date of admission (required: a member for ${atLeast} years); add it.`,
        },
      };
    const years = ageByMonth(joinedOn, opensOn);
    return {
      ok: years >= Number(atLeast),
      sentence: {
        vi: `Vào Đảng ngày ${showDay(joinedOn)}, được ${years} năm vào ngày khai giảng (yêu cầu từ ${atLeast} năm).`,
        en: `Joined on ${showDay(joinedOn)}, ${many(years, 'year')} on the opening day (required: ${atLeast}).`,
      },
    };
  },

  one_class_a_year(_, { otherClassOfYear }, { opensOn }) {
    const year = opensOn.slice(0, 4);
    return {
      ok: otherClassOfYear === null,
      sentence:
        otherClassOfYear === null
          ? { vi: `Chưa học lớp nào khác trong năm ${year}.`, en: `Is in no other class of ${year}.` }
          : {
              vi: `Trong năm ${year} đã học ${classNamed(otherClassOfYear)}.`,
              en: `Is in another class of ${year}: ${otherClassOfYear}.`,
            },
    };
  },

  ...postRules,

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
    ...houseChecks(nominee, into, nominatingUnitId),
  ];
}

function checkRule(
  { rule, parameters, severity, citation, verified, validFrom: inForceFrom }: CourseRule,
  nominee: NomineeFacts,
  into: ClassFacts,
): Check {
  const judge = rules[rule];
  const { ok, isUnknown, sentence }: Judgement = judge
    ? judge(parameters, nominee, into)
    : {
        ok: false,
        sentence: { vi: `Hệ thống chưa biết quy tắc “${rule}”.`, en: `The service does not know the rule “${rule}”.` },
      };
  const override = ok ? null : (nominee.overrides[rule] ?? null);
  const source = { citation, verified, inForceFrom };
  const passed = isUnknown ? 'warn' : 'pass';
  if (!override) return { rule, outcome: ok ? passed : severity, sentence, ...source };
  return { rule, outcome: 'pass', sentence: letIn(sentence, override), ...source, override };
}

const letIn = ({ vi, en }: Bilingual, { decisionNumber, decisionDate, authority }: OverrideCited): Bilingual => ({
  vi: `${vi} Được cho phép theo Quyết định ${decisionNumber} ngày ${showDay(decisionDate)} của ${authority}.`,
  en: `${en} Allowed by decision ${decisionNumber} of ${showDay(decisionDate)}, ${authority}.`,
});

const holdsForGood = {
  vi: 'Đã có giấy chứng nhận không thời hạn.',
  en: 'Holds a certificate that does not expire.',
};
