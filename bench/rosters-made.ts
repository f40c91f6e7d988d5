const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
];
const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Quốc', 'Ngọc', 'Hữu', 'Đức', 'Xuân', 'Kim', 'Bảo'];
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Hùng',
  'Khoa',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quân',
  'Sơn',
  'Tú',
  'Vinh',
  'Yến',
];
const posts = [
  'Chuyên viên',
  'Trưởng phòng',
  'Phó Trưởng phòng',
  'Nhân viên',
  'Kế toán',
  'Kỹ sư',
  'Giám đốc',
  'Tổ trưởng',
];

const two = (value: number) => String(value).padStart(2, '0');

/** The plainest roster of a unit of its own, a heading above it. @param changedEvery every so many-th person holds another post than in the first one */
export function largeRoster(unit: number, people: number, changedEvery = Infinity): readonly (readonly string[])[] {
  const heading = ['Mã số', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Chi bộ', 'Chức vụ', 'Tình trạng', 'Ngày vào Đảng'];
  const more = ['Trình độ chuyên môn', 'Trình độ LLCT', 'Xếp loại 2024', 'Xếp loại 2025', 'Điện thoại', 'Email'];
  const rows = Array.from({ length: people }, (_, index) => {
    const one = unit * people + index;
    const name = [families[one % 14], middles[one % 11], givens[one % 17]].join(' ');
    const post = index % changedEvery === changedEvery - 1 ? 'Phó Giám đốc' : posts[one % posts.length]!;
    return [
      ...[
        `M-${one}`,
        name,
        one % 2 === 0 ? 'Nam' : 'Nữ',
        `${two((one % 28) + 1)}/${two((one % 12) + 1)}/${1965 + (one % 29)}`,
      ],
      ...[
        `Chi bộ ${index % 40}`,
        post,
        'Chính thức',
        `${two((one % 28) + 1)}/06/${2000 + (one % 19)}`,
        'Đại học',
        'Sơ cấp',
      ],
      ...['HTTNV', 'HTXSNV', `0903${100_000 + (one % 900_000)}`, `nguoi${one}@example.vn`],
    ];
  });
  return [[...heading, ...more], ...rows];
}
