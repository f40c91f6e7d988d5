import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { heldUnits } from '../../organization/living-units';
import { Unit } from '../../organization/unit.entity';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { ChangedMeanwhile, found, InvalidInput } from '../../platform/problems/refusals';
import { ContactChanges } from '../contacts/changes.service';
import { MergedAlready } from '../people.refusals';
import { newContradictions } from '../person.contradictions';
import { Person, type PersonFacts } from '../person.entity';
import { factNames } from '../person.facts';
import { storePeople } from '../stored-people';
import { type Hindrance, MergedParts, type Merging, type Moved, type Pair } from './merged-parts';
import { type ChosenFacts, type KeptPerson, keptOf, PersonMerger } from './merger.entity';
import { assertMayDecideOnPair } from './mergers.policy';
import { MergerHindered, oneAndTheSame, UndoingHindered } from './mergers.refusals';
import { mergerActions } from './mergers.words';
import { append } from '../../platform/lists';

export interface MergerWanted {
  /** Whose record becomes part of the other. */
  readonly otherId: string;
  readonly facts?: ChosenFacts;
  readonly reason: string;
  /** Of the two, as they were looked at. */
  readonly version?: number;
  readonly otherVersion?: number;
}

/** Two records of one person become one: rows move, what is never changed gets lines of its own, and all of it can be undone. */
@Injectable()
export class PersonMergersService {
  constructor(
    private readonly database: Database,
    private readonly parts: MergedParts,
    private readonly contactChanges: ContactChanges,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the merger @throws NotFound | NotAllowed | AboutOneself | MergedAlready | ChangedMeanwhile | MergerHindered | InvalidInput */
  async merge(actor: Actor, staysId: string, wanted: MergerWanted): Promise<string> {
    const { otherId: goesId, reason, version, otherVersion } = wanted;
    if (staysId === goesId) throw oneAndTheSame();
    const pair = { staysId, goesId };
    return this.database.inTransaction(async (tx) => {
      const { stays, goes } = await this.held(tx, actor, pair);
      if (stays.sameAsId !== null || goes.sameAsId !== null) throw new MergedAlready();
      if ((version ?? stays.version) !== stays.version || (otherVersion ?? goes.version) !== goes.version)
        throw new ChangedMeanwhile();
      const hindrances = await this.hindrances(tx, pair);
      if (hindrances.length > 0) throw new MergerHindered(hindrances);
      const before = { stays: keptOf(stays), goes: keptOf(goes) };

      const facts = chosen(stays, goes, wanted.facts ?? {});
      const problems = newContradictions(before.stays, facts, this.clock.today());
      if (problems.length > 0)
        throw new InvalidInput(problems.map((problem) => ({ ...problem, field: `facts.${problem.field}` })));
      stays.correct(facts);
      await this.store(tx, actor, stays, before.stays);
      const at = this.clock.now();
      const merging = { ...pair, actor, reason, at, aside: await this.classesOfBoth(tx, pair) };
      const moved: Record<string, Moved> = {};
      for (const part of this.parts.all) moved[part.name] = (await part.move?.(tx, merging)) ?? {};
      goes.becomeOneWith(stays, this.clock.today());
      await storePeople(tx, [goes]);
      const earlier = await tx.rows<{ id: string }>(
        'UPDATE persons SET same_as_id = $1 WHERE same_as_id = $2 RETURNING id',
        [staysId, goesId],
      );
      const { stays: became } = await this.held(tx, actor, pair);

      const { id } = await tx.save(
        tx.create(PersonMerger, {
          ...pair,
          reason,
          mergedAt: at,
          mergedBy: actor.accountId,
          mergedByName: actor.name,
          facts: { ...before, after: keptOf(became), earlier: earlier.map((person) => person.id) },
          moved,
        }),
      );
      await this.write(tx, actor, { stays, goes }, { reason, id, isUndone: false });
      return id;
    });
  }

  /** As it was before. @throws NotFound | NotAllowed | AboutOneself | MergerUndone | UndoingHindered */
  async undo(actor: Actor, id: string, reason: string): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const merger = found(await tx.findOne(PersonMerger, { where: { id }, lock: { mode: 'pessimistic_write' } }));
      const { staysId, goesId, facts, moved } = merger;
      const at = this.clock.now();
      merger.undo(actor, at, reason);
      await heldUnits(tx, facts.goes.unitId);
      const { stays, goes } = await this.held(tx, actor, merger);
      const hindrances = await this.builtOn(tx, merger, stays);
      if (hindrances.length > 0) throw new UndoingHindered(hindrances);

      goes.becomeAgain(facts.goes);
      await storePeople(tx, [goes]);
      const merging: Merging = { staysId, goesId, actor, reason, at, aside: [] };
      for (const part of this.parts.all.toReversed()) await part.giveBack?.(tx, merging, moved[part.name] ?? {});
      stays.becomeAgain(facts.stays);
      await this.store(tx, actor, stays, facts.after);
      await tx.execute('UPDATE persons SET same_as_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, facts.earlier]);
      await tx.save(merger);
      await this.write(tx, actor, { stays, goes }, { reason, id, isUndone: true });
      return staysId;
    });
  }

  /** What must be settled before the two can become one. */
  async hindrances(tx: Tx, pair: Pair): Promise<Hindrance[]> {
    const all: Hindrance[] = [];
    for (const part of this.parts.all) append(all, (await part.hindrances?.(tx, pair)) ?? []);
    return all;
  }

  /** The same of one that may be undone, to show. */
  async inTheWayOfUndoing(id: string): Promise<Hindrance[]> {
    const { reader } = this.database;
    const merger = found(await reader.findOneBy(PersonMerger, { id }));
    return this.builtOn(reader, merger, found(await reader.findOneBy(Person, { id: merger.staysId })));
  }

  /** What keeps a merger from being undone. */
  async builtOn(
    tx: Tx,
    { staysId, goesId, mergedAt, facts, moved }: PersonMerger,
    stays: Person,
  ): Promise<Hindrance[]> {
    if (stays.sameAsId !== null) {
      const [later] = await tx.rows<{ id: string }>(
        'SELECT id FROM person_mergers WHERE goes_id = $1 AND undone_at IS NULL',
        [staysId],
      );
      return [{ sentence: mergedOn, href: later ? `/people/mergers/${later.id}` : null }];
    }
    const all: Hindrance[] = [];
    const { id: unitId, isLive } = found(await tx.findOneBy(Unit, { id: facts.goes.unitId }));
    if (!isLive) all.push({ sentence: unitIsGone, href: `/units/${unitId}` });
    if (!isDeepStrictEqual(keptOf(stays), facts.after))
      all.push({ sentence: factsChanged, href: `/people/${staysId}` });
    for (const part of this.parts.all)
      append(all, (await part.builtOn?.(tx, { staysId, goesId }, mergedAt, moved[part.name] ?? {})) ?? []);
    return all;
  }

  /** Whose address or number it changes hears of it. */
  private async store(tx: Tx, actor: Actor, person: Person, before: KeptPerson): Promise<void> {
    await storePeople(tx, [person]);
    await this.contactChanges.tell(tx, actor, [{ personId: person.id, before, after: person }]);
  }

  private async classesOfBoth(tx: Tx, pair: Pair): Promise<string[]> {
    const all = new Set<string>();
    for (const part of this.parts.all) for (const id of (await part.classesOfBoth?.(tx, pair)) ?? []) all.add(id);
    return [...all];
  }

  /** Both, held in the order everybody holds people. @throws NotFound | NotAllowed | AboutOneself */
  private async held(tx: Tx, actor: Actor, { staysId, goesId }: Pair): Promise<{ stays: Person; goes: Person }> {
    const people = await tx.find(Person, {
      where: { id: Any([staysId, goesId]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const [stays, goes] = [staysId, goesId].map((id) => found(people.find((person) => person.id === id)));
    assertMayDecideOnPair(actor, people);
    return { stays: stays!, goes: goes! };
  }

  /** A line for each of the two. */
  private async write(
    tx: Tx,
    actor: Actor,
    { stays, goes }: { readonly stays: Person; readonly goes: Person },
    { reason, id, isUndone }: { readonly reason: string; readonly id: string; readonly isUndone: boolean },
  ): Promise<void> {
    const lines = [
      { person: stays, action: isUndone ? mergerActions.separated : mergerActions.took_in, otherId: goes.id },
      { person: goes, action: isUndone ? mergerActions.separated : mergerActions.merged, otherId: stays.id },
    ];
    await this.journal.write(
      tx,
      actor,
      ...lines.map(({ person, action, otherId }) => ({
        action,
        subject: { type: 'person', id: person.id },
        personId: person.id,
        unitId: person.unitId,
        reason,
        facts: { mergerId: id, otherId },
      })),
    );
  }
}

/** The facts of the record that stays, with those of the other that were chosen; years only one has a rating of keep it. */
function chosen(stays: Person, goes: Person, from: ChosenFacts): PersonFacts {
  const facts = Object.fromEntries(factNames.map((fact) => [fact, (from[fact] === 'goes' ? goes : stays)[fact]]));
  const [kept, other] = from.ratings === 'goes' ? [goes, stays] : [stays, goes];
  return { ...(facts as unknown as PersonFacts), ratings: { ...other.ratings, ...kept.ratings } };
}

const mergedOn = {
  vi: 'Hồ sơ được giữ sau đó lại được gộp vào hồ sơ khác. Hãy hoàn tác lần gộp sau trước.',
  en: 'The record that stayed was merged into another since; undo the later merger first.',
};
const unitIsGone = {
  vi: 'Đơn vị của hồ sơ kia đã rời Khối hoặc đã hợp nhất vào đơn vị khác.',
  en: 'The unit of the other record left the Bloc or became part of another.',
};
const factsChanged = {
  vi: 'Thông tin của hồ sơ được giữ đã được sửa sau khi gộp.',
  en: 'The facts of the record that stays were changed since.',
};
