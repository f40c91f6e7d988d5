import { isOneWord, whyNoName, withoutCertainTitles, withoutTitles } from './written-names';

describe('what stands before a name', () => {
  it.each([
    ['Đ/c Nguyễn Văn An', 'Nguyễn Văn An'],
    ['đ/c: NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['Ðồng chí Lê Thị Ba', 'Lê Thị Ba'],
    ['Ông Trần Văn Cư', 'Trần Văn Cư'],
    ['ThS. Bùi Văn Dũng', 'Bùi Văn Dũng'],
    ['Đ/c PGS.TS. Bùi Văn Dũng', 'Bùi Văn Dũng'],
    ['TS Phạm Văn Giang', 'Phạm Văn Giang'],
  ])('%s', (written, name) => {
    expect(withoutTitles(written)).toBe(name);
    expect(withoutCertainTitles(written)).toBe(name);
  });

  it('may be a family name, which only whom it would leave can tell', () => {
    expect(withoutTitles('Bà Thị Lan')).toBe('Thị Lan');
    expect(['Bà Thị Lan', 'Ông Thị Mai', 'Ông Văn Tám Ba', 'Cô Lan'].map(withoutCertainTitles)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(withoutCertainTitles('Đ/c Bà Thị Lan')).toBe('Bà Thị Lan');
  });

  it('is no title within a word, and never all there is', () => {
    expect(['Tsai Minh', 'Ông', 'Đ/c', 'Cnúc Văn A', 'Nguyễn Văn Bà'].map(withoutTitles)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a name', () => {
  it.each(['Nguyễn Thị Ánh', "H'Hen Niê", 'K’Brêm', 'Nguyễn', 'Đỗ Lê-An'])('%s is one', (name) =>
    expect(whyNoName(name)).toBeNull(),
  );

  it.each([
    '123',
    'x',
    'Họ và tên',
    '???',
    'Trần Thị Thúy; Lê Văn Ba',
    'Lê An và Lê Bình',
    '0',
    '=A1',
    '…',
    'Lê Văn 2',
  ])('%s is none', (text) => expect(whyNoName(text)?.vi).toContain(text));

  it('is not two people where the heading stands once more', () => {
    expect(whyNoName('Họ và tên')?.vi).toContain('không phải là tên người');
  });

  it('of one word is perhaps half of one', () => {
    expect(['Nguyễn', "K'Brêm", 'Lê An'].map(isOneWord)).toEqual([true, false, false]);
  });
});
