import { Injectable } from '@nestjs/common';
import { addMonths, type Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Randomness } from '../platform/randomness';
import type { AwardGiven } from './award';
import { certificateNumber } from './certificate-number';
import { Certificate } from './certificate.entity';
import { newVerificationCode } from './verification-code';

export interface Holder {
  readonly completionId: string;
  readonly personId: string;
  readonly fullName: string;
}

export type IssuedCertificate = Pick<Certificate, 'completionId' | 'number' | 'validUntil'>;

/**
 * Gives out certificate numbers. Whoever issues holds the register's row until commit, so that numbers and certificates
 * appear together or not at all: no gap, no repeat (I7).
 */
@Injectable()
export class CertificateRegister {
  constructor(private readonly randomness: Randomness) {}

  /** One certificate each, numbered in the order given. */
  async issue(
    tx: Tx,
    { series, template, validMonths }: Extract<AwardGiven, { kind: 'certificate' }>,
    issuedOn: Day,
    holders: readonly Holder[],
  ): Promise<IssuedCertificate[]> {
    if (holders.length === 0) return [];
    const year = Number(issuedOn.slice(0, 4));
    const last = await this.lastSequence(tx, series, year);
    // Civil Code 2015, articles 147 and 148: months run to the end of the corresponding day.
    const validUntil = validMonths === null ? null : addMonths(issuedOn, validMonths);
    const issued = holders.map(({ completionId, personId, fullName }, index) => {
      const sequence = last + index + 1;
      return {
        series,
        year,
        sequence,
        number: certificateNumber(template, { sequence, year }),
        completionId,
        personId,
        holderName: fullName,
        issuedOn,
        validUntil,
        verificationCode: newVerificationCode(this.randomness),
        state: 'issued' as const,
        stateReason: null,
      };
    });
    await tx.insert(Certificate, issued);
    await tx.query(`UPDATE certificate_registers SET last_sequence = $3 WHERE series = $1 AND year = $2`, [
      series,
      year,
      last + issued.length,
    ]);
    return issued;
  }

  /** The last number given out; the row stays locked until the transaction ends. */
  protected async lastSequence(tx: Tx, series: string, year: number): Promise<number> {
    await tx.query(`INSERT INTO certificate_registers (series, year) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      series,
      year,
    ]);
    const [register]: { last: number }[] = await tx.query(
      `SELECT last_sequence AS last FROM certificate_registers WHERE series = $1 AND year = $2 FOR UPDATE`,
      [series, year],
    );
    return register!.last;
  }
}
