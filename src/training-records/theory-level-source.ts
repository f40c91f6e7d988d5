import { isAtLeast, type TheoryLevel, theoryLevels } from '../people/person.values';
import type { TrainingRecordItem } from './training-records.queries';

type Line = Pick<TrainingRecordItem, 'theoryLevel' | 'endedOn'>;

/** The line that stands for the highest level, the newest of several; null when no line led to one. */
export function highestLine<L extends Line>(lines: readonly L[]): L | null {
  return lines.reduce<L | null>((highest, line) => {
    if (line.theoryLevel === null) return highest;
    if (highest === null) return line;
    const isHigher = isAtLeast(theoryLevels, line.theoryLevel, highest.theoryLevel!);
    const isSame = line.theoryLevel === highest.theoryLevel;
    return isHigher && (!isSame || line.endedOn > highest.endedOn) ? line : highest;
  }, null);
}

/** Why somebody has the level they have: the line that led to it, or null when only the roster says so. */
export function sourceOfLevel<L extends Line>(level: TheoryLevel, lines: readonly L[]): L | null {
  const line = highestLine(lines);
  return line?.theoryLevel === level ? line : null;
}
