import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oldFontIn } from './old-fonts';
import { isVietnameseSyllable } from './vietnamese-syllables';
import { readWorkbook } from './workbook';

describe('letters of an old font', () => {
  it.each([
    ['NguyÔn V¨n Hïng', 'Nguyễn Văn Hùng'],
    ['TrÇn ThÞ Thu', 'Trần Thị Thu'],
    ['§Æng Quèc ¢n', 'Đặng Quốc Ân'],
    ['Lª H÷u Ph\u00adíc', 'Lê Hữu Phước'],
    ['Ph¹m ThÞ H»ng', 'Phạm Thị Hằng'],
    ['Hä vµ tªn', 'Họ và tên'],
    ['Tr\u00adëng phßng', 'Trưởng phòng'],
  ])('%s is TCVN3 for %s', (text, read) => expect(oldFontIn(text)).toEqual({ font: 'TCVN3 (ABC)', text, read }));

  it.each([
    ['Nguyeãn Vaên Huøng', 'Nguyễn Văn Hùng'],
    ['Traàn Thò Thu', 'Trần Thị Thu'],
    ['Ñaëng Quoác AÂn', 'Đặng Quốc Ân'],
    ['Leâ Höõu Phöôùc', 'Lê Hữu Phước'],
    ['NGUYEÃN THÒ HAÈNG', 'NGUYỄN THỊ HẰNG'],
  ])('%s is VNI for %s', (text, read) => expect(oldFontIn(text)).toEqual({ font: 'VNI', text, read }));

  it.each([
    'Nguyễn Thị Thúy Hòa',
    'Nguyễn Thị Thuý Hoà'.normalize('NFD'),
    'Lê Quốc Ân, Ý Nhi, Hồ Quý Ly',
    'H’Hen Niê, Y Bhĕm Êban, K’Rông',
    'Ðặng Ðình Ðức',
    'Lê\u00ad Văn Phúc',
    'François Müller, Peña, Würth, café, Noël, Søren',
    '5 µm, 3 m², 2×3, 10÷12, «Lan», §5, Windows®, 1ª, 20 °C, ½',
    'x: có mặt · P: vắng có phép · K: vắng không phép',
    'x·y · Ô A·B × C ÷ D « E » § F ½',
    'DNTN Thuê – Mướn: kỹ sư',
    '0912345678; an@example.vn',
  ])('%s is none', (text) => expect(oldFontIn(text)).toBeNull());

  it('are in no sheet that offices sent as they should', async () => {
    const data = join(__dirname, '../../../demo/data');
    for (const folder of ['rosters', 'nomination-lists']) {
      for (const name of readdirSync(join(data, folder))) {
        const { rows } = await readWorkbook({ name, content: readFileSync(join(data, folder, name)) });
        expect(rows.length).toBeGreaterThan(1);
        const words = rows.flat().flatMap((cell) => (typeof cell === 'string' ? (cell.match(/\p{L}+/gu) ?? []) : []));
        const marked = words.filter((word) => /[^\x00-\x7f]/.test(word));
        expect(marked.filter((word) => !isVietnameseSyllable(word))).toEqual([]);
      }
    }
  });

  it.each(['Nguyễn Thị Ánh', 'Đặng Văn Hòa', 'Trưởng phòng Kế hoạch', 'Lê Quốc Ân'])(
    'knows %s whose bytes were taken for letters',
    (meant) => {
      const [latin, windows] = ['latin1', 'windows-1252'].map((encoding) =>
        new TextDecoder(encoding === 'latin1' ? 'iso-8859-1' : encoding).decode(Buffer.from(meant)),
      );
      for (const text of [latin!, windows!, Buffer.from(meant).toString('latin1')])
        expect(oldFontIn(text)).toMatchObject({ font: 'UTF-8', text, read: meant });
    },
  );
});
