import { Injectable } from '@nestjs/common';
import { assertUnitLives } from '../organization/living-units';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { tidyName } from '../platform/names';
import { found } from '../platform/problems/refusals';
import { assertMayKeepRoster, maySeePerson } from './people.policy';
import { PeopleQueries, type PersonItem } from './people.queries';
import { personActions } from './people.words';
import { Person, type PersonFacts } from './person.entity';
import {
  type Education,
  isAtLeast,
  type Rating,
  type Sex,
  type Standing,
  type TheoryLevel,
  theoryLevels,
} from './person.values';
import { heldPeople, storePeople } from './stored-people';

export interface NewPerson {
  readonly unitId: string;
  readonly code: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: Day;
  readonly cell?: string;
  readonly position?: string;
  readonly partyPosition?: string;
  readonly keyCadre?: boolean;
  readonly planned?: boolean;
  readonly standing: Standing;
  readonly joinedOn?: Day;
  readonly officialOn?: Day;
  readonly education: Education;
  readonly theoryLevel?: TheoryLevel;
  readonly ratings?: Readonly<Record<string, Rating>>;
  readonly phone?: string;
  readonly email?: string;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Adds one person to the roster of a unit. @throws PersonCodeTaken | UnitHasLeft | UnitIsMerged */
  async create(actor: Actor, { unitId, code, ...said }: NewPerson): Promise<string> {
    assertMayKeepRoster(actor, unitId);
    const person = Person.join(unitId, code, factsOf(said), this.clock.today());
    return this.database.inTransaction(async (tx) => {
      await assertUnitLives(tx, unitId);
      const { id } = await tx.save(person);
      await this.journal.write(tx, actor, {
        action: personActions.created,
        subject: { type: 'person', id },
        unitId,
        personId: id,
      });
      return id;
    });
  }

  /**
   * A person's record, for whoever may see it. It is sensitive data, so reading somebody else's leaves a journal line.
   * @param action what was read: `people.read` unless told
   * @throws NotFound
   */
  async read(actor: Actor, id: string, action: Action = personActions.read): Promise<PersonItem> {
    const person = found(await this.people.person(id), (person) => maySeePerson(actor, person));
    if (actor.personId !== id) {
      const { unitId } = person;
      await this.journal.write(this.database.reader, actor, {
        action,
        subject: { type: 'person', id },
        unitId,
        personId: id,
      });
    }
    return person;
  }

  /** Changes theory levels, with a line in the journal for whoever rose or fell. */
  async changeLevels(
    tx: Tx,
    actor: Actor,
    personIds: readonly string[],
    change: (person: Person) => void,
  ): Promise<void> {
    const people = await heldPeople(tx, personIds);
    const levels = new Map(people.map(({ id, theoryLevel }) => [id, theoryLevel]));
    for (const person of people) change(person);
    await storePeople(tx, people);
    await this.journal.write(
      tx,
      actor,
      ...people
        .filter(({ id, theoryLevel }) => theoryLevel !== levels.get(id))
        .map(({ id, unitId, theoryLevel: to }) => ({
          action: isAtLeast(theoryLevels, to, levels.get(id)!)
            ? personActions.theory_level_raised
            : personActions.theory_level_lowered,
          subject: { type: 'person', id },
          unitId,
          personId: id,
          facts: { from: levels.get(id), to },
        })),
    );
  }
}

function factsOf(said: Omit<NewPerson, 'unitId' | 'code'>): PersonFacts {
  return {
    fullName: tidyName(said.fullName),
    sex: said.sex,
    birthDate: said.birthDate,
    cell: said.cell ?? null,
    position: said.position ?? null,
    partyPosition: said.partyPosition ?? null,
    keyCadre: said.keyCadre ?? false,
    planned: said.planned ?? false,
    standing: said.standing,
    joinedOn: said.joinedOn ?? null,
    officialOn: said.officialOn ?? null,
    education: said.education,
    theoryLevel: said.theoryLevel ?? 'none',
    ratings: said.ratings ?? {},
    phone: said.phone ?? null,
    email: said.email?.toLowerCase() ?? null,
    leftOn: null,
  };
}
