import { foldLabel, foldName, sortName, tidyName, tidyText } from './names';

describe('names', () => {
  it('folds composed, decomposed and capital spellings to the same words', () => {
    for (const written of [
      'Nguyễn Thị Ánh',
      'NGUYỄN  Thị Ánh',
      'nguyễn thị ánh '.normalize('NFD'),
      'Nguyễn\u00a0Thị\nÁnh',
    ]) {
      expect(foldName(written)).toBe('nguyen thi anh');
    }
    expect(foldName('ĐỖ ĐỨC Đạt')).toBe('do duc dat');
  });

  it('keeps different names apart', () => {
    expect(foldName('Lê Văn An')).not.toBe(foldName('Lê Văn Am'));
    expect(foldName('Lê Vănan')).not.toBe(foldName('Lê Văn An'));
  });

  it('folds punctuation of headings into blanks', () => {
    expect(foldLabel('Điện thoại,email')).toBe('dien thoai email');
    expect(foldLabel(' (Ngày, tháng, năm sinh) ')).toBe('ngay thang nam sinh');
  });

  it('tidies text without changing its letters', () => {
    expect(tidyText(' Chức\u00a0 vụ\r\nĐảng\u200b ')).toBe('Chức vụ Đảng');
    expect(tidyText('Hương'.normalize('NFD'))).toBe('Hương'.normalize('NFC'));
  });

  it('gives a name typed all in capitals its natural case, and leaves others alone', () => {
    expect(tidyName('HUỲNH THANH BÌNH ')).toBe('Huỳnh Thanh Bình');
    expect(tidyName('HUỲNH THANH BÌNH'.normalize('NFD'))).toBe('Huỳnh Thanh Bình'.normalize('NFC'));
    expect(tidyName("K'BRĂM Y-ÊBAN")).toBe("K'Brăm Y-Êban");
    expect(tidyName('Nguyễn Văn McLê')).toBe('Nguyễn Văn McLê');
  });

  it('puts the given name first, so that a Vietnamese collation lists people as offices do', () => {
    expect(sortName('Nguyễn Thị Ánh')).toBe('Ánh4 Nguyễn Thị');
    expect(sortName('Ánh')).toBe('Ánh4');
    const names = [
      'Trần Văn Đức',
      'Bùi Thị Ánh',
      'Trần Văn Anh',
      'Lê Thị Ánh',
      'Bùi Văn Dũng',
      'Phạm An',
      'Đỗ Văn Ân',
      'Hồ An',
    ];
    const collator = new Intl.Collator('vi');
    expect([...names].sort((a, b) => collator.compare(sortName(a), sortName(b)))).toEqual([
      'Hồ An',
      'Phạm An',
      'Trần Văn Anh',
      'Bùi Thị Ánh',
      'Lê Thị Ánh',
      'Đỗ Văn Ân',
      'Bùi Văn Dũng',
      'Trần Văn Đức',
    ]);
  });
});
