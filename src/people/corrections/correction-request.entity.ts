import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { CorrectionAnswered } from './corrections.refusals';
import { type CorrectionState, correctionStates } from './correction-request.states';

/** Somebody says what is wrong on their record; who keeps the roster answers. */
@Entity('correction_requests')
export class CorrectionRequest {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly personId: string;

  /** By the name of its field in the form: `ratings.2025` is the rating of 2025. */
  @Column('text')
  readonly fact: string;

  /** What the record said, and what is right, as the form shows it; '' stands for nothing. */
  @Column('text')
  readonly stood: string;

  @Column('text')
  readonly asked: string;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @Column('text')
  readonly state: CorrectionState;

  @Column('timestamptz')
  readonly askedAt: Date;

  @Column('timestamptz', { nullable: true })
  readonly answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly answeredBy: string | null;

  @Column('text', { nullable: true })
  readonly answeredByName: string | null;

  @Column('text', { nullable: true })
  readonly answer: string | null;

  /** @throws CorrectionAnswered */
  correct(by: Actor, at: Date, answer: string): void {
    this.settle('corrected', by, at, answer);
  }

  /** @throws CorrectionAnswered */
  decline(by: Actor, at: Date, answer: string): void {
    this.settle('declined', by, at, answer);
  }

  private settle(state: CorrectionState, { accountId, name }: Actor, at: Date, answer: string): void {
    const moves: readonly string[] = correctionStates[this.state];
    if (!moves.includes(state)) throw new CorrectionAnswered();
    Object.assign(this, { state, answeredAt: at, answeredBy: accountId, answeredByName: name, answer });
  }
}
