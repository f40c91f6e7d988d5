import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { addMonths, type Day } from '../../platform/clock';
import type { FormOfAddress } from '../../platform/messages/address';
import type { Grade } from '../../training-records/training-record.labels';
import {
  CertificateExpired,
  CertificateNotInForce,
  endsBeforeItBegins,
  gradeWithoutDecision,
  issuedBeforeTheEnd,
  issuedInAnotherYear,
  issuedInTheFuture,
  nothingCorrected,
  studiedBackwards,
} from './certificates.refusals';

export type CertificateState = 'issued' | 'replaced' | 'revoked';

/** Everything printed but the number, by which it is known, and may turn out to be written wrongly. */
export type CorrectableFacts = Pick<Certificate, (typeof correctable)[number]> & SignedLetterhead;

const correctable = [
  'holderName',
  'birthDate',
  'unitName',
  'courseName',
  'className',
  'startedOn',
  'endedOn',
  'grade',
  'issuedOn',
  'validUntil',
] as const;
const onLetterhead = ['superior', 'body', 'place', 'signerCapacity', 'signerName'] as const;

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

  /** As they were called on the day of issue. */
  @Column('text')
  readonly address: FormOfAddress;

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

  /** The reopening of its class it was revoked by. */
  @Column('uuid', { nullable: true })
  readonly reopeningId: string | null;

  /**
   * A new version with other words under the same number; what is left out stays. It holds as long after the day of issue
   * as it did, unless another last day is said.
   * @param decision by which it is done: another grade needs one, because it is not what the class led to
   * @throws CertificateNotInForce | InvalidInput when nothing changes, or days that cannot be
   */
  correct(facts: Partial<CorrectableFacts>, decision: string | null, on: Day): void {
    this.assertInForce();
    const changed = correctable.filter((fact) => facts[fact] !== undefined && facts[fact] !== this[fact]);
    const resigned = onLetterhead.filter((fact) => facts[fact] !== undefined && facts[fact] !== this.letterhead[fact]);
    if (changed.length + resigned.length === 0) throw nothingCorrected();
    if (changed.includes('grade') && decision === null) throw gradeWithoutDecision();
    const months = this.monthsOfValidity();
    Object.assign(this, Object.fromEntries(changed.map((fact) => [fact, facts[fact]])));
    Object.assign(this, {
      letterhead: { ...this.letterhead, ...Object.fromEntries(resigned.map((fact) => [fact, facts[fact]])) },
      version: this.version + 1,
      correctedOn: on,
    });
    if (changed.includes('issuedOn') && !changed.includes('validUntil') && months !== null)
      Object.assign(this, { validUntil: addMonths(this.issuedOn, months) });
    if (this.startedOn > this.endedOn) throw studiedBackwards();
    if (changed.includes('issuedOn')) this.assertIssuable(on);
    if (this.validUntil !== null && this.validUntil < this.issuedOn) throw endsBeforeItBegins();
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

  /** Null for one that lasts, and one whose last day was not counted in months. */
  private monthsOfValidity(): number | null {
    const { issuedOn, validUntil } = this;
    if (validUntil === null) return null;
    const [from, until] = [issuedOn, validUntil].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
    const months = until! - from!;
    return addMonths(issuedOn, months) === validUntil ? months : null;
  }

  private assertIssuable(today: Day): void {
    if (this.issuedOn > today) throw issuedInTheFuture();
    if (this.issuedOn < this.endedOn) throw issuedBeforeTheEnd(this.endedOn);
    if (Number(this.issuedOn.slice(0, 4)) !== this.year) throw issuedInAnotherYear(this.year);
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
