import { theoryLevelWords } from '../people/person.labels';
import { isAtLeast, theoryLevels } from '../people/person.values';
import { addMonths, daysBetween, type Day, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { NomineeFacts } from './nominee-facts';
import type { Admission } from './admissions.service';
import { type Check, isBlocked } from './checks';

/** A cadre of a unit held against a class: whether eligible, how much the class is needed, and why. */
export interface Candidate {
  readonly personId: string;
  readonly fullName: string;
  readonly checks: readonly Check[];
  readonly isEligible: boolean;
  /** Higher comes first; made of the reasons below. */
  readonly need: number;
  readonly reasons: readonly Bilingual[];
}

/** The rules of the course that hold somebody back; those of the house nobody sets aside. */
export const rulesInTheWay = ({ checks }: Pick<Candidate, 'checks'>) =>
  checks.filter(({ outcome, citation }) => outcome === 'block' && citation !== null).map(({ rule }) => rule);

export const isHeldBack = (person: Pick<Candidate, 'checks'>): boolean => rulesInTheWay(person).length > 0;

interface Reason {
  readonly weight: number;
  readonly sentence: Bilingual;
}

/**
 * Ranks by need: the theory level that is missing, a probation about to end, a planned post, a key cadre in post, years
 * of waiting, years as a member, never nominated before. The weights are the house's own; no regulation sets them.
 */
export function candidateOf(
  facts: NomineeFacts,
  checks: readonly Check[],
  admission: Pick<Admission, 'rules' | 'raisesTo'>,
  today: Day,
): Candidate {
  const reasons = reasonsOf(facts, admission, today);
  return {
    personId: facts.personId,
    fullName: facts.fullName,
    checks,
    isEligible: !isBlocked(checks),
    need: reasons.reduce((sum, { weight }) => sum + weight, 0),
    reasons: reasons.map(({ sentence }) => sentence),
  };
}

export function byNeed(one: Candidate, other: Candidate): number {
  return (
    Number(other.isEligible) - Number(one.isEligible) ||
    other.need - one.need ||
    one.fullName.localeCompare(other.fullName, 'vi')
  );
}

function reasonsOf(
  facts: NomineeFacts,
  { rules, raisesTo }: Pick<Admission, 'rules' | 'raisesTo'>,
  today: Day,
): Reason[] {
  const { planned, keyCadre, joinedOn, timesNominated, theoryLevel, waitingSince, deferred } = facts;
  const years = joinedOn ? Math.floor(daysBetween(joinedOn, today) / 365.25) : 0;
  const waited = waitingSince === null ? 0 : Number(today.slice(0, 4)) - waitingSince;
  const found: (Reason | null | false)[] = [
    // A decision was made already: whatever else is said of others comes after.
    deferred && {
      weight: 1_000,
      sentence: {
        vi: `Được bảo lưu đến ${showDay(deferred.until)}, đã học dở ${deferred.className}.`,
        en: `Deferred until ${showDay(deferred.until)}, having learned in ${deferred.className}.`,
      },
    },
    probationEnding(facts, rules, today),
    raisesTo !== null &&
      !isAtLeast(theoryLevels, theoryLevel, raisesTo) && {
        weight: 20,
        sentence: {
          vi: `Chưa có trình độ ${theoryLevelWords.vi[raisesTo].toLowerCase()} lý luận chính trị.`,
          en: `Lacks the ${theoryLevelWords.en[raisesTo].toLowerCase()} theory level.`,
        },
      },
    planned && { weight: 40, sentence: { vi: 'Được quy hoạch chức danh.', en: 'Planned for a key post.' } },
    keyCadre && { weight: 30, sentence: { vi: 'Cán bộ chủ chốt đương chức.', en: 'A key cadre in post.' } },
    waited > 0 && {
      weight: Math.min(waited * 10, 30),
      sentence: {
        vi: `Đã được cử ${timesNominated} lần từ năm ${waitingSince} mà chưa được học.`,
        en: `Nominated ${timesNominated} time${timesNominated === 1 ? '' : 's'} since ${waitingSince} without getting in.`,
      },
    },
    years > 0 && {
      weight: Math.min(years, 20),
      sentence: { vi: `Đã vào Đảng ${years} năm.`, en: `A member for ${years} year${years === 1 ? '' : 's'}.` },
    },
    timesNominated === 0 && {
      weight: 5,
      sentence: { vi: 'Chưa từng được cử học chương trình này.', en: 'Never nominated for this course.' },
    },
  ];
  return found.filter((reason) => reason !== null && reason !== false);
}

/** A course that belongs into the probation is the more urgent the sooner the probation ends. */
function probationEnding({ standing, joinedOn }: NomineeFacts, rules: Admission['rules'], today: Day): Reason | null {
  const rule = rules.find((one) => one.rule === 'inside_probation');
  if (!rule || standing !== 'probationary' || joinedOn === null) return null;
  const ends = addMonths(joinedOn, Number(rule.parameters['months']));
  const daysLeft = daysBetween(today, ends);
  if (daysLeft < 0) return null;
  return {
    weight: daysLeft <= 60 ? 90 : daysLeft <= 120 ? 60 : 30,
    sentence: {
      vi: `Hết thời gian dự bị ngày ${showDay(ends)}, còn ${daysLeft} ngày.`,
      en: `Probation ends on ${showDay(ends)}, in ${daysLeft} days.`,
    },
  };
}
