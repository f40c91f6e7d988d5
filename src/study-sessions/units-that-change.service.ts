import { Injectable } from '@nestjs/common';
import { ClassesService } from '../classes/classes.service';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import { type OpenStudy, StudiesOfUnits } from '../nominations/studies-of-units';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { ObligedUnit } from './obliged-unit.entity';
import { firstDay, RollsService } from './rolls.service';
import { StudySessionsService } from './study-sessions.service';
import { NoSite } from './study-sessions.refusals';
import { studyActions } from './study-sessions.words';

/** `$1` is a unit or several, `$2` today. */
const studies = `
  SELECT c.id AS class_id, c.name AS class_name, c.opens_on, ${firstDay} <= $2::date OR EXISTS (
    SELECT FROM obliged_units t WHERE t.class_id = c.id AND t.roll_taken_on IS NOT NULL) AS has_begun
  FROM classes c JOIN courses k ON k.id = c.course_id
  WHERE k.kind = 'study_session' AND NOT class_has_ended(c.state)`;
const isCalled = `EXISTS (SELECT FROM obliged_units o WHERE o.class_id = c.id AND o.unit_id = ANY ($1::uuid[]) AND o.went_to_unit_id IS NULL)`;

/** Units that become part of another, leave or join while studies are open. */
@Injectable()
export class UnitsThatChangeService extends StudiesOfUnits {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly sessions: StudySessionsService,
    private readonly rolls: RollsService,
    private readonly enrollments: EnrollmentsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    super();
  }

  async calledTo(unitId: string, tx?: Tx): Promise<OpenStudy[]> {
    return this.called([unitId], tx);
  }

  async notCalledTo(unitId: string): Promise<OpenStudy[]> {
    return this.database.read(
      `${studies} AND class_is_under_way(c.state) AND NOT ${isCalled} AND EXISTS (SELECT FROM sites s WHERE s.class_id = c.id)
       ORDER BY c.opens_on, c.id`,
      [[unitId], this.clock.today()],
    );
  }

  async carryWith(
    tx: Tx,
    actor: Actor,
    unitIds: readonly string[],
    intoId: string,
    reason: string,
  ): Promise<OpenStudy[]> {
    const called = await this.called(unitIds, tx);
    for (const { classId } of called) {
      await this.classes.loadForUpdate(tx, classId);
      await this.carry(tx, actor, classId, unitIds, intoId, reason);
      await this.enrollments.goOnInNameOf(tx, classId, unitIds, intoId);
      await this.write(tx, actor, studyActions.call_carried, classId, intoId, reason, { from: unitIds });
    }
    return called;
  }

  async endCallsWith(tx: Tx, actor: Actor, unitId: string, reason: string): Promise<void> {
    for (const { classId } of (await this.called([unitId], tx)).filter(({ hasBegun }) => !hasBegun)) {
      await this.classes.loadForUpdate(tx, classId);
      for (const id of await this.enrollments.liveOfUnit(tx, classId, unitId))
        await this.enrollments.end(tx, actor, id, reason);
      await tx.execute('DELETE FROM exemptions WHERE class_id = $1 AND unit_id = $2', [classId, unitId]);
      await tx.delete(ObligedUnit, { classId, unitId });
      await this.write(tx, actor, studyActions.call_ended, classId, unitId, reason, {});
    }
  }

  async joinWith(tx: Tx, actor: Actor, unitId: string, classId: string): Promise<void> {
    const [central] = await tx.rows<{ id: string }>(
      'SELECT id FROM sites WHERE class_id = $1 ORDER BY central DESC, name LIMIT 1',
      [classId],
    );
    if (!central) throw new NoSite();
    await this.sessions.callWith(tx, actor, classId, { unitId, siteId: central.id });
    const [begun] = await tx.rows<unknown>(`SELECT FROM classes c WHERE c.id = $1 AND ${firstDay} <= $2::date`, [
      classId,
      this.clock.today(),
    ]);
    if (begun) await this.rolls.freezeWith(tx, actor, classId, [unitId], null);
  }

  /** A roll that is frozen stays as it is and is the other unit's from now on; one that is not is taken of that unit. */
  private async carry(
    tx: Tx,
    actor: Actor,
    classId: string,
    unitIds: readonly string[],
    intoId: string,
    reason: string,
  ): Promise<void> {
    const concerned = (await tx.findBy(ObligedUnit, { classId })).filter(
      ({ unitId, wentToUnitId }) => wentToUnitId === null && (unitId === intoId || unitIds.includes(unitId)),
    );
    const open = concerned.filter((unit) => !unit.hasRoll).map(({ unitId }) => unitId);
    const isFrozen = open.length < concerned.length;
    if (isFrozen && open.length > 0) await this.rolls.freezeWith(tx, actor, classId, open, reason);
    if (!concerned.some(({ unitId }) => unitId === intoId)) {
      const [{ siteId, rollTakenOn }] = concerned.toSorted((one, other) => (one.unitId < other.unitId ? -1 : 1)) as [
        ObligedUnit,
      ];
      await tx.insert(ObligedUnit, {
        classId,
        unitId: intoId,
        siteId,
        rollTakenOn: isFrozen ? (rollTakenOn ?? this.clock.today()) : null,
      });
    }
    if (isFrozen) {
      await tx.execute(
        `UPDATE obliged_units SET went_to_unit_id = $3
         WHERE class_id = $1 AND (unit_id = ANY ($2::uuid[]) OR went_to_unit_id = ANY ($2::uuid[]))`,
        [classId, unitIds, intoId],
      );
      return;
    }
    // Somebody who moved between them is exempt once.
    await tx.execute(
      `DELETE FROM exemptions x WHERE class_id = $1 AND unit_id = ANY ($2::uuid[]) AND EXISTS (
         SELECT FROM exemptions o WHERE o.class_id = $1 AND o.person_id = x.person_id
           AND (o.unit_id = $3 OR o.unit_id = ANY ($2::uuid[]) AND o.unit_id < x.unit_id))`,
      [classId, unitIds, intoId],
    );
    await tx.execute('UPDATE exemptions SET unit_id = $3 WHERE class_id = $1 AND unit_id = ANY ($2::uuid[])', [
      classId,
      unitIds,
      intoId,
    ]);
    await tx.execute('DELETE FROM obliged_units WHERE class_id = $1 AND unit_id = ANY ($2::uuid[])', [
      classId,
      unitIds,
    ]);
  }

  private async called(unitIds: readonly string[], tx?: Tx): Promise<OpenStudy[]> {
    return this.database.read(
      `${studies} AND ${isCalled} ORDER BY c.opens_on, c.id`,
      [unitIds, this.clock.today()],
      tx,
    );
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    classId: string,
    unitId: string,
    reason: string,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const subject = { type: 'class', id: classId };
    await this.journal.write(tx, actor, { action, subject, classId, unitId, reason, facts });
  }
}
