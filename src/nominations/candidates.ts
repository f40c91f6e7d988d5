import { daysBetween, type Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { NomineeFacts } from './admission';
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

interface Reason {
  readonly weight: number;
  readonly sentence: Bilingual;
}

/** Ranks by need: planned post, key cadre in post, years as a member, never nominated before. */
export function candidateOf(facts: NomineeFacts, checks: readonly Check[], today: Day): Candidate {
  const reasons = reasonsOf(facts, today);
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

function reasonsOf({ planned, keyCadre, joinedOn, timesNominated }: NomineeFacts, today: Day): Reason[] {
  const years = joinedOn ? Math.floor(daysBetween(joinedOn, today) / 365.25) : 0;
  const found: (Reason | false)[] = [
    planned && { weight: 40, sentence: { vi: 'Được quy hoạch chức danh.', en: 'Planned for a key post.' } },
    keyCadre && { weight: 30, sentence: { vi: 'Cán bộ chủ chốt đương chức.', en: 'A key cadre in post.' } },
    years > 0 && {
      weight: Math.min(years, 20),
      sentence: { vi: `Đã vào Đảng ${years} năm.`, en: `A member for ${years} year${years === 1 ? '' : 's'}.` },
    },
    timesNominated === 0 && {
      weight: 5,
      sentence: { vi: 'Chưa từng được cử học chương trình này.', en: 'Never nominated for this course.' },
    },
  ];
  return found.filter((reason) => reason !== false);
}
