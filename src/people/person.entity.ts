import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';
import { foldName, sortName } from '../platform/names';
import { InvalidInput } from '../platform/problems/refusals';
import { BelongsThere, DayOutOfPlace, MergedAlready, NotGone, TheoryLevelEarnedHere } from './people.refusals';
import { contradictionsIn } from './person.contradictions';
import {
  type Education,
  higherLevel,
  isAtLeast,
  type Rating,
  type Sex,
  type Standing,
  type TheoryLevel,
  theoryLevels,
} from './person.values';

/** Where somebody goes, from which day, and as what; as what they were unless told. */
export interface Move {
  readonly unitId: string;
  readonly on: Day;
  readonly position: string | null;
}

/** What somebody was in a unit they left. */
export type MembershipLeft = Pick<Person, 'unitId' | 'position' | 'partyPosition' | 'cell'> & { readonly leftOn: Day };

/** A cadre, a member, or an outstanding non-member, as the roster of their unit has them. */
@Entity('persons')
export class Person {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly unitId: string;

  @Column('text')
  readonly code: string;

  @Column('text')
  readonly fullName: string;

  @Column('text')
  readonly foldedName: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  readonly sortName: string;

  @Column('text')
  readonly sex: Sex;

  @Column('date')
  readonly birthDate: Day;

  /** The Party cell (chi bộ). */
  @Column('text', { nullable: true })
  readonly cell: string | null;

  @Column('text', { nullable: true })
  readonly position: string | null;

  @Column('text', { nullable: true })
  readonly partyPosition: string | null;

  /** What the roster says; what the post says is another thing. */
  @Column('boolean')
  readonly keyCadre: boolean;

  /** Planned for a key post (quy hoạch). */
  @Column('boolean')
  readonly planned: boolean;

  /** Which post that is, as the roster writes it. */
  @Column('text', { nullable: true })
  readonly plannedPost: string | null;

  /** Since when they hold their post in the enterprise. */
  @Column('date', { nullable: true })
  readonly postSince: Day | null;

  @Column('text')
  readonly standing: Standing;

  @Column('date', { nullable: true })
  readonly joinedOn: Day | null;

  @Column('date', { nullable: true })
  readonly officialOn: Day | null;

  @Column('text')
  readonly education: Education;

  @Column('text')
  readonly theoryLevel: TheoryLevel;

  /** What the lines of the training record lead to; `theoryLevel` is never below it. */
  @Column('text', { nullable: true })
  readonly theoryLevelEarned: TheoryLevel | null;

  /** What the roster said, while what is recorded here stands above it. */
  @Column('text', { nullable: true })
  readonly theoryLevelClaimed: TheoryLevel | null;

  @Column('jsonb')
  readonly ratings: Readonly<Record<string, Rating>>;

  @Column('text', { nullable: true })
  readonly phone: string | null;

  @Column('citext', { nullable: true })
  readonly email: string | null;

  @Column('date', { nullable: true })
  readonly leftOn: Day | null;

  /** The posts the catalogue takes `position`, `partyPosition` and `plannedPost` for, and whether they make a key cadre; null where it does not know. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  readonly postId: string | null;

  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  readonly partyPostId: string | null;

  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  readonly plannedPostId: string | null;

  @Column({ type: 'boolean', nullable: true, insert: false, update: false })
  readonly keyByPost: boolean | null;

  /** Grows with every change, so that two people correcting somebody at once notice. */
  @Column('int', { default: 1 })
  readonly version: number;

  /** Whose record goes on for both, once two were found to be of one person. */
  @Column('uuid', { nullable: true })
  readonly sameAsId: string | null;

  /** Somebody new on the roster of a unit. @throws InvalidInput when what is said of them cannot be so */
  static join(unitId: string, code: string, facts: PersonFacts, today: Day): Person {
    const problems = contradictionsIn(facts, today);
    if (problems.length > 0) throw new InvalidInput(problems);
    return Object.assign(new Person(), { unitId, code }).say(facts);
  }

  /** What their unit says of them by now; a day of leaving that is gone brings them back. @throws TheoryLevelEarnedHere */
  correct(facts: PersonFacts): void {
    if (this.theoryLevelEarned !== null && !isAtLeast(theoryLevels, facts.theoryLevel, this.theoryLevelEarned))
      throw new TheoryLevelEarnedHere();
    this.say(facts);
  }

  /** They are gone, and to no unit we know. @throws DayOutOfPlace */
  leave(on: Day, today: Day): void {
    this.assertFits(on, today);
    Object.assign(this, { leftOn: on });
  }

  /** They belong to the unit again. @returns what they were there before, when days lie between @throws NotGone | DayOutOfPlace */
  comeBack(on: Day, today: Day): MembershipLeft | null {
    const { leftOn, unitId, position, partyPosition, cell } = this;
    if (leftOn === null) throw new NotGone();
    if (on > today || on < leftOn) throw new DayOutOfPlace(on, leftOn, today);
    Object.assign(this, { leftOn: null });
    return on > leftOn ? { unitId, position, partyPosition, cell, leftOn } : null;
  }

  /** To another unit, whose cell is not known yet. @returns what is left behind @throws BelongsThere */
  move({ unitId, on, position }: Move): MembershipLeft {
    if (unitId === this.unitId) throw new BelongsThere();
    const { leftOn } = this;
    const left = {
      unitId: this.unitId,
      position: this.position,
      partyPosition: this.partyPosition,
      cell: this.cell,
      leftOn: leftOn !== null && leftOn < on ? leftOn : on,
    };
    // Another post begins anew; when, its unit says.
    const post = position === null ? {} : { position, postSince: null };
    Object.assign(this, { unitId, leftOn: null, cell: null, ...post });
    return left;
  }

  /** They are one with somebody whose record goes on: this one is nobody's of today. @throws MergedAlready */
  becomeOneWith({ id, sameAsId }: Person, today: Day): void {
    if (this.sameAsId !== null || sameAsId !== null) throw new MergedAlready();
    const { leftOn } = this;
    Object.assign(this, { sameAsId: id, leftOn: leftOn !== null && leftOn < today ? leftOn : today });
  }

  /** As they were when this was kept of them. */
  becomeAgain(kept: Omit<PersonColumns, 'id' | 'code' | 'foldedName' | 'sortName' | 'version'>): void {
    Object.assign(this, kept, namesOf(kept));
  }

  /** Whether they can have moved or left on this day. @throws DayOutOfPlace */
  assertFits(on: Day, today: Day): void {
    const since = this.joinedOn ?? this.birthDate;
    if (on > today || on < since) throw new DayOutOfPlace(on, since, today);
  }

  /** A class led to this theory level; one that is there already, or a higher one, stays. */
  earn(level: TheoryLevel): void {
    this.settleLevel(higherLevel(level, this.theoryLevelEarned ?? level));
  }

  /** @param recorded what the lines in force lead to, which may no longer be what they were */
  settleLevel(recorded: TheoryLevel | null): void {
    const claimed = this.claimedLevel;
    Object.assign(this, {
      theoryLevel: recorded === null ? claimed : higherLevel(recorded, claimed),
      theoryLevelEarned: recorded,
      theoryLevelClaimed: claimed,
    });
  }

  /** What the roster says they have, whatever is recorded here. */
  private get claimedLevel(): TheoryLevel {
    const { theoryLevel, theoryLevelEarned, theoryLevelClaimed } = this;
    const isRostersOwn = theoryLevelEarned === null || !isAtLeast(theoryLevels, theoryLevelEarned, theoryLevel);
    return isRostersOwn ? theoryLevel : (theoryLevelClaimed ?? 'none');
  }

  private say(facts: PersonFacts): this {
    return Object.assign(this, facts, namesOf(facts));
  }
}

/** As lists order and searches find a name. */
export const namesOf = ({ fullName }: Pick<Person, 'fullName'>) => ({
  foldedName: foldName(fullName),
  sortName: sortName(fullName),
});

/** What is stored of a person. */
export type PersonColumns = Omit<
  Person,
  | 'sameAsId'
  | 'postId'
  | 'partyPostId'
  | 'plannedPostId'
  | 'keyByPost'
  | 'correct'
  | 'leave'
  | 'comeBack'
  | 'move'
  | 'becomeOneWith'
  | 'becomeAgain'
  | 'assertFits'
  | 'earn'
  | 'settleLevel'
>;

/** What a unit says about one of its people: all of a person's record but its unit, its code and what the service works out. */
export type PersonFacts = Omit<
  PersonColumns,
  'id' | 'unitId' | 'code' | 'foldedName' | 'sortName' | 'theoryLevelEarned' | 'theoryLevelClaimed' | 'version'
>;
