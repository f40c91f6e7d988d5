import { ownAddress } from './own-address';

const tab = String.fromCharCode(9);

describe('an address of our own', () => {
  it.each([
    ['/', '/'],
    ['/classes?search=An&cursor=a.b', '/classes?search=An&cursor=a.b'],
    ['/half-days/1/check-ins#person-2', '/half-days/1/check-ins#person-2'],
    ['/people?search=Nguyễn Thị Ánh', '/people?search=Nguy%E1%BB%85n%20Th%E1%BB%8B%20%C3%81nh'],
    ['/people?search=a//b%2F%2Fc', '/people?search=a//b%2F%2Fc'],
    ['/中文', '/%E4%B8%AD%E6%96%87'],
    ['/\ud800', '/%EF%BF%BD'],
  ])('%j is one', (given, kept) => {
    expect(ownAddress(given)).toBe(kept);
  });

  it.each([
    '//evil.com',
    '///evil.com',
    '/\\evil.com',
    '\\\\evil.com',
    `/${tab}/evil.com`,
    `/${tab}\\evil.com`,
    `${tab}//evil.com`,
    '/\n/evil.com',
    '/%09/evil.com',
    '/%0a/evil.com',
    '/%2f/evil.com',
    '/%252f/evil.com',
    '/%5cevil.com',
    '/%255cevil.com',
    '/.//evil.com',
    '/%2e//evil.com',
    '/a/..//evil.com',
    '/%E0%A4%A',
    'https://evil.com/',
    'https://evil.com@own.invalid',
    'http://a:b@own.invalid/',
    'javascript:alert(1)',
    'evil.com',
    '',
    '/x\r\nSet-Cookie: a=b',
    undefined,
    null,
    7,
    ['/classes'],
  ])('%j is none', (given) => {
    expect(ownAddress(given)).toBe('/');
  });

  it('may be given in full, under the name the service was called by', () => {
    expect(ownAddress('https://dao-tao.example.vn/people?search=An', 'dao-tao.example.vn')).toBe('/people?search=An');
    expect(ownAddress('https://khac.example.vn/people', 'dao-tao.example.vn')).toBe('/');
    expect(ownAddress('https://a@dao-tao.example.vn/people', 'dao-tao.example.vn')).toBe('/');
    expect(ownAddress('https://dao-tao.example.vn//evil.com', 'dao-tao.example.vn')).toBe('/');
    expect(ownAddress('/people', 'not a host/')).toBe('/');
  });

  it('is no longer than a browser writes, which is looked at before anything else', () => {
    const started = performance.now();
    expect(ownAddress(`/${'a\u0323\u0302'.repeat(130_000)}`)).toBe('/');
    expect(ownAddress(`/${'%25'.repeat(1_300)}2f/evil.com`)).toBe('/');
    expect(performance.now() - started).toBeLessThan(200);
  });
});
