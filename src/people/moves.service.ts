import { Injectable } from '@nestjs/common';
import { assertUnitLives } from '../organization/living-units';
import { OrganizationQueries } from '../organization/organization.queries';
import type { Actor } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { ChangedMeanwhile, found, InvalidInput, NotAllowed } from '../platform/problems/refusals';
import type { DepartureRequest, MoveRequest, ReturnRequest } from './moves.requests';
import { mayKeepRoster, mayMovePeople, maySeePerson } from './people.policy';
import { PeopleQueries, type PersonItem } from './people.queries';
import { personActions } from './people.words';
import type { MembershipLeft, Move, Person } from './person.entity';
import { heldPeople, storePeople } from './stored-people';

interface MovingAll extends Move {
  readonly reason: string;
}

export interface MovingPeople extends MovingAll {
  readonly personIds: readonly string[];
  /** The units whose people they are; whoever has left them meanwhile is not this actor's to move. */
  readonly from: readonly string[];
}

/** Who belongs where: a move to another unit, and leaving without one. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly organization: OrganizationQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Marks somebody as gone; a later roster that names them takes it back. @throws InvalidInput | NotAllowed | NotFound */
  async depart(actor: Actor, personId: string, { on, reason }: DepartureRequest): Promise<void> {
    const unitId = await this.unitKept(actor, personId);
    await this.database.inTransaction(async (tx) => {
      const [person] = await heldPeople(tx, [personId], [unitId]);
      if (!person) throw new ChangedMeanwhile();
      person.leave(on, this.clock.today());
      await storePeople(tx, [person]);
      const subject = { type: 'person', id: personId };
      await this.journal.write(tx, actor, {
        action: personActions.departed,
        subject,
        personId,
        unitId,
        reason,
        facts: { on },
      });
    });
  }

  /** Somebody who was gone belongs to the unit again. @throws InvalidInput | NotAllowed | NotFound | NotGone | UnitHasLeft | UnitIsMerged */
  async comeBack(actor: Actor, personId: string, { on, reason }: ReturnRequest): Promise<void> {
    const unitId = await this.unitKept(actor, personId);
    await this.database.inTransaction(async (tx) => {
      await assertUnitLives(tx, unitId);
      const [person] = await heldPeople(tx, [personId], [unitId]);
      if (!person) throw new ChangedMeanwhile();
      const left = person.comeBack(on, this.clock.today());
      await storePeople(tx, [person]);
      if (left) await this.keepMemberships(tx, actor, [{ personId, ...left }], reason);
      await this.journal.write(tx, actor, {
        action: personActions.came_back,
        subject: { type: 'person', id: personId },
        personId,
        unitId,
        reason,
        facts: { on },
      });
    });
  }

  /** Marks everybody of a unit as gone, for whoever asked already whether the actor may. @throws AboutOneself | InvalidInput */
  async departAllWith(
    tx: Tx,
    actor: Actor,
    unitId: string,
    { on, reason }: { readonly on: Day; readonly reason: string },
  ): Promise<void> {
    const today = this.clock.today();
    const there = await tx.rows<{ id: string }>(
      'SELECT id FROM persons WHERE unit_id = $1 AND NOT has_left(left_on, $2)',
      [unitId, today],
    );
    const people = await heldPeople(
      tx,
      there.map(({ id }) => id),
      [unitId],
    );
    for (const person of people) {
      assertNotAboutOneself(actor, { personId: person.id });
      person.leave(on, today);
    }
    await storePeople(tx, people);
    await this.journal.write(
      tx,
      actor,
      ...people.map(({ id }) => ({
        action: personActions.departed,
        subject: { type: 'person', id },
        personId: id,
        unitId,
        reason,
        facts: { on },
      })),
    );
  }

  /** Moves many, and nobody who is there already, for whoever asked already whether the actor may. @returns how many */
  async moveWith(tx: Tx, actor: Actor, { personIds, from, ...move }: MovingPeople): Promise<number> {
    const people = await heldPeople(
      tx,
      personIds,
      from.filter((id) => id !== move.unitId),
    );
    await this.moveEach(tx, actor, people, move);
    return people.length;
  }

  private async moveEach(tx: Tx, actor: Actor, people: readonly Person[], move: MovingAll): Promise<void> {
    const left = people.map((person) => ({ personId: person.id, ...person.move(move) }));
    await storePeople(tx, people);
    await this.keepMemberships(tx, actor, left, move.reason);
    const { unitId, reason, on } = move;
    await this.journal.write(
      tx,
      actor,
      ...left.map(({ personId, unitId: from }) => ({
        action: personActions.moved,
        subject: { type: 'person', id: personId },
        personId,
        unitId,
        reason,
        facts: { from, to: unitId, on },
      })),
    );
  }

  private async keepMemberships(
    tx: Tx,
    actor: Actor,
    left: readonly (MembershipLeft & { readonly personId: string })[],
    reason: string,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO former_memberships (person_id, unit_id, position, party_position, cell, left_on, reason, recorded_at, recorded_by)
       SELECT r."personId", r."unitId", r.position, r."partyPosition", r.cell, r."leftOn", $2, $3, $4
       FROM jsonb_to_recordset($1::jsonb) r ("personId" uuid, "unitId" uuid, position text, "partyPosition" text, cell text, "leftOn" date)`,
      [JSON.stringify(left), reason, this.clock.now(), actor.accountId],
    );
  }

  /** Moves one, for whoever asked by {@link assertMayMove}. @throws DayOutOfPlace | UnitHasLeft | UnitIsMerged | ChangedMeanwhile when they left that unit meanwhile */
  async moveOneWith(tx: Tx, actor: Actor, { id, unitId: from }: PersonItem, move: MoveRequest): Promise<void> {
    await assertUnitLives(tx, move.unitId);
    const [person] = await heldPeople(tx, [id], [from, move.unitId]);
    if (!person) throw new ChangedMeanwhile();
    // Whoever is there by now was moved by somebody else just before.
    if (person.unitId !== from) return;
    person.assertFits(move.on, this.clock.today());
    await this.moveEach(tx, actor, [person], { ...move, position: move.position ?? null });
  }

  /** @throws InvalidInput | NotAllowed | NotFound */
  async assertMayMove(actor: Actor, personId: string, { unitId }: MoveRequest): Promise<PersonItem> {
    const person = await this.seen(actor, personId);
    if (!mayMovePeople(actor, person.unitId, unitId)) throw new NotAllowed();
    assertNotAboutOneself(actor, { personId });
    const units = await this.organization.baseUnits();
    if (!units.some(({ id }) => id === unitId)) throw InvalidInput.field('unitId', 'not_a_unit', notAUnit);
    return person;
  }

  /** The unit of somebody whose coming and going the actor may enter. @throws NotAllowed | NotFound | AboutOneself */
  private async unitKept(actor: Actor, personId: string): Promise<string> {
    const { unitId } = await this.seen(actor, personId);
    if (!mayKeepRoster(actor, unitId)) throw new NotAllowed();
    assertNotAboutOneself(actor, { personId });
    return unitId;
  }

  private async seen(actor: Actor, personId: string): Promise<PersonItem> {
    return found(await this.people.person(personId), (person) => maySeePerson(actor, person));
  }
}

const notAUnit = {
  vi: 'Đơn vị này không còn, hoặc không nhận cán bộ, đảng viên. Hãy chọn một đơn vị cơ sở trong danh sách.',
  en: 'This unit is no more, or has no people of its own. Choose a base unit from the list.',
};
