import { InvalidInput } from '../platform/problems/refusals';
import { assertPlanFits, type StudyPlan } from './study-plan';

const site = (name: string, central = false) => ({ name, hostUnitId: 'u', address: 'a', capacity: 10, central });
const plan: StudyPlan = {
  documents: ['Nghị quyết số 1'],
  sites: [site('Hội trường A', true), site('Điểm cầu B')],
  obliged: [
    { unitId: 'LIX', siteName: 'Hội trường A' },
    { unitId: 'PAC', siteName: 'Điểm cầu B' },
  ],
};

const problemsOf = (changed: Partial<StudyPlan>): readonly string[] => {
  try {
    assertPlanFits({ ...plan, ...changed });
    return [];
  } catch (error) {
    return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`);
  }
};

describe('the plan of a study', () => {
  it('has one central site, and every unit at a site of the plan', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('is refused without a central site, and with two', () => {
    expect(problemsOf({ sites: [site('Hội trường A'), site('Điểm cầu B')] })).toEqual(['sites not_one_central']);
    expect(problemsOf({ sites: [site('Hội trường A', true), site('Điểm cầu B', true)] })).toEqual([
      'sites not_one_central',
    ]);
  });

  it('names each site and unit that does not fit', () => {
    expect(
      problemsOf({
        sites: [site('Hội trường A', true), site('Hội trường A')],
        obliged: [
          { unitId: 'LIX', siteName: 'Hội trường A' },
          { unitId: 'LIX', siteName: 'Hội trường C' },
        ],
      }),
    ).toEqual(['sites.1.name twice', 'obliged.1.unitId twice', 'obliged.1.siteName not_in_list']);
  });
});
