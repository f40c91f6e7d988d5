import { InvalidInput } from '../../platform/problems/refusals';
import { readAllocation } from './allocation.form';

const units = [
  { id: '11111111-1111-4111-8111-111111111111', code: 'PAC' },
  { id: '22222222-2222-4222-8222-222222222222', code: 'SFG' },
];
const [pac, sfg] = units.map(({ id }) => `seats.${id}`) as [string, string];

describe('the form of an allocation', () => {
  it('is read into one share per unit', () => {
    expect(readAllocation({ [pac]: '3', [sfg]: ' 0 ', reason: 'Công văn 12' }, units)).toEqual({
      shares: [
        { unitId: units[0]!.id, seats: 3 },
        { unitId: units[1]!.id, seats: 0 },
      ],
      reason: 'Công văn 12',
    });
  });

  it('names the field of the unit whose number is missing or is none', () => {
    const attempt = () => readAllocation({ [pac]: 'ba', [sfg]: '' }, units);
    expect(attempt).toThrow(InvalidInput);
    try {
      attempt();
    } catch (error) {
      const { fields } = error as InvalidInput;
      expect(fields.map(({ field }) => field)).toEqual([pac, sfg]);
      expect(fields[0]!.message.vi).toMatch(/^Ghi một số nguyên/);
    }
  });
});
