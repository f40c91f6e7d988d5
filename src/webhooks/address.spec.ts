import { addressProblem, isOpen } from './address';

describe('where a webhook may go', () => {
  it.each([
    ['https://sms.example.vn/in', null],
    ['https://93.184.216.34/in', null],
    ['https://[2606:2800:220:1::1]/in', null],
    ['http://sms.example.vn/in', 'not_https'],
    ['ftp://sms.example.vn/in', 'not_an_address'],
    ['sms.example.vn', 'not_an_address'],
    ['https://user:password@sms.example.vn', 'has_password'],
    ['https://localhost/in', 'private'],
    ['https://127.0.0.1/in', 'private'],
    ['https://2130706433/in', 'private'],
    ['https://10.1.2.3/in', 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    ['https://[::1]/in', 'private'],
    ['https://[::ffff:10.0.0.1]/in', 'private'],
    ['https://[fd00::1]/in', 'private'],
    ['https://[2002:0a00:0001::1]/in', 'private'],
  ])('%s: %s', (address, problem) => expect(addressProblem(address, false)).toBe(problem));

  it('may be this machine where a setting says so, and nothing else of the inside', () => {
    expect(addressProblem('http://127.0.0.1:9/in', true)).toBeNull();
    expect(addressProblem('http://localhost:9/in', true)).toBeNull();
    expect(addressProblem('http://10.0.0.1/in', true)).toBe('private');
    expect(isOpen('127.0.0.1', true)).toBe(true);
    expect(isOpen('127.0.0.1', false)).toBe(false);
    expect(isOpen('192.168.1.1', true)).toBe(false);
    expect(isOpen('fe80::1', true)).toBe(false);
    expect(isOpen('8.8.8.8', false)).toBe(true);
  });
});
