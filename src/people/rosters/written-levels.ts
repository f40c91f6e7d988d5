import { foldLabel } from '../../platform/names';
import { readEducation, readTheoryLevel } from '../person.labels';
import { educations, isAtLeast, type TheoryLevel } from '../person.values';

/** What a cell of the education says: many put the level of political theory beside the degree. */
export interface WrittenLevels {
  /** The text without what is of the theory. */
  readonly degrees: string;
  readonly theory: TheoryLevel | null;
  /** What may be of the theory, and is not read as such. */
  readonly doubt: string | null;
}

const between = /[;,|+\n()]|(?<!\d)\/|\/(?!\d)|\s[-–]\s/u;
const theory = '(?:ly luan(?: chinh tri)?|llct)';
const level = '(?:so cap|trung cap|cao cap|sc|tc|cc)';
const saysTheory = new RegExp(`\\b${theory}\\b`);
const isTheoryAlone = new RegExp(`^(?:trinh do )?${theory}$`);
const levelOfTheory = new RegExp(`\\b(?:trinh do )?${theory} ${level}\\b|\\b${level} (?:ve )?${theory}\\b`);
/** “Sơ cấp nghề” is of a trade. */
const levelOfNoDegree = /\b(?:so cap|cao cap)\b(?! nghe)|^(?:sc|cc)$/;
const levelOfEither = /^(?:trung cap|tc)$/;

/** @param heading of its column: one that names the theory, too, asks for the degree first and the level behind it */
export function writtenLevels(text: string, heading: string): WrittenLevels {
  const parts = partsOf(text);
  const whole = { degrees: text, theory: null, doubt: null };
  const ofTheory = parts.findIndex((part) => saysTheory.test(foldLabel(part)));
  if (ofTheory >= 0) return withTheory(whole, parts, ofTheory);
  const [first = '', second, ...more] = parts;
  if (second !== undefined && saysTheory.test(foldLabel(heading))) {
    const read = more.length === 0 ? readTheoryLevel(second) : null;
    return read ? { degrees: first, theory: read, doubt: null } : { ...whole, doubt: [second, ...more].join('; ') };
  }
  return { ...whole, doubt: parts.find((part, at) => mayBeOfTheory(part, parts.toSpliced(at, 1))) ?? null };
}

/** “LLCT - cao cấp” is one. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(between).flatMap((part) => part.trim() || []);
  return parts.flatMap((part, at) => {
    if (at > 0 && isTheoryAlone.test(foldLabel(parts[at - 1]!))) return [];
    return isTheoryAlone.test(foldLabel(part)) && parts[at + 1] ? [`${part} ${parts[at + 1]}`] : [part];
  });
}

function withTheory(whole: WrittenLevels, parts: readonly string[], at: number): WrittenLevels {
  const part = parts[at]!;
  const others = parts.toSpliced(at, 1);
  const read = readTheoryLevel(part);
  const beside = foldLabel(part).replace(levelOfTheory, ' ').trim();
  const isDegree = readEducation(beside) !== null;
  if (!read) return { ...whole, degrees: isDegree ? whole.degrees : others.join('; '), doubt: part };
  return { degrees: [...others, ...(isDegree ? [beside] : [])].join('; '), theory: read, doubt: null };
}

/** “Trung cấp” beside a degree above it is either of a trade or of the theory. */
function mayBeOfTheory(part: string, others: readonly string[]): boolean {
  const folded = foldLabel(part);
  if (levelOfNoDegree.test(folded)) return true;
  return (
    levelOfEither.test(folded) &&
    others.some((other) => isAtLeast(educations, readEducation(other) ?? 'lower_secondary', 'vocational'))
  );
}
