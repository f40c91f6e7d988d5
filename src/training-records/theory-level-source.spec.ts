import type { TheoryLevel } from '../people/person.values';
import { highestLine, sourceOfLevel } from './theory-level-source';

describe('the line a theory level rests on', () => {
  const line = (id: string, theoryLevel: TheoryLevel | null, endedOn: string) => ({ id, theoryLevel, endedOn });

  it('is the highest, and of several the newest', () => {
    const lines = [
      line('short course', null, '2026-01-01'),
      line('old', 'intermediate', '2012-06-30'),
      line('new', 'intermediate', '2020-06-30'),
      line('low', 'elementary', '2024-06-30'),
    ];
    expect(highestLine(lines)?.id).toBe('new');
    expect(highestLine(lines.toReversed())?.id).toBe('new');
    expect(sourceOfLevel('intermediate', lines)?.id).toBe('new');
  });

  it('is none when the roster claims more, or nothing led to a level', () => {
    expect(sourceOfLevel('advanced', [line('a', 'intermediate', '2020-01-01')])).toBeNull();
    expect(highestLine([line('a', null, '2020-01-01')])).toBeNull();
  });
});
