import { type NeedRules, requiredLevel, type TrainedPerson, trainingNeeds } from './training-needs';

const cited = { citation: { vi: 'Quy định mẫu', en: 'Sample' }, verified: true };
const rules: NeedRules = {
  probation: [{ courseId: 'new', courseName: { vi: 'Đảng viên mới', en: 'New members' }, months: 12, ...cited }],
  levels: [
    { fromRank: null, level: 'intermediate', ...cited },
    { fromRank: 'deputy_unit', level: 'advanced', ...cited, verified: false },
  ],
  levelCourses: [
    { courseId: 'tc', courseName: { vi: 'Trung cấp', en: 'Intermediate' }, level: 'intermediate' },
    { courseId: 'cc', courseName: { vi: 'Cao cấp', en: 'Advanced' }, level: 'advanced' },
  ],
  validity: [
    {
      courseId: 'aware',
      courseName: { vi: 'Nhận thức về Đảng', en: 'Awareness' },
      standings: ['non_member'],
      ...cited,
    },
  ],
};
const today = '2026-01-05';
const person = (given: Partial<TrainedPerson> = {}): TrainedPerson => ({
  standing: 'official',
  joinedOn: '2008-06-01',
  isKeyCadre: false,
  rank: 'staff',
  theoryLevel: 'none',
  completed: [],
  missedStudies: [],
  ...given,
});
const found = (given: Partial<TrainedPerson>, months = 6) =>
  trainingNeeds(person(given), rules, today, months).map(({ kind, courseId, deadline }) => [kind, courseId, deadline]);

describe('what is still missing', () => {
  it('is nothing for a member without a post', () => expect(found({})).toEqual([]));

  it('is the new-member class by the end of the probation, until it is completed', () => {
    const probationary = { standing: 'probationary', joinedOn: '2025-09-10' } as const;
    expect(found(probationary)).toEqual([['new_member', 'new', '2026-09-10']]);
    expect(found({ ...probationary, completed: [{ courseId: 'new', validUntil: null, revokedOn: null }] })).toEqual([]);
    const revoked = { courseId: 'new', validUntil: null, revokedOn: '2025-12-01' };
    expect(found({ ...probationary, completed: [revoked] })).toEqual([['new_member', 'new', '2026-09-10']]);
    expect(found({ standing: 'probationary', joinedOn: null })).toEqual([['new_member', 'new', null]]);
  });

  it('is the level a key post calls for, by its next class', () => {
    const director = { isKeyCadre: true, rank: 'deputy_unit' } as const;
    expect(found({ isKeyCadre: true })).toEqual([['theory_level', 'tc', null]]);
    expect(found({ isKeyCadre: true, theoryLevel: 'intermediate' })).toEqual([]);
    expect(found(director)).toEqual([['theory_level', 'tc', null]]);
    expect(found({ ...director, theoryLevel: 'intermediate' })).toEqual([['theory_level', 'cc', null]]);
    expect(requiredLevel(director, rules)).toMatchObject({ level: 'advanced', verified: false });
    expect(requiredLevel({ isKeyCadre: false, rank: 'unit' }, rules)).toBeNull();
  });

  it('is a certificate that ends within the months asked for, only while it is still of use', () => {
    const ending = (validUntil: string) => ({ completed: [{ courseId: 'aware', validUntil, revokedOn: null }] });
    const revoked = { courseId: 'aware', validUntil: null, revokedOn: '2025-12-01' };
    expect(found({ standing: 'non_member', completed: [revoked] })).toEqual([['certificate', 'aware', '2025-12-01']]);
    expect(found({ standing: 'non_member', ...ending('2026-07-05') })).toEqual([
      ['certificate', 'aware', '2026-07-05'],
    ]);
    expect(found({ standing: 'non_member', ...ending('2026-07-06') })).toEqual([]);
    expect(found({ standing: 'non_member', ...ending('2025-12-31') })).toHaveLength(1);
    expect(found({ standing: 'official', ...ending('2026-02-01') })).toEqual([]);
  });

  it('is a study of this year that was missed, after what has a deadline', () => {
    const missedStudies = [{ classId: 'nq', className: 'Nghị quyết', day: '2025-12-20' }];
    expect(found({ standing: 'probationary', joinedOn: '2025-09-10', missedStudies })).toEqual([
      ['new_member', 'new', '2026-09-10'],
      ['study', null, null],
    ]);
  });
});
