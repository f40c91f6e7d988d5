import { theoryLevelWords } from '../../people/person.labels';
import { type TheoryLevel, theoryLevels } from '../../people/person.values';
import type { Day } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { foldLabel } from '../../platform/names';
import { letterDateDoubt } from '../letter-dates';

/** The class a list is sent to, and what else it may have been meant for. */
export interface MeantFor {
  readonly courseName: string;
  readonly raisesTo: TheoryLevel | null;
  readonly otherCourses: readonly string[];
  /** Names of the unit and of those it stands below. */
  readonly ownUnits: readonly string[];
  readonly otherUnits: readonly string[];
  readonly letterDate: Day | null;
  /** Whether it is rather the roster of a unit. */
  readonly isRoster: boolean;
  readonly today: Day;
}

/** Why a list seems not to be meant for this class: by what stands above its table. */
export function meantElsewhere(above: readonly string[], meant: MeantFor): Bilingual[] {
  const { letterDate, today } = meant;
  const said = ` ${above.map(unabbreviated).join(' | ')} `;
  return [
    otherCourse(said, meant),
    otherUnit(said, meant),
    letterDate === null ? null : letterDateDoubt(letterDate, today),
    rosterInstead(meant),
  ].filter((why) => why !== null);
}

const unabbreviated = (text: string): string => foldLabel(text).replace(/\bllct\b/g, 'ly luan chinh tri');
const levelNamed =
  /\b(?:lop|chuong trinh|khoa) (?:hoc )?(so cap|trung cap|cao cap)\b|\b(so cap|trung cap|cao cap) ly luan\b/g;

function otherCourse(said: string, { courseName, raisesTo, otherCourses }: MeantFor): Bilingual | null {
  if (names(said, courseName)) return null;
  const other = otherCourses.find((name) => names(said, name));
  const level = [...said.matchAll(levelNamed)].map((found) => levelOf(found[1] ?? found[2]!)).at(-1);
  if (!other && (raisesTo === null || level === undefined || level === raisesTo)) return null;
  const listed = other ?? theoryLevelWords.vi[level!];
  return {
    vi: `Phần đầu danh sách ghi “${listed}”, còn lớp này là “${courseName}”.`,
    en: `The head of the list says “${listed}”; this class is “${courseName}”.`,
  };
}

const levelOf = (folded: string): TheoryLevel | undefined =>
  theoryLevels.find((level) => foldLabel(theoryLevelWords.vi[level]) === folded);

function otherUnit(said: string, { ownUnits, otherUnits }: MeantFor): Bilingual | null {
  if (ownUnits.slice(0, 1).some((name) => names(said, name))) return null;
  const other = otherUnits.find((name) => names(said, name) && !ownUnits.some((own) => contains(own, name)));
  if (!other) return null;
  return {
    vi: `Phần đầu danh sách ghi “${other}”, còn danh sách này đang gửi cho “${ownUnits[0]}”.`,
    en: `The head of the list names “${other}”; it is being sent for “${ownUnits[0]}”.`,
  };
}

/** The columns of a roster, which no nomination list has: whoever is in it would all be nominated. */
function rosterInstead({ isRoster }: MeantFor): Bilingual | null {
  if (!isRoster) return null;
  return {
    vi: 'Tệp có các cột của danh sách cán bộ, đảng viên (Tình trạng, Cán bộ chủ chốt, Chi bộ), không phải danh sách trích ngang; gửi đi là cử tất cả những người trong tệp.',
    en: 'The file has the columns of a roster (standing, key cadre, party cell), not of a nomination list; sending it nominates everybody in it.',
  };
}

/** Names this short are words of any sentence. */
const shortestName = 8;

const names = (said: string, name: string): boolean => {
  const folded = unabbreviated(name);
  return folded.length >= shortestName && contains(said, folded);
};
const contains = (text: string, part: string): boolean => ` ${foldLabel(text)} `.includes(` ${foldLabel(part)} `);
