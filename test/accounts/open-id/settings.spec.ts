import { configFrom } from '../../../src/config';

const whole = {
  OIDC_ISSUER: 'https://dang-nhap.example.vn/realms/khoi',
  OIDC_CLIENT_ID: 'dao-tao',
  OIDC_NAME_VI: 'Cổng Khối',
  OIDC_NAME_EN: 'the Bloc portal',
};

describe('the settings of a provider to sign in at', () => {
  it('are whole or not there at all', () => {
    expect(configFrom({}).openId).toBeNull();
    expect(configFrom(whole).openId).toEqual({
      issuer: whole.OIDC_ISSUER,
      clientId: 'dao-tao',
      clientSecret: null,
      name: { vi: 'Cổng Khối', en: 'the Bloc portal' },
      scopes: 'openid email profile',
      secondSteps: [],
      isForAllStaff: false,
      emergencyAdministrators: [],
    });
    for (const name of Object.keys(whole)) {
      expect(() => configFrom({ ...whole, [name]: '' })).toThrow(`but ${name} is not; a provider needs all of them`);
    }
    expect(() => configFrom({ OIDC_CLIENT_SECRET: 'x' })).toThrow('OIDC_CLIENT_SECRET is set, but OIDC_ISSUER');
    expect(() => configFrom({ STAFF_SIGN_IN: 'provider' })).toThrow('STAFF_SIGN_IN is provider, but OIDC_ISSUER');
  });

  it.each([
    ['http://dang-nhap.example.vn', false],
    ['http://127.0.0.1:8080', true],
    ['http://localhost:8080/realms/khoi', true],
    ['https://10.1.2.3/realms/khoi', true],
    ['https://dang-nhap.example.vn?x=1', false],
    ['ftp://dang-nhap.example.vn', false],
    ['dang-nhap', false],
  ])('take an issuer over TLS, or on this machine: %s', (OIDC_ISSUER, isTaken) => {
    const read = () => configFrom({ ...whole, OIDC_ISSUER });
    if (isTaken) expect(read().openId!.issuer).toBe(OIDC_ISSUER);
    else expect(read).toThrow('OIDC_ISSUER is not an address');
  });

  it('ask for what finds an account', () => {
    expect(() => configFrom({ ...whole, OIDC_SCOPES: 'openid profile' })).toThrow('OIDC_SCOPES must name');
    expect(configFrom({ ...whole, OIDC_SCOPES: 'openid  email' }).openId!.scopes).toBe('openid email');
  });

  it('let staff in by the provider alone only where somebody is left for emergencies', () => {
    const strict = { ...whole, STAFF_SIGN_IN: 'provider' };
    expect(() => configFrom(strict)).toThrow('EMERGENCY_ADMINISTRATORS must list');
    expect(() => configFrom({ ...strict, EMERGENCY_ADMINISTRATORS: 'quan tri' })).toThrow('must list');
    const { openId } = configFrom({ ...strict, EMERGENCY_ADMINISTRATORS: 'a@example.vn, b@example.vn' });
    expect([openId!.isForAllStaff, openId!.emergencyAdministrators]).toEqual([true, ['a@example.vn', 'b@example.vn']]);
  });
});
