import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { CertificatesQueries, type VerifiedCertificate } from './certificates.queries';
import { TooManyVerifications } from './certificates.refusals';

/** Enough for an office that checks a stack of papers, too few to look through the register. */
export const lookUps = 100;
const windowSeconds = 10 * 60;

/** What anybody who holds a certificate may ask of the register. */
@Injectable()
export class VerificationsService {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    source: DataSource,
    private readonly certificates: CertificatesQueries,
  ) {
    this.limiter = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'verification_attempts',
      tableCreated: true,
      clearExpiredByTimeout: false,
      points: lookUps,
      duration: windowSeconds,
      // Once somebody is refused, the database is not asked again until the time is over.
      inMemoryBlockOnConsumed: lookUps + 1,
    });
  }

  /**
   * @param code as typed: any case, with or without dashes and spaces, O for 0
   * @param from the reader's network address; look-ups are counted per address, and only its hash is kept
   * @throws TooManyVerifications
   */
  async verify(code: string, from: string): Promise<VerifiedCertificate | null> {
    await this.count(createHash('sha256').update(from).digest('hex'));
    return this.certificates.byVerificationCode(code.slice(0, 100));
  }

  private async count(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooManyVerifications(Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)));
    }
  }
}
