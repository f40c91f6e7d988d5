import { readContacts, readEmail, readPhone } from './contacts';

describe('contacts', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(028) 3829 1234', '02838291234'],
    ['+84 912 345 678', '0912345678'],
    ['912345678', '0912345678'],
    ['12345', null],
    ['0912345678 / 0987654321', null],
  ])('reads the telephone number %s as %s', (text, phone) => expect(readPhone(text)).toBe(phone));

  it('reads mail addresses in lower case', () => {
    expect(readEmail('An.Le@Congty.vn')).toBe('an.le@congty.vn');
    expect(readEmail('mailto:An.Le@Congty.vn')).toBe('an.le@congty.vn');
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

  it('reads both from one cell, in either order, and either alone', () => {
    const both = { phone: '0912345678', email: 'an@congty.vn' };
    expect(readContacts('0912345678; an@congty.vn')).toEqual(both);
    expect(readContacts('an@congty.vn - 0912 345 678')).toEqual(both);
    expect(readContacts('0912345678 an@congty.vn')).toEqual(both);
    expect(readContacts('0912345678')).toEqual({ phone: '0912345678', email: null });
    expect(readContacts('an@congty.vn')).toEqual({ phone: null, email: 'an@congty.vn' });
    expect(readContacts('hỏi văn phòng; an@congty.vn')).toBeNull();
  });
});
