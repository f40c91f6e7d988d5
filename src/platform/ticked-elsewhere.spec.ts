import { elsewhereOf, gatherTicks } from './ticked-elsewhere';

describe('what is ticked and not on its page', () => {
  const gathered = (fields: Record<string, unknown>) => {
    gatherTicks(fields);
    return fields;
  };

  it('is read beside what is ticked there', () => {
    const all = { ids: ['1', '2', '3'], reason: 'x, y' };
    expect(gathered({ ids: '1', reason: 'x, y', [elsewhereOf('ids')]: '2,3' })).toEqual(all);
    expect(gathered({ ids: ['1', '2'], reason: 'x, y', [elsewhereOf('ids')]: '3' })).toEqual(all);
    expect(gathered({ [elsewhereOf('ids')]: '1,2' })).toEqual({ ids: ['1', '2'] });
  });

  it('is nothing where nothing is, and never more than a list may have', () => {
    expect(gathered({ [elsewhereOf('ids')]: '' })).toEqual({});
    expect(gathered({ [elsewhereOf('ids')]: 'a,'.repeat(100_000) })['ids']).toHaveLength(1001);
  });
});
