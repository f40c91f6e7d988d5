import { doubtRemark, implausibleIn } from './person.plausibility';

const today = '2026-11-29';
const member = {
  birthDate: '1985-03-12',
  joinedOn: '2008-06-03',
  officialOn: '2009-06-03',
  standing: 'official',
  education: 'university',
} as const;
type Given = Partial<Parameters<typeof implausibleIn>[0]>;
const codes = (given: Given) => implausibleIn({ ...member, ...given }, today).map(({ code }) => code);

describe('facts that can hardly be so', () => {
  it.each<[string, Given]>([
    ['past_retirement', { birthDate: '1929-12-31', joinedOn: '1960-01-01', officialOn: '1961-01-01' }],
    ['joined_too_young', { joinedOn: '2003-02-28', officialOn: '2004-03-03' }],
    ['official_on_probation', { standing: 'probationary' }],
    ['short_probation', { officialOn: '2009-06-02' }],
    ['joined_without_membership', { standing: 'non_member', officialOn: null }],
    ['degree_too_young', { birthDate: '2006-12-31', joinedOn: null, officialOn: null, education: 'university' }],
  ])('%s', (code, given) => expect(codes(given)).toEqual([code]));

  it('leave the ordinary alone, to the day', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ birthDate: '1956-12-01', joinedOn: '1975-01-01', officialOn: '1976-01-01' })).toEqual([]);
    expect(codes({ joinedOn: '2003-03-12', officialOn: '2004-03-12' })).toEqual([]);
    expect(codes({ standing: 'non_member', joinedOn: null, officialOn: null })).toEqual([]);
    expect(codes({ birthDate: '2005-11-01', joinedOn: null, officialOn: null })).toEqual([]);
    expect(codes({ birthDate: '2007-01-01', joinedOn: null, officialOn: null, education: 'vocational' })).toEqual([]);
  });

  it('say of a rule that was read nowhere that it is unverified', () => {
    const young = { birthDate: '2006-12-31', joinedOn: null, officialOn: null, education: 'university' } as const;
    const [doubt] = implausibleIn({ ...member, ...young }, today);
    expect(doubtRemark(doubt!).message).toEqual({
      vi: expect.stringContaining('; chưa xác minh)') as string,
      en: expect.stringContaining('; unverified)') as string,
    });
  });

  it('name the rule and its source', () => {
    const [doubt] = implausibleIn({ ...member, joinedOn: '1994-01-01', officialOn: '1995-01-01' }, today);
    expect(doubtRemark(doubt!).message.vi).toBe(
      'Vào Đảng ngày 01/01/1994, khi mới 8 tuổi; kết nạp từ đủ 18 tuổi (Điều 1 Điều lệ Đảng Cộng sản Việt Nam). Hãy kiểm tra lại.',
    );
  });
});
