import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';

export const certificateStates = ['issued', 'replaced', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

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
  readonly issuedOn: Day;

  /** The last day it holds; null when it does not expire. */
  @Column('date', { nullable: true })
  readonly validUntil: Day | null;

  @Column('text')
  readonly verificationCode: string;

  @Column('text')
  readonly state: CertificateState;

  @Column('text', { nullable: true })
  readonly stateReason: string | null;
}

/** How a certificate stands on a day: what was decided about it, and whether its time is over. */
export type CertificateStanding = CertificateState | 'expired';

export function standingOn(
  { state, validUntil }: Pick<Certificate, 'state' | 'validUntil'>,
  day: Day,
): CertificateStanding {
  return state === 'issued' && validUntil !== null && validUntil < day ? 'expired' : state;
}
