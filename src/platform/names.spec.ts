import { foldLabel, foldName, isSameSpelling, lacksMarks, legible, sortName, tidyName, tidyText } from './names';

describe('names', () => {
  it('leaves what is plain as it is, in whatever company it stands', () => {
    const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    // What stands beside NUL is looked at sign by sign.
    expect(letters.filter((letter) => legible(letter) !== legible(`${letter}\0`))).toEqual([]);
    expect(letters.filter((letter) => legible(`a${letter}`) !== legible(`a${letter}\0`))).toEqual([]);
  });

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

  it('takes an eth and an African D for the Đ they look like', () => {
    expect(['Ðặng', 'Ɖặng', 'Đặng'].map(tidyName)).toEqual(['Đặng', 'Đặng', 'Đặng']);
    expect(['Quản ðốc', 'Quản ɖốc'].map(tidyText)).toEqual(['Quản đốc', 'Quản đốc']);
  });

  it('takes out every sign that nobody sees', () => {
    expect(tidyText('Nguy\u00adễn\u202c \u200eThị\u2066 Ánh\u061c')).toBe('Nguyễn Thị Ánh');
    expect(foldLabel('Đi\u00adện thoại')).toBe('dien thoai');
  });

  it('knows one apostrophe, and finds the letters of the Central Highlands by plain ones', () => {
    const written = ["H'Hen Niê", 'H’Hen Niê', 'HʼHen Niê', 'H`Hen Niê'];
    expect(new Set(written.map(tidyName))).toEqual(new Set(["H'Hen Niê"]));
    expect(new Set(written.map(foldName))).toEqual(new Set(["h'hen nie"]));
    expect(['Y Ƀlô', 'Siu Blơ̆', "Rơ Chăm H'Ƀư̆", 'Đinh Y Ŭt', 'Y ɓŏ ɗĕ'].map(foldName)).toEqual([
      'y blo',
      'siu blo',
      "ro cham h'bu",
      'dinh y ut',
      'y bo de',
    ]);
  });

  it('takes no other place of the tone, and no other case, for another name', () => {
    expect(isSameSpelling('Nguyễn Thị Thuý Hoà', 'Nguyễn Thị Thúy Hòa')).toBe(true);
    expect(isSameSpelling('ĐẶNG VĂN HÒA', 'Ðặng Văn Hoà')).toBe(true);
    expect(isSameSpelling('Nguyễn văn An', 'Nguyễn Văn An')).toBe(true);
    expect(isSameSpelling('Đặng Văn Hòa', 'Đặng Văn Hóa')).toBe(false);
    expect(isSameSpelling('Lê Thị Hoà Na', 'Lê Thị Hoa Nà')).toBe(false);
    expect(['Nguyen Thi Anh', 'Nguyen Thị Anh', "H'Hen"].map(lacksMarks)).toEqual([true, false, true]);
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

  it('gives a name typed all in capitals, or in small letters, its natural case, and leaves others alone', () => {
    expect(tidyName('nguyễn thị ánh')).toBe('Nguyễn Thị Ánh');
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
