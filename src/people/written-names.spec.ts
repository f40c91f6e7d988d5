import {
  isNote,
  isOneWord,
  nameAndPost,
  namesPost,
  whyNoName,
  withoutCertainTitles,
  withoutTitles,
} from './written-names';

describe('what stands before a name', () => {
  it.each([
    ['Đ/c Nguyễn Văn An', 'Nguyễn Văn An'],
    ['đ/c: NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['Ðồng chí Lê Thị Ba', 'Lê Thị Ba'],
    ['Ông Trần Văn Cư', 'Trần Văn Cư'],
    ['ThS. Bùi Văn Dũng', 'Bùi Văn Dũng'],
    ['Đ/c PGS.TS. Bùi Văn Dũng', 'Bùi Văn Dũng'],
    ['TS Phạm Văn Giang', 'Phạm Văn Giang'],
    ['B. Dương Thị Trinh', 'Dương Thị Trinh'],
    ['Ô. Dương Đức Hải', 'Dương Đức Hải'],
    ['Ô.Dương Đức Hải', 'Dương Đức Hải'],
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
    expect(['Tsai Minh', 'Ông', 'Đ/c', 'Cnúc Văn A', 'Nguyễn Văn Bà', 'Bình B.'].map(withoutTitles)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a name', () => {
  it.each([
    'Nguyễn Thị Ánh',
    "H'Hen Niê",
    'K’Brêm',
    'Nguyễn',
    'Đỗ Lê-An',
    'NGUYỄN VĂN ĐƯỢC',
    'Lê Của',
    'Trần Thị Nghỉ',
    'nguyễn văn theo',
    'Nguyễn văn được',
    'Lưu Ý Nhi',
    'Lý Luận',
    'Phó Đức Phương',
    'Nguyễn Thị Nhân Viên',
    'Trần Văn Thư Ký',
  ])('%s is one', (name) => expect([whyNoName(name), isNote(name)]).toEqual([null, false]));

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
    'Sơ cấp',
    'Trung Cấp',
    'Giám đốc',
    'Phúc Trưởng phòng',
    'Đại học',
    'Đảng viên dự bị',
    'Hoàn thành tốt nhiệm vụ',
    'Nữ',
    'Trình độ lý luận',
    'Chức vụ',
    'Ghi chú',
    'Hồ Thị Đào - Thợ nguội',
    'Lê Thị Hoa (Thợ nguội)',
    'Lê Thị Hoa, Xưởng Hai',
  ])('%s is none', (text) => expect(whyNoName(text)?.vi).toContain(text));

  it('is none where a sentence stands', () => {
    const notes = ['→ Đ/c này thay cho đồng chí Phạm Văn Cũ đã nghỉ hưu', 'Đ/c này thay cho đồng chí Phạm Văn Cũ'];
    expect(notes.map((text) => whyNoName(text)?.vi)).toEqual([
      expect.stringContaining('không phải là tên người'),
      expect.stringContaining('không phải là tên người'),
    ]);
  });

  it('is one where only the marks make the value of another column', () => {
    expect(['Cao Đăng', 'Cao Hóc', 'Trưng Cập', 'Tô Trương Ban'].map(whyNoName)).toEqual([null, null, null, null]);
  });

  it('is not two people where the heading stands once more', () => {
    expect(whyNoName('Họ và tên')?.vi).toContain('không phải là tên người');
  });

  it('of one word is perhaps half of one', () => {
    expect(['Nguyễn', "K'Brêm", 'Lê An'].map(isOneWord)).toEqual([true, false, false]);
  });
});

describe('a post behind a name', () => {
  it.each([
    ['Lê Minh Phúc Trưởng phòng', 'Lê Minh Phúc', 'Trưởng phòng'],
    ['Lê Minh Phúc\nXưởng điện', 'Lê Minh Phúc - Xưởng điện', null],
    ['Lê Minh Phúc\nLái xe', 'Lê Minh Phúc', 'Lái xe'],
    ['Hồ Thị Đào - Phó Trưởng phòng', 'Hồ Thị Đào', 'Phó Trưởng phòng'],
    ['Phạm Thị Hạnh – Kế toán trưởng', 'Phạm Thị Hạnh', 'Kế toán trưởng'],
    ['Đặng Thúy Oanh (Quản đốc)', 'Đặng Thúy Oanh', 'Quản đốc'],
    ['LÊ QUỐC QUÝ, PHÓ GIÁM ĐỐC', 'Lê Quốc Quý', 'Phó Giám Đốc'],
    ['Lê Quốc Quý (Phó Giám đốc (phụ trách))', 'Lê Quốc Quý', 'Phó Giám đốc (phụ trách)'],
  ])('%j', (written, name, post) => expect(nameAndPost(written)).toEqual({ name, post }));

  it.each([
    'Nguyễn Văn Trưởng',
    'Nguyễn Kế Toán',
    'Trần Công Nhân',
    'Nguyễn Thị\nHồng Hương',
    'Đỗ Lê-An',
    'Lê Văn An; Phó Đức Minh',
    'Lê Văn An (TP HCM)',
    '',
  ])('%j has none', (written) =>
    expect(nameAndPost(written)).toEqual({ name: written.replace('\n', ' '), post: null }),
  );
});

it('a plan names a post, or leaves it open', () => {
  const posts = ['Phó Giám đốc', 'PGĐ (2025–2030)', 'Phó GĐ', 'TP', 'Trạm trưởng', 'ĐUV', 'Cấp uỷ'];
  expect(posts.filter((plan) => !namesPost(plan))).toEqual([]);
  expect(['Đang đề nghị Trưởng phòng', 'Dự kiến', 'x', 'Không'].filter(namesPost)).toEqual([]);
});
