import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Person, PersonFacts } from '../person.entity';
import { factNames } from '../person.facts';
import type { Moved } from './merged-parts';
import { MergerUndone } from './mergers.refusals';

const keptColumns = [...factNames, 'unitId', 'theoryLevelEarned', 'theoryLevelClaimed', 'sameAsId'] as const;

/** All of somebody that may change, but what follows from it. */
export type KeptPerson = Pick<Person, (typeof keptColumns)[number]>;

/** What a merger keeps of them, to undo it. */
export const keptOf = (person: Person): KeptPerson =>
  Object.fromEntries(keptColumns.map((column) => [column, person[column]])) as unknown as KeptPerson;

/** Both as they were, and the one that goes on as it became. */
export interface MergedFacts {
  readonly stays: KeptPerson;
  readonly goes: KeptPerson;
  readonly after: KeptPerson;
  /** Older records that stood for the one that goes, and stand for the one that stays by now. */
  readonly earlier: readonly string[];
}

/** Two records found to be of one person, with all that is needed to undo it. */
@Entity('person_mergers')
export class PersonMerger {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly staysId: string;

  @Column('uuid')
  readonly goesId: string;

  @Column('text')
  readonly reason: string;

  @Column('timestamptz')
  readonly mergedAt: Date;

  @Column('uuid', { nullable: true })
  readonly mergedBy: string | null;

  @Column('jsonb')
  readonly facts: MergedFacts;

  /** As the journal has it. */
  @Column('text')
  readonly mergedByName: string;

  /** By the names of the parts. */
  @Column('jsonb')
  readonly moved: Readonly<Record<string, Moved>>;

  @Column('timestamptz', { nullable: true })
  readonly undoneAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly undoneBy: string | null;

  @Column('text', { nullable: true })
  readonly undoneByName: string | null;

  @Column('text', { nullable: true })
  readonly undoneReason: string | null;

  /** @throws MergerUndone */
  undo({ accountId, name }: Actor, at: Date, reason: string): void {
    if (this.undoneAt !== null) throw new MergerUndone();
    Object.assign(this, { undoneAt: at, undoneBy: accountId, undoneByName: name, undoneReason: reason });
  }
}

/** For each fact, whose is kept; that of the record that stays unless told. */
export type ChosenFacts = Partial<Record<keyof PersonFacts, 'stays' | 'goes'>>;
