import { Injectable } from '@nestjs/common';
import { assertUnitLives } from '../organization/living-units';
import type { Actor } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { ChangedMeanwhile, found, InvalidInput, NotAllowed } from '../platform/problems/refusals';
import { ContactChanges } from './contacts/changes.service';
import { peopleLike } from './likeness';
import { assertMayKeepRoster, mayKeepRoster, maySeePerson } from './people.policy';
import { PeopleQueries, type PersonItem } from './people.queries';
import { LikeSomebodyElsewhere, PersonKnown } from './people.refusals';
import { type ContactsRequest, type Correction, type CreatePersonRequest, saidFacts } from './people.requests';
import { personActions } from './people.words';
import { newContradictions } from './person.contradictions';
import { Person, type PersonFacts } from './person.entity';
import { differences, factsOf } from './person.facts';
import { isAtLeast, theoryLevels } from './person.values';
import { heldPeople, storePeople } from './stored-people';

/** Somebody new, as their unit, or the letter they come with, has them. */
export interface PersonAdded {
  readonly unitId: string;
  readonly code: string;
  readonly facts: Omit<PersonFacts, 'leftOn'>;
  readonly isSomebodyElse?: boolean | undefined;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly journal: Journal,
    private readonly contactChanges: ContactChanges,
    private readonly clock: Clock,
  ) {}

  /** Adds one person to the roster of a unit. @throws InvalidInput | PersonCodeTaken | PersonKnown | LikeSomebodyElsewhere | UnitHasLeft | UnitIsMerged */
  async create(actor: Actor, { unitId, code, isSomebodyElse, ...said }: CreatePersonRequest): Promise<string> {
    assertMayKeepRoster(actor, unitId);
    const added = { unitId, code, facts: saidFacts(said), isSomebodyElse };
    return this.database.inTransaction((tx) => this.createWith(tx, actor, added));
  }

  /** As {@link create}, for whoever asked already whether the actor may. */
  async createWith(
    tx: Tx,
    actor: Actor,
    { unitId, code, facts, isSomebodyElse = false }: PersonAdded,
  ): Promise<string> {
    const person = Person.join(unitId, code, { ...facts, leftOn: null }, this.clock.today());
    await assertUnitLives(tx, unitId);
    if (!isSomebodyElse) await this.assertUnknown(tx, actor, person);
    const { id } = await tx.save(person);
    await this.journal.write(tx, actor, {
      action: personActions.created,
      subject: { type: 'person', id },
      unitId,
      personId: id,
    });
    return id;
  }

  /**
   * Corrects what a unit says of somebody.
   * @param version the one the correction is made upon; null to correct whatever is there
   * @throws NotFound | NotAllowed | AboutOneself | ChangedMeanwhile | InvalidInput | TheoryLevelEarnedHere
   */
  async correct(actor: Actor, id: string, correction: Correction, version: number | null): Promise<void> {
    const person = await this.correctable(actor, id);
    await this.database.inTransaction(async (tx) => {
      await this.correctWith(tx, actor, person, correction, version);
    });
  }

  /** Of somebody {@link correctable}. @returns them as they are by now @throws ChangedMeanwhile | InvalidInput | TheoryLevelEarnedHere */
  async correctWith(
    tx: Tx,
    actor: Actor,
    { id, unitId }: PersonItem,
    { changes, reason }: Correction,
    version: number | null,
  ): Promise<Person> {
    const [person] = await heldPeople(tx, [id], [unitId]);
    if (!person || (version !== null && person.version !== version)) throw new ChangedMeanwhile();
    await this.store(tx, actor, person, changes, reason);
    return person;
  }

  /** Somebody whose facts the actor may correct. @throws NotFound | NotAllowed | AboutOneself */
  async correctable(actor: Actor, id: string): Promise<PersonItem> {
    const person = found(await this.people.person(id), (person) => maySeePerson(actor, person));
    assertNotAboutOneself(actor, { personId: id });
    if (!mayKeepRoster(actor, person.unitId)) throw new NotAllowed();
    return person;
  }

  /** Where the actor can be reached, as they say themselves. @throws NotFound for an account of nobody on a roster */
  async changeOwnContacts(actor: Actor, { phone, email }: ContactsRequest): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [person] = await heldPeople(tx, actor.personId === null ? [] : [actor.personId]);
      await this.store(tx, actor, found(person), { phone: phone ?? null, email: email ?? null }, null);
    });
  }

  /**
   * A person's record, for whoever may see it; of one that was merged, that which goes on. It is sensitive data, so reading somebody else's leaves a journal line.
   * @param action what was read: `people.read` unless told
   * @throws NotFound
   */
  async read(actor: Actor, asked: string, action: Action = personActions.read): Promise<PersonItem> {
    const person = found(await this.people.current(asked), (person) => maySeePerson(actor, person));
    if (!actor.is(person.id)) {
      const { id, unitId } = person;
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

  private async store(
    tx: Tx,
    actor: Actor,
    person: Person,
    changes: Partial<PersonFacts>,
    reason: string | null,
  ): Promise<void> {
    const before = factsOf(person);
    const after = { ...before, ...changes };
    const problems = newContradictions(before, after, this.clock.today());
    if (problems.length > 0) throw new InvalidInput(problems);
    const fields = differences(before, after);
    if (fields.length === 0) return;
    person.correct(after);
    await storePeople(tx, [person]);
    const { id, unitId } = person;
    await this.journal.write(tx, actor, {
      action: personActions.corrected,
      subject: { type: 'person', id },
      unitId,
      personId: id,
      reason,
      facts: { fields },
    });
    await this.contactChanges.tell(tx, actor, [{ personId: id, before, after }]);
  }

  /** @throws PersonKnown | LikeSomebodyElsewhere */
  private async assertUnknown(tx: Tx, actor: Actor, person: Person): Promise<void> {
    const likes = await peopleLike(tx, [person]);
    const seen = likes.filter(({ personId: id, unitId }) => maySeePerson(actor, { id, unitId }));
    if (seen.length > 0) throw new PersonKnown(seen.map(({ personId }) => personId));
    if (likes.length > 0) throw new LikeSomebodyElsewhere();
  }
}
