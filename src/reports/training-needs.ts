import { theoryLevelWords } from '../people/person.labels';
import {
  isAtLeast,
  type PostRank,
  postRanks,
  type Standing,
  type TheoryLevel,
  theoryLevels,
} from '../people/person.values';
import { addMonths, type Day, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';

export const needKinds = ['new_member', 'theory_level', 'certificate', 'study'] as const;
export type NeedKind = (typeof needKinds)[number];

/** Where a rule is written, and whether somebody has read it there. */
interface Cited {
  readonly citation: Bilingual;
  readonly verified: boolean;
}

interface OfCourse {
  readonly courseId: string;
  readonly courseName: Bilingual;
}

/** The rules as they stand today, from the courses and from what posts call for. */
export interface NeedRules {
  /** Courses to finish inside the probation. */
  readonly probation: readonly (OfCourse & Cited & { readonly months: number })[];
  /** No rank stands for every key cadre; others for those from it on. */
  readonly levels: readonly (Cited & { readonly fromRank: PostRank | null; readonly level: TheoryLevel })[];
  readonly levelCourses: readonly (OfCourse & { readonly level: TheoryLevel })[];
  /** Courses whose certificate ends; who holds one needs it while their standing is one the course is for. */
  readonly validity: readonly (OfCourse & Cited & { readonly standings: readonly Standing[] | null })[];
}

export interface TrainedPerson {
  readonly standing: Standing;
  readonly joinedOn: Day | null;
  /** By the catalogue of posts, where it knows theirs. */
  readonly isKeyCadre: boolean;
  /** The highest of their posts; null where the catalogue knows none. */
  readonly rank: PostRank | null;
  readonly theoryLevel: TheoryLevel;
  /** One for each course completed: until when its award holds, null for one that lasts; or since when it is revoked. */
  readonly completed: readonly {
    readonly courseId: string;
    readonly validUntil: Day | null;
    readonly revokedOn: Day | null;
  }[];
  /** Studies of this year whose roll had them and which they did not attend. */
  readonly missedStudies: readonly { readonly classId: string; readonly className: string; readonly day: Day }[];
}

export interface TrainingNeed {
  readonly kind: NeedKind;
  /** What it is about, among the needs of one person of one kind: a course, a level, a study. */
  readonly about: string;
  readonly courseId: string | null;
  readonly sentence: Bilingual;
  readonly citation: Bilingual | null;
  readonly verified: boolean;
  /** The last day it helps; null where no rule says one. */
  readonly deadline: Day | null;
}

/** What is still missing, by deadline; what has none comes last. @param months how far ahead an ending award counts */
export function trainingNeeds(person: TrainedPerson, rules: NeedRules, today: Day, months: number): TrainingNeed[] {
  const needs = [
    ...probationNeeds(person, rules),
    ...levelNeeds(person, rules),
    ...validityNeeds(person, rules, today, months),
    ...studyNeeds(person),
  ];
  return needs.toSorted((a, b) => (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999'));
}

function probationNeeds({ standing, joinedOn, completed }: TrainedPerson, { probation }: NeedRules): TrainingNeed[] {
  if (standing !== 'probationary') return [];
  const missing = probation.filter(
    ({ courseId }) => !completed.some((done) => done.courseId === courseId && done.revokedOn === null),
  );
  return missing.map(({ courseId, courseName, months, citation, verified }) => {
    const deadline = joinedOn && addMonths(joinedOn, months);
    return {
      kind: 'new_member',
      about: courseId,
      courseId,
      citation,
      verified,
      deadline,
      sentence: {
        vi: `Cần học xong ${courseName.vi} trong thời gian dự bị${deadline ? `, trước ngày ${showDay(deadline)}` : ''}.`,
        en: `Needs to finish ${courseName.en} inside the probation${deadline ? `, by ${showDay(deadline)}` : ''}.`,
      },
    };
  });
}

/** The highest level that somebody's post calls for, with the rule that says so. */
export function requiredLevel(
  { isKeyCadre, rank }: Pick<TrainedPerson, 'isKeyCadre' | 'rank'>,
  { levels }: Pick<NeedRules, 'levels'>,
): NeedRules['levels'][number] | null {
  if (!isKeyCadre) return null;
  const matching = levels.filter(
    ({ fromRank }) => fromRank === null || (rank !== null && isAtLeast(postRanks, rank, fromRank)),
  );
  return matching.toSorted((a, b) => theoryLevels.indexOf(b.level) - theoryLevels.indexOf(a.level))[0] ?? null;
}

function levelNeeds(person: TrainedPerson, rules: NeedRules): TrainingNeed[] {
  const required = requiredLevel(person, rules);
  if (!required || isAtLeast(theoryLevels, person.theoryLevel, required.level)) return [];
  const { level, citation, verified } = required;
  // Nobody goes to the advanced class without the intermediate one: the next step is what can be done about it.
  const nextLevel = isAtLeast(theoryLevels, person.theoryLevel, 'intermediate') ? level : 'intermediate';
  const course = rules.levelCourses.find((one) => one.level === nextLevel);
  const lower = (locale: 'vi' | 'en', of: TheoryLevel) => theoryLevelWords[locale][of].toLocaleLowerCase(locale);
  return [
    {
      kind: 'theory_level',
      about: level,
      courseId: course?.courseId ?? null,
      citation,
      verified,
      deadline: null,
      sentence: {
        vi: `Chức vụ cần trình độ ${lower('vi', level)} lý luận chính trị; hiện: ${lower('vi', person.theoryLevel)}.`,
        en: `The post calls for the ${lower('en', level)} theory level; has: ${lower('en', person.theoryLevel)}.`,
      },
    },
  ];
}

function validityNeeds(
  { standing, completed }: TrainedPerson,
  { validity }: NeedRules,
  today: Day,
  months: number,
): TrainingNeed[] {
  const horizon = addMonths(today, months);
  return validity.flatMap(({ courseId, courseName, standings, citation, verified }) => {
    const done = completed.find((one) => one.courseId === courseId);
    const revokedOn = done?.revokedOn ?? null;
    const deadline = revokedOn ?? done?.validUntil ?? null;
    const isNeeded = standings === null || standings.includes(standing);
    if (deadline === null || deadline > horizon || !isNeeded) return [];
    const isOver = deadline < today;
    return {
      kind: 'certificate' as const,
      about: courseId,
      courseId,
      citation,
      verified,
      deadline,
      sentence: revokedOn
        ? {
            vi: `Giấy chứng nhận ${courseName.vi} đã bị thu hồi ngày ${showDay(revokedOn)}; cần học lại nếu chưa kết nạp.`,
            en: `The certificate of ${courseName.en} was revoked on ${showDay(revokedOn)}; the course is to be taken again by who has not joined.`,
          }
        : {
            vi: `Giấy chứng nhận ${courseName.vi} ${isOver ? 'đã hết' : 'sẽ hết'} giá trị ngày ${showDay(deadline)}; cần học lại nếu chưa kết nạp trước ngày đó.`,
            en: `The certificate of ${courseName.en} ${isOver ? 'ended' : 'ends'} on ${showDay(deadline)}; the course is to be taken again by who has not joined by then.`,
          },
    };
  });
}

function studyNeeds({ missedStudies }: TrainedPerson): TrainingNeed[] {
  return missedStudies.map(({ classId, className, day }) => ({
    kind: 'study',
    about: classId,
    courseId: null,
    citation: null,
    verified: true,
    deadline: null,
    sentence: {
      vi: `Có tên trong danh sách phải dự nhưng chưa dự: ${className}, ngày ${showDay(day)}. Cần học bù theo bố trí của cấp ủy.`,
      en: `Was on the roll and did not attend: ${className} on ${showDay(day)}. To be made up as the committee arranges.`,
    },
  }));
}
