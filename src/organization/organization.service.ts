import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { Unit, type UnitKind } from './unit.entity';

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

  /** Adds a unit to the tree; a unit of this code that exists stays as it is. Returns its id. */
  async establish(actor: Actor, { nameVi, nameEn, parentId, since, ...unit }: UnitFounding): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const known = await tx.findOneBy(Unit, { code: unit.code });
      if (known) return known.id;

      const { id } = await tx.save(tx.create(Unit, unit));
      await tx.query(
        `INSERT INTO unit_names (unit_id, name_vi, name_en, valid) VALUES ($1, $2, $3, daterange($4, NULL))`,
        [id, nameVi, nameEn, since],
      );
      if (parentId) {
        await tx.query(`INSERT INTO unit_parents (unit_id, parent_id, valid) VALUES ($1, $2, daterange($3, NULL))`, [
          id,
          parentId,
          since,
        ]);
      }
      await this.journal.write(tx, actor, {
        action: 'units.established',
        subject: { type: 'unit', id },
        unitId: id,
        facts: { code: unit.code },
      });
      return id;
    });
  }
}
