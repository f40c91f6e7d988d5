import { colourOfRow, isLegend, unusualRows } from './row-colours';

describe('rows in colours', () => {
  const rows = (colours: string) => colours.split('').map((colour) => (colour === '-' ? '' : colour));

  it.each([
    ['-g', [[1]]],
    ['--g-', [[2]]],
    ['--gy-g', [[2, 5], [3]]],
    ['gggy', [[3]]],
    ['-----ggg', [[5, 6, 7]]],
  ])('%s: some are unusual', (colours, unusual) => expect(unusualRows(rows(colours), false)).toEqual(unusual));

  it.each(['----', 'gggg', '-g-g-g', 'g-g-g', 'gggyyyrrr'])('%s: none is', (colours) =>
    expect(unusualRows(rows(colours), false)).toEqual([]),
  );

  it('need no colour of most where a line explains them, and shading stays shading', () => {
    expect(unusualRows(rows('ggyyrr'), true)).toHaveLength(3);
    expect(unusualRows(rows('-g-g-g'), true)).toEqual([]);
  });

  it('have that of the name, or else of most cells', () => {
    expect([colourOfRow(['', '', 'g'], 'g'), colourOfRow(['', 'g', 'g'], ''), colourOfRow(['', '', 'g'], '')]).toEqual([
      'g',
      'g',
      '',
    ]);
  });

  it.each(['Chữ đỏ: dự phòng.', 'dòng tô xanh là đã chuyển đi', 'Màu vàng: miễn sinh hoạt'])(
    '%s explains them',
    (line) => expect(isLegend(line)).toBe(true),
  );
  it.each(['Tô Thị Hồng', 'Chủ nhiệm Nguyễn Thị Xanh', 'Nguyễn Chữ'])('%s does not', (line) =>
    expect(isLegend(line)).toBe(false),
  );
});
