import { Injectable } from '@nestjs/common';
import { type AttemptLimit, AttemptLimits } from '../../platform/attempt-limits';
import { CertificatesQueries, type VerifiedCertificate } from './certificates.queries';
import { TooManyVerifications } from './certificates.refusals';

/** Enough for an office that checks a stack of papers, too few to look through the register. */
export const lookUps = 100;
const windowSeconds = 10 * 60;

/** What anybody who holds a certificate may ask of the register. */
@Injectable()
export class VerificationsService {
  private readonly attempts: AttemptLimit;

  constructor(
    attempts: AttemptLimits,
    private readonly certificates: CertificatesQueries,
  ) {
    this.attempts = attempts.of({ table: 'verification_attempts', attempts: lookUps, seconds: windowSeconds });
  }

  /**
   * @param code as typed: any case, with or without dashes and spaces, O for 0
   * @param from the reader's network address; look-ups are counted per address, and only its hash is kept
   * @throws TooManyVerifications
   */
  async verify(code: string, from: string): Promise<VerifiedCertificate | null> {
    const seconds = await this.attempts.count(from);
    if (seconds !== null) throw new TooManyVerifications(seconds);
    return this.certificates.byVerificationCode(code.slice(0, 100));
  }
}
