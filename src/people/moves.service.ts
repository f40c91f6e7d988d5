import { Injectable } from '@nestjs/common';
import { OrganizationQueries } from '../organization/organization.queries';
import type { Actor } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { Clock, type Day, showDay } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { ChangedMeanwhile, found, InvalidInput, NotAllowed } from '../platform/problems/refusals';
import type { DepartureRequest, MoveRequest } from './moves.requests';
import { mayKeepRoster, mayMovePeople, maySeePerson } from './people.policy';
import { PeopleQueries, type PersonItem } from './people.queries';
import { personActions } from './people.words';
import { Person } from './person.entity';

export interface MovingPeople {
  readonly personIds: readonly string[];
  /** The units whose people they are; whoever has left them meanwhile is not this actor's to move. */
  readonly from: readonly string[];
  readonly unitId: string;
  readonly on: Day;
  readonly position: string | null;
  readonly reason: string;
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
    const person = await this.seen(actor, personId);
    if (!mayKeepRoster(actor, person.unitId)) throw new NotAllowed();
    assertNotAboutOneself(actor, { personId });
    this.assertDay(on, person);
    await this.database.inTransaction(async (tx) => {
      const { unitId } = person;
      const gone = await tx.execute('UPDATE persons SET left_on = $2 WHERE id = $1 AND unit_id = $3', [
        personId,
        on,
        unitId,
      ]);
      if (gone === 0) throw new ChangedMeanwhile();
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

  /** Moves many in one statement, and nobody who is there already, for whoever asked already whether the actor may. @returns how many */
  async moveWith(
    tx: Tx,
    actor: Actor,
    { personIds, from: units, unitId, on, position, reason }: MovingPeople,
  ): Promise<number> {
    const moved = await tx.rows<{ id: string; from: string }>(
      `WITH before AS (
         SELECT id, unit_id, position, party_position, cell, left_on FROM persons WHERE id = ANY ($1::uuid[]) AND unit_id = ANY ($8::uuid[]) AND unit_id <> $2 ORDER BY id FOR UPDATE
       ), moved AS (
         UPDATE persons p SET unit_id = $2, left_on = NULL, cell = NULL, position = coalesce($4, p.position) FROM before b WHERE p.id = b.id
       )
       INSERT INTO former_memberships (person_id, unit_id, position, party_position, cell, left_on, reason, recorded_at, recorded_by)
       SELECT id, unit_id, position, party_position, cell, least(left_on, $3::date), $5, $6, $7 FROM before
       RETURNING person_id AS id, unit_id AS "from"`,
      [personIds, unitId, on, position, reason, this.clock.now(), actor.accountId, units],
    );
    await this.journal.write(
      tx,
      actor,
      ...moved.map(({ id, from }) => ({
        action: personActions.moved,
        subject: { type: 'person', id },
        personId: id,
        unitId,
        reason,
        facts: { from, to: unitId, on },
      })),
    );
    return moved.length;
  }

  /** Moves one, for whoever asked by {@link assertMayMove}. @throws ChangedMeanwhile when they left that unit meanwhile */
  async moveOneWith(tx: Tx, actor: Actor, { id, unitId: from }: PersonItem, move: MoveRequest): Promise<void> {
    const { position = null, ...where } = move;
    const moved = await this.moveWith(tx, actor, { ...where, position, personIds: [id], from: [from] });
    if (moved === 0 && !(await tx.existsBy(Person, { id, unitId: move.unitId }))) throw new ChangedMeanwhile();
  }

  /** @throws InvalidInput | NotAllowed | NotFound */
  async assertMayMove(actor: Actor, personId: string, { unitId, on }: MoveRequest): Promise<PersonItem> {
    const person = await this.seen(actor, personId);
    if (!mayMovePeople(actor, person.unitId, unitId)) throw new NotAllowed();
    assertNotAboutOneself(actor, { personId });
    const units = await this.organization.baseUnits();
    if (unitId === person.unitId) throw InvalidInput.field('unitId', 'same_unit', sameUnit);
    if (!units.some(({ id }) => id === unitId)) throw InvalidInput.field('unitId', 'not_a_unit', notAUnit);
    this.assertDay(on, person);
    return person;
  }

  private async seen(actor: Actor, personId: string): Promise<PersonItem> {
    return found(await this.people.person(personId), (person) => maySeePerson(actor, person));
  }

  private assertDay(on: Day, { joinedOn, birthDate }: PersonItem): void {
    const problems: FieldError[] = [];
    if (on > this.clock.today()) problems.push({ field: 'on', code: 'not_yet', message: stillToCome });
    const since = joinedOn ?? birthDate;
    if (on < since) problems.push({ field: 'on', code: 'too_early', message: tooEarly(since) });
    if (problems.length > 0) throw new InvalidInput(problems);
  }
}

const stillToCome = {
  vi: 'Ngày này chưa đến. Hãy ghi vào đúng ngày, hoặc chọn ngày đã qua.',
  en: 'This day is still to come. Enter it on the day, or choose one that has passed.',
};
const sameUnit = {
  vi: 'Đồng chí này đang sinh hoạt tại đơn vị đó rồi. Hãy chọn đơn vị khác.',
  en: 'They belong to that unit already. Choose another.',
};
const notAUnit = {
  vi: 'Đơn vị này không còn, hoặc không nhận cán bộ, đảng viên. Hãy chọn một đơn vị cơ sở trong danh sách.',
  en: 'This unit is no more, or has no people of its own. Choose a base unit from the list.',
};
const tooEarly = (since: Day) => ({
  vi: `Ngày này quá sớm: trước ngày ${showDay(since)} trong hồ sơ. Hãy kiểm tra lại năm.`,
  en: `This day is too early: before ${showDay(since)}, which is on file. Check the year.`,
});
