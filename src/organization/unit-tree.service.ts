import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { ChangedMeanwhile, found, InvalidInput, NotAllowed, NotFound } from '../platform/problems/refusals';
import { agreementDay } from './agreement';
import { mayKeepUnit, mayKeepUnits } from './organization.policy';
import { OrganizationQueries, type UnitToday } from './organization.queries';
import { OrganizationService } from './organization.service';
import {
  beginsLater,
  inLine,
  type ProblemOfLine,
  parentBeginsEarlier,
  standsBelowIt,
  unitCodeTaken,
  UnitAboveHasLeft,
  wrongParent,
} from './organization.refusals';
import type { MoveUnitRequest, NewUnitRequest } from './organization.requests';
import type { UnitKind } from './unit-facts';
import type { ListedUnit } from './unit-lines';
import { Unit } from './unit.entity';
import { unitActions } from './units.words';

/** How the tree grows and changes: units that are new, stand elsewhere from a day on, become part of another, leave and come back. */
@Injectable()
export class UnitTreeService {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationService,
    private readonly units: OrganizationQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotAllowed | InvalidInput */
  async add(actor: Actor, { nameEn, address, since, ...unit }: NewUnitRequest): Promise<string> {
    if (!mayKeepUnits(actor)) throw new NotAllowed();
    if (since && since > this.clock.today()) throw beginsLater();
    return this.database.inTransaction(async (tx) => {
      const tree = await this.lockedTree(tx);
      if (tree.some(({ code }) => code === unit.code)) throw unitCodeTaken();
      if (!mayStandBelow(unit.kind, byId(tree, unit.parentId))) throw wrongParent(unit.kind);
      return this.organization.establishWith(tx, actor, {
        ...unit,
        nameEn: nameEn ?? unit.nameVi,
        address: address ?? null,
        since: since ?? agreementDay,
      });
    });
  }

  /** All of a list, or none of it; what is wrong is said line by line. @throws NotAllowed | InvalidInput */
  async addList(actor: Actor, list: readonly ListedUnit[]): Promise<void> {
    if (!mayKeepUnits(actor)) throw new NotAllowed();
    await this.database.inTransaction((tx) => this.addListWith(tx, actor, list));
  }

  /** What {@link addList} would refuse now; nothing is added. @throws NotAllowed | InvalidInput */
  async tryList(actor: Actor, list: readonly ListedUnit[]): Promise<void> {
    if (!mayKeepUnits(actor)) throw new NotAllowed();
    await this.database.tryOut((tx) => this.addListWith(tx, actor, list));
  }

  private async addListWith(tx: Tx, actor: Actor, list: readonly ListedUnit[]): Promise<void> {
    const tree: Pick<UnitToday, 'id' | 'code' | 'kind' | 'isLive'>[] = await this.lockedTree(tx);
    const problems = new Map<number, FieldError>();
    const wrong = (line: number, code: string, problem: ProblemOfLine) =>
      problems.set(line, inLine(line, code, problem));
    let waiting = list.map((unit, index) => ({ line: index + 1, ...unit }));
    const codes = new Set(tree.map(({ code }) => code));
    for (const { code, line } of waiting) {
      if (codes.has(code)) wrong(line, code, 'taken');
      codes.add(code);
    }
    while (problems.size === 0 && waiting.length > 0) {
      const next = waiting.filter(({ parentCode }) => tree.some(({ code }) => code === parentCode));
      if (next.length === 0) for (const { line, code } of waiting) wrong(line, code, 'no_parent');
      for (const { line, parentCode, kind, code, nameVi, nameEn = nameVi } of next) {
        const parent = tree.find((unit) => unit.code === parentCode)!;
        if (!mayStandBelow(kind, parent)) wrong(line, code, 'wrong_parent');
        else {
          const founding = { code, kind, nameVi, nameEn, parentId: parent.id, address: null, since: agreementDay };
          tree.push({ id: await this.organization.establishWith(tx, actor, founding), code, kind, isLive: true });
        }
      }
      waiting = waiting.filter((unit) => !next.includes(unit));
    }
    if (problems.size > 0)
      throw new InvalidInput([...problems].sort(([one], [other]) => one - other).map(([, told]) => told));
  }

  /** Puts a unit, with all that is below it, under another from a day on. @throws NotFound | InvalidInput | UnitHasLeft | UnitIsMerged */
  async move(actor: Actor, unitId: string, { parentId, since, reason }: MoveUnitRequest): Promise<void> {
    if (!mayKeepUnit(actor, unitId)) throw new NotFound();
    await this.database.inTransaction(async (tx) => {
      const tree = await this.lockedTree(tx);
      const unit = await this.load(tx, unitId);
      unit.assertLives();
      const parent = byId(tree, parentId);
      if (!mayStandBelow(unit.kind, parent)) throw wrongParent(unit.kind);
      const [last] = await tx.rows<{ parentId: string; since: Day }>(
        'SELECT parent_id, lower(valid) AS since FROM unit_parents WHERE unit_id = $1 ORDER BY lower(valid) DESC LIMIT 1',
        [unitId],
      );
      if (!last) throw new NotFound();
      if (since <= last.since) throw parentBeginsEarlier(last.since);
      if (last.parentId === parentId || (await this.isBelow(tx, unitId, parentId, since))) throw wrongParent(unit.kind);
      await tx.execute(
        'UPDATE unit_parents SET valid = daterange(lower(valid), $2) WHERE unit_id = $1 AND lower(valid) = $3',
        [unitId, since, last.since],
      );
      await tx.execute('INSERT INTO unit_parents (unit_id, parent_id, valid) VALUES ($1, $2, daterange($3, NULL))', [
        unitId,
        parentId,
        since,
      ]);
      await this.journal.write(tx, actor, {
        action: unitActions.moved,
        subject: { type: 'unit', id: unitId },
        unitId,
        reason,
        facts: { from: tree.find(({ id }) => id === last.parentId)?.code, to: parent!.code, since },
      });
    });
  }

  /** Where it is reached; null where nobody entered it. @throws NotFound */
  async locate(actor: Actor, unitId: string, address: string | null): Promise<void> {
    if (!mayKeepUnit(actor, unitId)) throw new NotFound();
    await this.database.inTransaction(async (tx) => {
      const unit = await this.load(tx, unitId);
      await tx.save(Unit, { ...unit, address });
      await this.journal.write(tx, actor, {
        action: unitActions.address_changed,
        subject: { type: 'unit', id: unitId },
        unitId,
        facts: { from: unit.address, to: address },
      });
    });
  }

  /** Marks a unit as gone; whoever asks has looked at what stands in its way. @throws UnitHasLeft | UnitIsMerged */
  async leaveWith(tx: Tx, actor: Actor, unitId: string, { on, reason }: { on: Day; reason: string }): Promise<void> {
    await this.hold(tx);
    const unit = await this.load(tx, unitId);
    unit.leave(on);
    await tx.save(unit);
    await this.journal.write(tx, actor, {
      action: unitActions.left,
      subject: { type: 'unit', id: unitId },
      unitId,
      reason,
      facts: { on },
    });
  }

  /** Marks units as part of another from a day on, and puts them below it in the tree. @throws ChangedMeanwhile when one is gone already | InvalidInput */
  async mergeWith(tx: Tx, unitIds: readonly string[], intoId: string, on: Day): Promise<void> {
    await this.hold(tx);
    const live = await tx.rows<unknown>(
      'SELECT FROM units WHERE id = ANY ($1::uuid[]) AND merged_into_id IS NULL AND left_on IS NULL ORDER BY id FOR UPDATE',
      [[...unitIds, intoId]],
    );
    if (live.length <= unitIds.length) throw new ChangedMeanwhile();
    for (const id of unitIds) if (await this.isBelow(tx, id, intoId, on)) throw standsBelowIt();
    await tx.execute('UPDATE units SET merged_into_id = $2, merged_on = $3 WHERE id = ANY ($1::uuid[])', [
      unitIds,
      intoId,
      on,
    ]);
    await tx.execute('DELETE FROM unit_parents WHERE unit_id = ANY ($1::uuid[]) AND lower(valid) >= $2', [unitIds, on]);
    await tx.execute(
      `UPDATE unit_parents SET valid = daterange(lower(valid), $2) WHERE unit_id = ANY ($1::uuid[]) AND valid @> $2::date`,
      [unitIds, on],
    );
    await tx.execute(
      `INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT id, $2, daterange($3, NULL) FROM unnest($1::uuid[]) id`,
      [unitIds, intoId, on],
    );
  }

  /** @throws NotFound | UnitHasNotLeft | UnitAboveHasLeft */
  async comeBack(actor: Actor, unitId: string, reason: string): Promise<void> {
    if (!mayKeepUnit(actor, unitId)) throw new NotFound();
    await this.database.inTransaction(async (tx) => {
      const tree = await this.lockedTree(tx);
      const unit = await this.load(tx, unitId);
      unit.comeBack();
      // One that became part of another is no obstacle: what stood below it does so still.
      for (let above = byId(tree, byId(tree, unitId)?.parentId); above; above = byId(tree, above.parentId))
        if (above.leftOn !== null) throw new UnitAboveHasLeft(above);
      await tx.save(unit);
      await this.journal.write(tx, actor, {
        action: unitActions.came_back,
        subject: { type: 'unit', id: unitId },
        unitId,
        reason,
      });
    });
  }

  /** Changes of the tree take turns, so that no two of them together put a unit below itself. */
  private async hold(tx: Tx): Promise<void> {
    await tx.execute('SELECT FROM units WHERE id = organizing_bloc() FOR NO KEY UPDATE');
  }

  private async lockedTree(tx: Tx): Promise<UnitToday[]> {
    await this.hold(tx);
    return this.units.units(tx);
  }

  private async load(tx: Tx, id: string): Promise<Unit> {
    return found(await tx.findOne(Unit, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** Whether one unit stands below another on that day, or will on one of the days the tree changes after it. */
  private async isBelow(tx: Tx, unitId: string, otherId: string, from: Day): Promise<boolean> {
    const [below] = await tx.rows<unknown>(
      `SELECT FROM (SELECT $3::date AS day UNION SELECT lower(valid) FROM unit_parents WHERE lower(valid) > $3::date) d,
         units_below($1, d.day) b WHERE b = $2 LIMIT 1`,
      [unitId, otherId, from],
    );
    return below !== undefined;
  }
}

const byId = (tree: readonly UnitToday[], id: string | null | undefined) => tree.find((unit) => unit.id === id);

/** A Group stands below the Bloc; a base unit below the Bloc, a Group or another base unit. */
const mayStandBelow = (kind: UnitKind, parent: Pick<UnitToday, 'kind' | 'isLive'> | undefined): boolean =>
  parent !== undefined && parent.isLive && (kind !== 'group' || parent.kind === 'bloc');
