import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import { mayKeepUnit } from './organization.policy';
import { nameBeginsEarlier } from './organization.refusals';
import type { RenameUnitRequest } from './organization.requests';
import type { UnitKind } from './unit-facts';
import { Unit } from './unit.entity';
import { unitActions } from './units.words';

export interface UnitFounding {
  readonly code: string;
  readonly kind: UnitKind;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly address: string | null;
  /** The day from which name and parent hold. */
  readonly since: Day;
}

@Injectable()
export class OrganizationService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Adds a unit to the tree, whose code is new. Returns its id. */
  async establishWith(
    tx: Tx,
    actor: Actor,
    { nameVi, nameEn, parentId, since, ...unit }: UnitFounding,
  ): Promise<string> {
    const { id } = await tx.save(tx.create(Unit, unit));
    await tx.execute(
      `INSERT INTO unit_names (unit_id, name_vi, name_en, valid) VALUES ($1, $2, $3, daterange($4, NULL))`,
      [id, nameVi, nameEn, since],
    );
    if (parentId) {
      await tx.execute(`INSERT INTO unit_parents (unit_id, parent_id, valid) VALUES ($1, $2, daterange($3, NULL))`, [
        id,
        parentId,
        since,
      ]);
    }
    await this.journal.write(tx, actor, {
      action: unitActions.established,
      subject: { type: 'unit', id },
      unitId: id,
      facts: { code: unit.code },
    });
    return id;
  }

  /** Gives a unit a name from a day on; the name it has on that day ends the day before. @throws InvalidInput | NotFound */
  async rename(actor: Actor, unitId: string, { nameVi, nameEn, since, reason }: RenameUnitRequest): Promise<void> {
    if (!mayKeepUnit(actor, unitId)) throw new NotFound();
    await this.database.inTransaction(async (tx) => {
      await tx.execute('SELECT FROM units WHERE id = $1 FOR UPDATE', [unitId]);
      const [last] = await tx.rows<{ since: Day; nameVi: string }>(
        `SELECT lower(valid) AS since, name_vi FROM unit_names WHERE unit_id = $1 ORDER BY lower(valid) DESC LIMIT 1`,
        [unitId],
      );
      if (!last) throw new NotFound();
      if (since <= last.since) throw nameBeginsEarlier(last.since);
      await tx.execute(
        `UPDATE unit_names SET valid = daterange(lower(valid), $2) WHERE unit_id = $1 AND lower(valid) = $3`,
        [unitId, since, last.since],
      );
      await tx.execute(
        `INSERT INTO unit_names (unit_id, name_vi, name_en, valid) VALUES ($1, $2, $3, daterange($4, NULL))`,
        [unitId, nameVi, nameEn, since],
      );
      await this.journal.write(tx, actor, {
        action: unitActions.renamed,
        subject: { type: 'unit', id: unitId },
        unitId,
        reason,
        facts: { from: last.nameVi, to: nameVi, since },
      });
    });
  }
}
