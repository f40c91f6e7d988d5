import { checkNominee } from './admission-rules';
import type { ClassFacts, NomineeFacts } from './nominee-facts';

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
const partTime: ClassFacts = { opensOn: '2026-02-02', closesOn: '2026-10-25', mode: 'part_time' };

function check(rule: string, parameters: Record<string, unknown>, into = partTime, of: Partial<NomineeFacts> = {}) {
  const source = { id: 'r', severity: 'block', verified: true, validFrom: '2024-07-01', validTo: null } as const;
  const citation = { vi: 'Quy định 57', en: 'Regulation 57' };
  return checkNominee([{ ...source, citation, rule, parameters }], { ...nominee, ...of }, into, 'u')[0]!;
}

describe('a check of an admission rule', () => {
  const fromThirtyFive = { mode: 'part_time', male: 35, female: 33 };

  it('says since when its rule is in force', () => {
    expect(check('key_cadre', {})).toMatchObject({ citation: { vi: 'Quy định 57' }, inForceFrom: '2024-07-01' });
  });

  it('of an age asked for in one mode of study only says so where the class is of the other', () => {
    expect(check('minimum_age', fromThirtyFive)).toMatchObject({
      outcome: 'block',
      sentence: { vi: 'Đủ 26 tuổi vào ngày khai giảng 02/02/2026 (yêu cầu nam từ 35 tuổi khi học không tập trung).' },
    });
    expect(check('minimum_age', fromThirtyFive, { ...partTime, mode: 'full_time' })).toMatchObject({
      outcome: 'pass',
      sentence: {
        vi: 'Đủ 26 tuổi vào ngày khai giảng 02/02/2026 (yêu cầu nam từ 35 tuổi khi học không tập trung, lớp này học tập trung nên không xét).',
        en: 'Aged 26 on the opening day 02/02/2026 (required: men from 35 for part-time study; this class is full-time, so it does not apply).',
      },
    });
  });

  it('of a probation without its first day asks for that day', () => {
    expect(check('inside_probation', { months: 12 })).toMatchObject({
      outcome: 'block',
      sentence: { vi: expect.stringContaining('chưa có ngày vào Đảng') as string },
    });
  });

  describe('of ratings', () => {
    const bothGood = { years: 2, atLeast: 'good' };
    const january = { ...partTime, opensOn: '2027-01-11' } as const;
    const rated = (given: NomineeFacts['ratings']) => check('ratings', bothGood, january, { ratings: given });

    it('takes the last years that were rated, and asks for the one that is not yet', () => {
      expect(rated({ 2024: 'good', 2025: 'excellent' })).toMatchObject({
        outcome: 'warn',
        sentence: {
          vi: 'Xếp loại 2024: hoàn thành tốt nhiệm vụ; 2025: hoàn thành xuất sắc nhiệm vụ (yêu cầu 2 năm gần nhất đã xếp loại đều từ “hoàn thành tốt nhiệm vụ” trở lên). Năm 2026 chưa có kết quả xếp loại; đề nghị bổ sung khi có.',
          en: expect.stringContaining('2026 has no rating on record yet; bring it once it is given.') as string,
        },
      });
      expect(rated({ 2025: 'good', 2026: 'good' }).outcome).toBe('pass');
    });

    it('never holds up whom nobody has rated, and holds up whom a rating speaks against', () => {
      expect(rated({})).toMatchObject({
        outcome: 'warn',
        sentence: { vi: expect.stringContaining('Năm 2025, 2026') as string },
      });
      expect(rated({ 2024: 'completed', 2025: 'good' }).outcome).toBe('block');
      expect(rated({ 2024: 'completed', 2025: 'good', 2026: 'good' }).outcome).toBe('pass');
      expect(rated({ 2026: 'not_completed' }).outcome).toBe('block');
    });

    it('does not take the rating of the year the class opens in, which is given at its end', () => {
      expect(rated({ 2025: 'good', 2026: 'good', 2027: 'completed' }).outcome).toBe('pass');
    });
  });

  it('of an age, of years left to serve and of years in the Party counts whole years up to the opening day', () => {
    const outcomes = (rule: string, parameters: Record<string, unknown>, of: Partial<NomineeFacts>[]) =>
      of.map((facts) => check(rule, parameters, partTime, facts).outcome);
    const born = (...days: NomineeFacts['birthDate'][]) => days.map((birthDate) => ({ birthDate }));
    expect(outcomes('maximum_age', { male: 50, female: 45 }, born('1976-02-28', '1975-01-31'))).toEqual([
      'pass',
      'block',
    ]);
    // Of retirement age at 62 in 2031, five years after the class opens, and a month before that.
    expect(outcomes('years_to_serve', { atLeast: 5 }, born('1969-02-01', '1969-01-01'))).toEqual(['pass', 'block']);
    expect(
      outcomes('years_in_party', { atLeast: 3 }, [
        { joinedOn: '2023-02-28' },
        { joinedOn: '2023-03-01' },
        { joinedOn: null },
      ]),
    ).toEqual(['pass', 'block', 'warn']);
  });

  it('of education asks for more in full-time study only where the rule says so', () => {
    const outcome = (parameters: Record<string, unknown>, mode: ClassFacts['mode']) =>
      check('education', parameters, { ...partTime, mode }, { education: 'college' }).outcome;
    const more = { atLeast: 'college', fullTimeAtLeast: 'university' };
    expect([outcome(more, 'part_time'), outcome(more, 'full_time')]).toEqual(['pass', 'block']);
    expect(outcome({ atLeast: 'college', fullTimeAtLeast: null }, 'full_time')).toBe('pass');
    expect(outcome({ atLeast: 'college' }, 'full_time')).toBe('pass');
  });

  it('of a certificate that is still valid counts one that lasts', () => {
    const valid = (certificateValidUntil: NomineeFacts['certificateValidUntil']) =>
      check('certificate_not_valid', {}, partTime, { certificateValidUntil }).outcome;
    expect(['lasting', '2026-02-02', '2026-02-01', null].map(valid)).toEqual(['block', 'block', 'pass', 'pass']);
  });
});
