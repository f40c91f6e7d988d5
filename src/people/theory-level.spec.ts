import type { TheoryLevel } from './person.values';
import { settledLevels } from './theory-level';

describe('the theory level that follows from roster and record', () => {
  const levels = (
    theoryLevel: TheoryLevel,
    theoryLevelEarned: TheoryLevel | null,
    theoryLevelClaimed: TheoryLevel | null,
  ) => ({
    theoryLevel,
    theoryLevelEarned,
    theoryLevelClaimed,
  });

  it.each([
    ['rises to what is recorded', levels('elementary', null, null), 'intermediate', 'intermediate', 'elementary'],
    ['stays where the roster claims more', levels('advanced', null, null), 'intermediate', 'advanced', 'advanced'],
    [
      'falls back to the roster without the line',
      levels('advanced', 'advanced', 'elementary'),
      null,
      'elementary',
      'elementary',
    ],
    [
      'falls to the next line, above the roster',
      levels('advanced', 'advanced', 'none'),
      'intermediate',
      'intermediate',
      'none',
    ],
    ['keeps what the roster said later', levels('advanced', 'intermediate', 'none'), null, 'advanced', 'advanced'],
    ['is none where nothing is known', levels('intermediate', 'intermediate', null), null, 'none', 'none'],
  ] as const)('%s', (_, before, recorded, theoryLevel, theoryLevelClaimed) =>
    expect(settledLevels(before, recorded)).toEqual({ theoryLevel, theoryLevelEarned: recorded, theoryLevelClaimed }),
  );
});
