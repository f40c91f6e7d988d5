import { reviewerOf } from './turn';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn, VirtualColumn } from 'typeorm';
import type { Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import { type Check, hasWarning, isBlocked } from './checks';
import { type NominationState, nominationStates } from './nomination.states';
import {
  AwaitsEndorsement,
  NominationOver,
  NotEligible,
  NotEndorsedYet,
  PlaceGivenUp,
  ReasonNeeded,
  StillReserve,
  WarningsNotAcknowledged,
} from './nominations.refusals';

/** The unit's letter (công văn) a nomination came with. */
export interface Letter {
  readonly number: string;
  readonly date: Day;
}

/** How a nomination stood before a decision. */
export interface StoodBefore {
  readonly state: NominationState;
  readonly rank: number | null;
  readonly reason: string | null;
  readonly correctBy: Day | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** A unit puts one of its people forward for one class; from submission on it holds a seat or is a ranked reserve. */
@Entity('nominations')
export class Nomination {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  @Column('uuid')
  readonly personId: string;

  @Column('uuid')
  readonly unitId: string;

  /** The unit the nominee belongs to now, which reads along. */
  @VirtualColumn({ query: (nomination) => `SELECT p.unit_id FROM persons p WHERE p.id = ${nomination}.person_id` })
  readonly nowOfUnitId: string;

  @Column('text')
  readonly state: NominationState;

  /** Place among the unit's reserves, lowest first; null while a seat is held. Gaps mean nothing. */
  @Column('integer', { nullable: true })
  readonly rank: number | null;

  @Column('text', { nullable: true })
  readonly letterNumber: string | null;

  @Column('date', { nullable: true })
  readonly letterDate: Day | null;

  @Column('uuid', { nullable: true })
  readonly listImportId: string | null;

  @Column('text', { nullable: true })
  lateReason: string | null;

  @Column('jsonb')
  readonly checks: readonly Check[];

  @Column('timestamptz')
  readonly createdAt: Date;

  @Column('uuid', { nullable: true })
  readonly createdBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly submittedAt: Date | null;

  /** Since when the place is held, through corrections and substitutions: the pool's order. */
  @Column('timestamptz', { nullable: true })
  readonly placedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly submittedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly endorsedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly endorsedBy: string | null;

  /** The letter the Group endorsed by; null while none was entered. */
  @Column('uuid', { nullable: true })
  readonly groupLetterId: string | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly decidedBy: string | null;

  /** Why it was returned, rejected, withdrawn or substituted. */
  @Column('text', { nullable: true })
  readonly reason: string | null;

  /** Returned: until when the place is kept. */
  @Column('date', { nullable: true })
  readonly correctBy: Day | null;

  /** When the place was given up, because it was not sent again by that day. */
  @Column('timestamptz', { nullable: true })
  readonly placeGivenUpAt: Date | null;

  /** The last time a seat was free for this reserve and went by. */
  @Column('timestamptz', { nullable: true })
  readonly passedOverAt: Date | null;

  @Column('jsonb', { nullable: true })
  readonly passedOverBecause: Bilingual | null;

  /** Who read the warnings among the checks and nominated nevertheless. */
  @Column('timestamptz', { nullable: true })
  readonly warningsAcknowledgedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly warningsAcknowledgedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly endedAt: Date | null;

  /** The nomination this one took the place of. */
  @Column('uuid', { nullable: true })
  readonly substitutesId: string | null;

  /** The nomination in another class of the course this one goes on with. */
  @Column('uuid', { nullable: true })
  readonly goesOnWithId: string | null;

  @VersionColumn()
  readonly version: number;

  get isReserve(): boolean {
    return this.rank !== null;
  }

  /** Whether it was returned and its place is kept meanwhile. */
  get keepsPlace(): boolean {
    return this.state === 'returned' && this.placeGivenUpAt === null;
  }

  /** The office takes it outside the window. */
  takeLate(reason: string): void {
    this.lateReason = reason;
  }

  /**
   * Before a seat is looked for: whoever cannot be sent shall not wait for one. A place that is kept stays as it is.
   * @param acknowledged whether the sender read the warnings among the checks
   * @throws NotEligible | WarningsNotAcknowledged
   */
  submit(by: string | null, at: Date, letter: Letter, checks: readonly Check[], acknowledged: boolean): void {
    if (isBlocked(checks)) throw new NotEligible(checks);
    const warned = hasWarning(checks);
    if (warned && !acknowledged) throw new WarningsNotAcknowledged(checks);
    this.become('submitted', {
      warningsAcknowledgedAt: warned ? at : null,
      warningsAcknowledgedBy: warned ? by : null,
      placeGivenUpAt: null,
      submittedAt: at,
      submittedBy: by,
      letterNumber: letter.number,
      letterDate: letter.date,
      checks,
      reason: null,
      correctBy: null,
      endorsedAt: null,
      endorsedBy: null,
      groupLetterId: null,
      decidedAt: null,
      decidedBy: null,
    });
  }

  /** @param rank among the reserves, or null when a seat was taken */
  takePlace(rank: number | null, at: Date): void {
    Object.assign(this, { rank, placedAt: at });
  }

  /** @param groupLetterId the letter it is by, where that was written already */
  endorse(by: string | null, at: Date, groupLetterId: string | null): void {
    this.become('endorsed', { endorsedAt: at, endorsedBy: by, groupLetterId });
  }

  /** The Group's letter came after its word, or was entered wrong. @throws NotEndorsedYet */
  nameGroupLetter(groupLetterId: string): void {
    this.assertEndorsed();
    Object.assign(this, { groupLetterId });
  }

  /** @throws NotEndorsedYet */
  assertEndorsed(): void {
    if (this.endorsedAt === null) throw new NotEndorsedYet();
  }

  /**
   * @param needsEndorsement whether the course asks for the Group's word first
   * @param checks as they stand at this moment: records and decisions may have changed since it was sent
   */
  accept(by: string | null, at: Date, needsEndorsement: boolean, checks: readonly Check[]): void {
    this.assertMay('accepted');
    if (reviewerOf(this.state, needsEndorsement) === 'group') throw new AwaitsEndorsement();
    if (this.isReserve) throw new StillReserve();
    if (isBlocked(checks)) throw new NotEligible(checks);
    this.become('accepted', { decidedAt: at, decidedBy: by, checks });
  }

  /** Correct and send again: the place is kept until a day. */
  returnForCorrection(by: string | null, at: Date, reason: string, correctBy: Day): void {
    this.become('returned', { decidedAt: at, decidedBy: by, reason: needed(reason), correctBy });
  }

  reject(by: string | null, at: Date, reason: string): void {
    this.become('rejected', { decidedAt: at, decidedBy: by, reason: needed(reason), endedAt: at, rank: null });
  }

  withdraw(at: Date, reason: string): void {
    this.become('withdrawn', { reason: needed(reason), endedAt: at, rank: null });
  }

  /** Its class does not take place; neither the unit nor the nominee gave anything up. */
  endWithClass(at: Date, reason: string): void {
    this.become('class_cancelled', { reason: needed(reason), endedAt: at, rank: null });
  }

  substitute(at: Date, reason: string): void {
    this.become('substituted', { reason: needed(reason), endedAt: at, rank: null });
  }

  /** Learns on in another class of the course. */
  transfer(at: Date, reason: string): void {
    this.become('transferred', { reason: needed(reason), endedAt: at, rank: null });
  }

  /** The same nomination in another class of the course, as it was accepted. */
  into(classId: string, unitId: string, by: string | null, at: Date, checks: readonly Check[]): Partial<Nomination> {
    const { personId, letterNumber, letterDate, submittedAt, submittedBy, endorsedAt, endorsedBy, groupLetterId } =
      this;
    return {
      ...{
        classId,
        personId,
        unitId,
        letterNumber,
        letterDate,
        submittedAt,
        submittedBy,
        endorsedAt,
        endorsedBy,
        groupLetterId,
        checks,
      },
      ...{
        goesOnWithId: this.id,
        state: 'accepted',
        rank: null,
        createdAt: at,
        createdBy: by,
        placedAt: at,
        decidedAt: at,
        decidedBy: by,
      },
    };
  }

  /** The same nomination in the class it goes to with others, as it stands there: neither sent nor decided anew. */
  asItStands(classId: string, by: string | null, at: Date): Partial<Nomination> {
    const fresh = { id: undefined!, version: 1, listImportId: null, substitutesId: null, createdAt: at, createdBy: by };
    return { ...this, ...fresh, classId, goesOnWithId: this.id };
  }

  /** Learns on later. */
  defer(at: Date, reason: string): void {
    this.become('deferred', { reason: needed(reason), endedAt: at });
  }

  /** Its class takes place after all: it stands as it stood when that was cancelled. */
  comeBack({ state, rank, reason }: Pick<Nomination, 'state' | 'rank' | 'reason'>): void {
    Object.assign(this, { state, rank, reason, endedAt: null });
  }

  /** A decision nobody was told of is taken back: it stands as it stood. */
  takeBackDecision(before: StoodBefore): void {
    Object.assign(this, before, { endedAt: null });
  }

  /** The seat it moved up onto is another's again: it waits where it waited. */
  stepBack(rank: number): void {
    Object.assign(this, { rank });
  }

  /** A seat was freed for this reserve. */
  promote(): void {
    Object.assign(this, { rank: null, passedOverAt: null, passedOverBecause: null });
  }

  /** A seat was free for this reserve, who no longer qualifies. */
  passOver(at: Date, because: Bilingual): void {
    Object.assign(this, { passedOverAt: at, passedOverBecause: because });
  }

  /** Not sent again in time: it may still be sent, but the place goes to others. */
  giveUpPlace(at: Date): void {
    Object.assign(this, { placeGivenUpAt: at, rank: null });
  }

  /** Only a place can be handed over. @throws PlaceGivenUp */
  assertHasPlace(): void {
    if (this.placeGivenUpAt !== null) throw new PlaceGivenUp();
  }

  assertMay(next: NominationState): void {
    const allowed: readonly string[] = nominationStates[this.state];
    if (!allowed.includes(next)) throw new NominationOver(this.state, next);
  }

  private become(state: NominationState, changes: Partial<Fields>): void {
    this.assertMay(state);
    Object.assign(this, changes, { state });
  }
}

type Fields = { -readonly [K in keyof Nomination]: Nomination[K] };

function needed(reason: string): string {
  if (reason.trim() === '') throw new ReasonNeeded();
  return reason.trim();
}
