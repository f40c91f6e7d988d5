import { firstContacts, firstEmail, firstPhone, readEmail, readPhone } from './contacts';

describe('contacts', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(028) 3829 1234', '02838291234'],
    ['+84 912 345 678', '0912345678'],
    ["'+84903100184", '0903100184'],
    ['912345678', '0912345678'],
    ['12345', null],
    ['O903123468', null],
    ['09031234660', null],
    ['9.03E+08', null],
    ['0912345678 / 0987654321', null],
  ])('reads the phone number %s as %s', (text, phone) => expect(readPhone(text)).toBe(phone));

  it('reads mail addresses in lower case', () => {
    expect(readEmail('An.Le@Congty.vn')).toBe('an.le@congty.vn');
    expect(readEmail('mailto:An.Le@Congty.vn')).toBe('an.le@congty.vn');
    expect(['an.le @ congty.vn', 'an.le@congty.vn.'].map(readEmail)).toEqual(['an.le@congty.vn', 'an.le@congty.vn']);
    const none = [
      'an@congty',
      'an congty.vn',
      'a@b.vn, c@d.vn',
      'ấn@congty.vn',
      'an@công-ty.vn',
      'an@-.vn',
      'an@c..vn',
    ];
    expect(none.map(readEmail)).toEqual(none.map(() => null));
  });

  it.each([
    ['0912345678 / 0987654321', '0912345678', '0987654321'],
    ['028 3829 1234 (máy lẻ 12)', '02838291234', '(máy lẻ 12)'],
    ['(028) 38221234 - 112', '02838221234', '112'],
    ['0903123467 (Zalo)', '0903123467', '(Zalo)'],
    ['ĐT: 0903.123.467', '0903123467', ''],
    ['02838111222, DĐ 0918001104', '0918001104', '02838111222'],
    ['Nhà 02838111222 / Cơ quan: 02838111333', '02838111222', 'Cơ quan: 02838111333'],
    ['12; 0912345678', '0912345678', '12'],
    ['0912345678', '0912345678', ''],
  ])('takes the first number of %s and tells the rest', (text, value, rest) =>
    expect(firstPhone(text)).toEqual({ value, rest }),
  );

  it.each([
    ['a@b.vn; c@d.vn', 'a@b.vn', 'c@d.vn'],
    ['Lê An <an@b.vn>', 'an@b.vn', 'Lê An'],
    ['mailto:an@b.vn', 'an@b.vn', ''],
    ['an@b.vn (cơ quan)', 'an@b.vn', '(cơ quan)'],
  ])('takes the first address of %s and tells the rest', (text, value, rest) =>
    expect(firstEmail(text)).toEqual({ value, rest }),
  );

  it.each([
    ['ĐT: 0918001102 - email: nga.phi@example.vn', '0918001102', 'nga.phi@example.vn', ''],
    ['Nhà 02838111222, DĐ 0918001104, hien.ong@example.vn', '0918001104', 'hien.ong@example.vn', 'Nhà 02838111222'],
    ['0918001101\nbinh.doan@example.vn', '0918001101', 'binh.doan@example.vn', ''],
    ['Mail: a@b.vn; DĐ: 0918001104 (Zalo)', '0918001104', 'a@b.vn', '(Zalo)'],
  ])('takes of %s the mobile number and the address, and no labels for data', (text, phone, email, rest) =>
    expect(firstContacts(text)).toEqual({ value: { phone, email }, rest }),
  );

  it('finds nothing where nothing usable stands', () => {
    expect(['1', 'không rõ', '0912', 'hỏi văn phòng'].map(firstPhone)).toEqual([null, null, null, null]);
    expect(['ấn@congty.vn', 'an@congty', 'x'].map(firstEmail)).toEqual([null, null, null]);
  });

  it('reads both from one cell, in either order, and either alone', () => {
    const both = { value: { phone: '0912345678', email: 'an@congty.vn' }, rest: '' };
    expect(firstContacts('0912345678; an@congty.vn')).toEqual(both);
    expect(firstContacts('an@congty.vn - 0912 345 678')).toEqual(both);
    expect(firstContacts('0912345678 an@congty.vn')).toEqual(both);
    expect(firstContacts('0912345678')).toEqual({ value: { phone: '0912345678', email: null }, rest: '' });
    expect(firstContacts('an@congty.vn')).toEqual({ value: { phone: null, email: 'an@congty.vn' }, rest: '' });
    expect(firstContacts('hỏi văn phòng; an@congty.vn')).toEqual({
      value: { phone: null, email: 'an@congty.vn' },
      rest: 'hỏi văn phòng',
    });
    expect(firstContacts('hỏi văn phòng')).toBeNull();
  });
});
