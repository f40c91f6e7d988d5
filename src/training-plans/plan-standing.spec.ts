import { standingOf } from './plan-standing';

const [bloc, group] = [
  { id: 'bloc', kind: 'bloc', nameVi: 'Khối', nameEn: 'Bloc' },
  { id: 'group', kind: 'group', nameVi: 'Tập đoàn', nameEn: 'Group' },
] as const;
const by = (bodyId: string, version: number) => ({ bodyId, version, confirmedAt: '2026-11-30T08:00:00Z' });

describe('how the committees stand to a line', () => {
  it.each([
    ['nobody has confirmed it', [], 'unconfirmed'],
    ['one of them has', [by('bloc', 2)], 'partly'],
    ['both have', [by('bloc', 2), by('group', 2)], 'confirmed'],
    ['both had, before it was changed', [by('bloc', 1), by('group', 1)], 'changed'],
    ['both had, and one has again', [by('bloc', 1), by('group', 1), by('bloc', 2)], 'changed'],
    ['each confirmed another version', [by('bloc', 1), by('group', 2)], 'partly'],
  ] as const)('when %s', (_, confirmations, standing) => {
    expect(standingOf(2, [bloc, group], confirmations)).toBe(standing);
  });

  it('asks the Bloc alone where there is no Group', () => {
    expect(standingOf(1, [bloc], [by('bloc', 1)])).toBe('confirmed');
    expect(standingOf(1, [], [])).toBe('unconfirmed');
  });
});
