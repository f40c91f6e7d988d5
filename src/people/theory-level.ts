import type { Person } from './person.entity';
import { isAtLeast, type TheoryLevel, theoryLevels } from './person.values';

type Levels = Pick<Person, 'theoryLevel' | 'theoryLevelEarned' | 'theoryLevelClaimed'>;

/** What the roster says somebody has, whatever is recorded here. */
function claimedLevel({ theoryLevel, theoryLevelEarned, theoryLevelClaimed }: Levels): TheoryLevel {
  const isRostersOwn = theoryLevelEarned === null || !isAtLeast(theoryLevels, theoryLevelEarned, theoryLevel);
  return isRostersOwn ? theoryLevel : (theoryLevelClaimed ?? 'none');
}

/** The level that follows from the roster and from the lines in force, which may no longer be what they were. */
export function settledLevels(before: Levels, recorded: TheoryLevel | null): Levels {
  const claimed = claimedLevel(before);
  const isRecorded = recorded !== null && isAtLeast(theoryLevels, recorded, claimed);
  return {
    theoryLevel: isRecorded ? recorded : claimed,
    theoryLevelEarned: recorded,
    theoryLevelClaimed: claimed,
  };
}
