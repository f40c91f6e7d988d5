import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { foldName, sortName, tidyName } from '../platform/names';
import { found, InvalidInput } from '../platform/problems/refusals';
import { assertMayKeepRoster, maySeePerson } from './people.policy';
import { PeopleQueries, type PersonItem } from './people.queries';
import { personActions } from './people.words';
import { Person } from './person.entity';
import { contradictionsIn, type PersonFacts } from './person.facts';
import {
  type Education,
  isAtLeast,
  type Rating,
  type Sex,
  type Standing,
  type TheoryLevel,
  theoryLevels,
} from './person.values';
import { settledLevels } from './theory-level';

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

/** The theory level a class led a person to. */
export interface TheoryLevelRaise {
  readonly personId: string;
  readonly level: TheoryLevel;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Adds one person to the roster of a unit. @throws PersonCodeTaken */
  async create(actor: Actor, { unitId, code, ...said }: NewPerson): Promise<string> {
    assertMayKeepRoster(actor, unitId);
    const facts = factsOf(said);
    const problems = contradictionsIn(facts, this.clock.today());
    if (problems.length > 0) throw new InvalidInput(problems);

    return this.database.inTransaction(async (tx) => {
      const names = { foldedName: foldName(facts.fullName), sortName: sortName(facts.fullName) };
      const { id } = await tx.save(tx.create(Person, { unitId, code, ...facts, ...names }));
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

  /** Raises theory levels to what classes led to; a level that is there already, or a higher one, stays. */
  async raiseTheoryLevel(tx: Tx, actor: Actor, raises: readonly TheoryLevelRaise[]): Promise<void> {
    if (raises.length === 0) return;
    const persons = await tx.rows<{ id: string; unitId: string; from: TheoryLevel; to: TheoryLevel }>(
      `WITH raise AS (
         SELECT r."personId" AS id, max(array_position($1::text[], r.level)) AS rank
         FROM jsonb_to_recordset($2::jsonb) r ("personId" uuid, level text) GROUP BY 1
       ), before AS (
         SELECT p.id, p.theory_level FROM persons p JOIN raise USING (id) ORDER BY p.id FOR UPDATE OF p
       )
       UPDATE persons p SET
         theory_level = ($1::text[])[greatest(rank, array_position($1::text[], p.theory_level))],
         theory_level_earned = ($1::text[])[greatest(rank, array_position($1::text[], p.theory_level_earned))],
         theory_level_claimed = CASE WHEN p.theory_level IS DISTINCT FROM p.theory_level_earned THEN p.theory_level ELSE p.theory_level_claimed END
       FROM raise JOIN before USING (id) WHERE p.id = raise.id
       RETURNING p.id, p.unit_id, before.theory_level AS "from", p.theory_level AS "to"`,
      [[...theoryLevels], JSON.stringify(raises)],
    );
    const raised = persons.filter(({ from, to }) => from !== to);
    await this.journal.write(
      tx,
      actor,
      ...raised.map(({ id, unitId, from, to }) => ({
        action: personActions.theory_level_raised,
        subject: { type: 'person', id },
        unitId,
        personId: id,
        facts: { from, to },
      })),
    );
  }

  /** Brings a person's level to what roster and record say; what is recorded no longer may lower it. */
  async settleTheoryLevel(tx: Tx, actor: Actor, personId: string, recorded: TheoryLevel | null): Promise<void> {
    const person = await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
    const after = settledLevels(person, recorded);
    await tx.update(Person, { id: personId }, after);
    const [from, to] = [person.theoryLevel, after.theoryLevel];
    if (from === to) return;
    await this.journal.write(tx, actor, {
      action: isAtLeast(theoryLevels, to, from)
        ? personActions.theory_level_raised
        : personActions.theory_level_lowered,
      subject: { type: 'person', id: personId },
      unitId: person.unitId,
      personId,
      facts: { from, to },
    });
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
