import { byNeed, candidateOf } from './candidates';
import type { NomineeFacts } from './nominee-facts';

const nominee: NomineeFacts = {
  personId: 'a',
  unitId: 'u',
  fullName: 'Lê Văn An',
  sex: 'male',
  birthDate: '1999-05-12',
  standing: 'probationary',
  joinedOn: null,
  officialOn: null,
  education: 'university',
  theoryLevel: 'elementary',
  ratings: {},
  position: 'Trưởng phòng',
  keyCadre: true,
  keyByPost: true,
  isPostKnown: true,
  rank: 'department',
  postSince: '2020-01-01',
  plannedPost: null,
  plannedRank: null,
  planned: false,
  mergedUnitIds: [],
  leftOn: null,
  completedOn: null,
  certificateValidUntil: null,
  hasLikeElsewhere: false,
  sameCourseClass: null,
  overlap: null,
  overlapNominated: null,
  deferred: null,
  otherClassOfYear: null,
  timesNominated: 0,
  waitingSince: null,
  overrides: {},
};

describe('who needs a class most', () => {
  const of = (facts: Partial<NomineeFacts>, rules: Parameters<typeof candidateOf>[2]['rules'] = []) =>
    candidateOf({ ...nominee, ...facts }, [], { rules, raisesTo: 'intermediate' }, '2026-01-05');
  const inPost = { keyByPost: true, planned: false, theoryLevel: 'elementary' } as const;

  it('is who must, then who should, then who may, whatever adds up for them', () => {
    const must = of({ ...inPost, personId: 'must', timesNominated: 1 });
    const should = of({
      ...{ personId: 'should', keyByPost: false, planned: true, theoryLevel: 'elementary' },
      ...{ joinedOn: '1999-01-01', waitingSince: 2020 },
    });
    const may = of({ personId: 'may', keyByPost: false, planned: false, joinedOn: '1999-01-01' });
    expect([must, should, may].map(({ urgency }) => urgency)).toEqual(['must', 'should', 'may']);
    expect(should.need).toBeGreaterThan(must.need);
    expect([may, should, must].toSorted(byNeed).map(({ personId }) => personId)).toEqual(['must', 'should', 'may']);
  });

  it('is told in one sentence', () => {
    expect(of({ ...inPost, joinedOn: '2016-01-01' }).why).toEqual({
      vi: 'Phải học: cán bộ chủ chốt đương chức; chưa có trình độ trung cấp lý luận chính trị; đã vào Đảng 10 năm; chưa từng được cử học chương trình này.',
      en: 'Must: a key cadre in post; lacks the intermediate theory level; a member for 10 years; never nominated for this course.',
    });
  });

  it('is nobody who retires soon, however long a member', () => {
    const old = { ...inPost, birthDate: '1966-05-12', joinedOn: '1990-01-01' } as const;
    expect(of(old)).toMatchObject({
      urgency: 'may',
      why: { vi: expect.stringContaining('đến tuổi nghỉ hưu ngày 12/05/2028') as string },
    });
    const rule = {
      ...{ id: 'r', rule: 'years_to_serve', severity: 'warn' as const, verified: false },
      parameters: { atLeast: 2 },
    };
    const source = { citation: { vi: '', en: '' }, validFrom: '2020-01-01', validTo: null };
    expect(of(old, [{ ...rule, ...source } as const]).urgency).toBe('must');
  });
});
