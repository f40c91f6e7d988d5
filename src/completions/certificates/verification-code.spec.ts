import { Randomness } from '../../platform/randomness';
import { newVerificationCode, readVerificationCode } from './verification-code';

describe('a verification code', () => {
  it('is sixteen letters and digits in fours, and differs every time', () => {
    const codes = Array.from({ length: 200 }, () => newVerificationCode(new Randomness()));
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  it.each(['7K2M-9QXA-04TR-HB1E', '7k2m9qxa04trhb1e', ' 7K2M 9QXA O4TR HBIE ', '7K2M-9QXA-04TR-HBLE'])(
    'is recognised when typed as %s',
    (typed) => {
      expect(readVerificationCode(typed)).toBe('7K2M-9QXA-04TR-HB1E');
    },
  );
});
