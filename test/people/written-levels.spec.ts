import { writtenLevels } from '../../src/people/rosters/written-levels';

const heading = 'Trình độ chuyên môn';

describe('a cell of the education', () => {
  it.each([
    ['Đại học', 'Đại học', null, null],
    ['12/12; Cao đẳng', '12/12; Cao đẳng', null, null],
    ['Trung cấp', 'Trung cấp', null, null],
    ['12/12, Trung cấp', '12/12, Trung cấp', null, null],
    ['Đại học / Trung cấp kế toán', 'Đại học / Trung cấp kế toán', null, null],
    ['Đại học, Sơ cấp nghề', 'Đại học, Sơ cấp nghề', null, null],
    ['Thạc sĩ; Sơ cấp LLCT', 'Thạc sĩ', 'elementary', null],
    ['Đại học, Cao cấp LLCT', 'Đại học', 'advanced', null],
    ['Kỹ sư hóa - LLCT: cao cấp', 'Kỹ sư hóa', 'advanced', null],
    ['Đại học, LLCT: TC', 'Đại học', 'intermediate', null],
    ['Đại học (Lý luận chính trị: Cao cấp)', 'Đại học', 'advanced', null],
    ['Đại học, LLCT - cao cấp', 'Đại học', 'advanced', null],
    ['Đại học Cao cấp LLCT', 'dai hoc', 'advanced', null],
    ['Đại học, chưa học LLCT', 'Đại học', 'none', null],
    ['Trung cấp LLCT', '', 'intermediate', null],
    ['Đại học, đang học cao cấp LLCT', 'Đại học', null, 'đang học cao cấp LLCT'],
    ['Cử nhân lý luận chính trị', 'Cử nhân lý luận chính trị', null, 'Cử nhân lý luận chính trị'],
    ['Thạc sĩ / Sơ cấp', 'Thạc sĩ / Sơ cấp', null, 'Sơ cấp'],
    ['Đại học / Trung cấp', 'Đại học / Trung cấp', null, 'Trung cấp'],
    ['Đại học; CC', 'Đại học; CC', null, 'CC'],
    ['Đại học cao cấp', 'Đại học cao cấp', null, 'Đại học cao cấp'],
  ])('%s: of it %j is a degree, of the theory %j is said and %j in doubt', (text, degrees, theory, doubt) =>
    expect(writtenLevels(text, heading)).toEqual({ degrees, theory, doubt }),
  );

  it('under a heading of both says the degree first and the theory behind it', () => {
    const both = 'Trình độ chuyên môn / LLCT';
    expect(
      ['Đại học / Trung cấp', 'Đại học/Chưa', 'Đại học', 'Đại học/?'].map((text) => writtenLevels(text, both)),
    ).toEqual([
      { degrees: 'Đại học', theory: 'intermediate', doubt: null },
      { degrees: 'Đại học', theory: 'none', doubt: null },
      { degrees: 'Đại học', theory: null, doubt: null },
      { degrees: 'Đại học/?', theory: null, doubt: '?' },
    ]);
  });
});
