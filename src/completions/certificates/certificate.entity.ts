import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import type { Day } from '../../platform/clock';
import type { Grade } from '../../training-records/training-record.labels';
import { CertificateExpired, CertificateNotInForce, nothingCorrected, studiedBackwards } from './certificates.refusals';

export type CertificateState = 'issued' | 'replaced' | 'revoked';

/** What may turn out to be written wrongly; number, course and grade follow from decisions and stay. */
export interface CorrectableFacts {
  readonly holderName: string;
  readonly birthDate: Day;
  readonly unitName: string;
  readonly startedOn: Day;
  readonly endedOn: Day;
}
const correctable = ['holderName', 'birthDate', 'unitName', 'startedOn', 'endedOn'] as const;

/** A certificate of the Bloc and its place in the register; replaced and revoked ones keep theirs (I7). */
@Entity('certificates')
export class Certificate {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly series: string;

  @Column('integer')
  readonly year: number;

  @Column('integer')
  readonly sequence: number;

  @Column('text')
  readonly number: string;

  @Column('uuid')
  readonly completionId: string;

  @Column('uuid')
  readonly personId: string;

  /** As the person was called on the day of issue. */
  @Column('text')
  readonly holderName: string;

  @Column('date')
  readonly birthDate: Day;

  @Column('text')
  readonly unitName: string;

  @Column('text')
  readonly courseName: string;

  @Column('text')
  readonly className: string;

  @Column('date')
  readonly startedOn: Day;

  @Column('date')
  readonly endedOn: Day;

  @Column('text', { nullable: true })
  readonly grade: Grade | null;

  /** Who issued and signed it, on the day of issue. */
  @Column('jsonb')
  readonly letterhead: SignedLetterhead;

  @Column('date')
  readonly issuedOn: Day;

  /** The last day it holds; null when it does not expire. */
  @Column('date', { nullable: true })
  readonly validUntil: Day | null;

  @Column('text')
  readonly verificationCode: string;

  /** Grows with every correction; earlier ones stay readable in the register. */
  @Column('integer')
  readonly version: number;

  @Column('date', { nullable: true })
  readonly correctedOn: Day | null;

  @Column('text')
  readonly state: CertificateState;

  /** The day it was replaced or revoked. */
  @Column('date', { nullable: true })
  readonly stateOn: Day | null;

  @Column('text', { nullable: true })
  readonly stateReason: string | null;

  @Column('text', { nullable: true })
  readonly stateDecision: string | null;

  /** The lost or damaged one this was issued for. */
  @Column('uuid', { nullable: true })
  readonly replacesId: string | null;

  /**
   * A new version with other words under the same number; what is left out stays.
   * @throws CertificateNotInForce | InvalidInput when nothing changes or the days run backwards
   */
  correct(facts: Partial<CorrectableFacts>, on: Day): void {
    this.assertInForce();
    const changed = correctable.filter((fact) => facts[fact] !== undefined && facts[fact] !== this[fact]);
    if (changed.length === 0) throw nothingCorrected();
    Object.assign(this, Object.fromEntries(changed.map((fact) => [fact, facts[fact]])));
    if (this.startedOn > this.endedOn) throw studiedBackwards();
    Object.assign(this, { version: this.version + 1, correctedOn: on });
  }

  /** Was lost or damaged, and gives way to one with another number. @throws CertificateNotInForce | CertificateExpired */
  replace(reason: string, on: Day): void {
    if (this.validUntil !== null && this.validUntil < on) throw new CertificateExpired(this.validUntil);
    this.giveWay(reason, null, on);
  }

  /** What it says of the result is no longer so: one with another number says it right. @throws CertificateNotInForce */
  giveWay(reason: string, decision: string | null, on: Day): void {
    this.assertInForce();
    Object.assign(this, { state: 'replaced', stateOn: on, stateReason: reason, stateDecision: decision });
  }

  /** @throws CertificateNotInForce */
  revoke(reason: string, decision: string | null, on: Day): void {
    this.assertInForce();
    Object.assign(this, { state: 'revoked', stateOn: on, stateReason: reason, stateDecision: decision });
  }

  private assertInForce(): void {
    if (this.state !== 'issued') throw new CertificateNotInForce(this.state, this.stateOn);
  }
}

/** How a certificate stands on a day: what was decided about it, and whether its time is over. */
export const certificateStandings = ['issued', 'expired', 'replaced', 'revoked'] as const;
export type CertificateStanding = (typeof certificateStandings)[number];

export function standingOn(
  { state, validUntil }: Pick<Certificate, 'state' | 'validUntil'>,
  day: Day,
): CertificateStanding {
  return state === 'issued' && validUntil !== null && validUntil < day ? 'expired' : state;
}
