import { Injectable } from '@nestjs/common';
import type { SiteNamed, Sites } from '../enrollments/sites';
import type { Standing } from '../people/person.values';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { foldName } from '../platform/names';
import type { ObligedUnit } from './obliged-unit.entity';

export interface SiteItem {
  readonly id: string;
  readonly name: string;
  readonly hostUnitId: string;
  readonly hostUnitCode: string;
  readonly address: string;
  readonly capacity: number;
  readonly central: boolean;
  /** People of the units called to this site who are registered. */
  readonly registered: number;
}

/** Somebody a unit may register: on its roster and not gone. */
export interface Candidate {
  readonly id: string;
  readonly fullName: string;
  readonly code: string;
  readonly cell: string | null;
  readonly position: string | null;
  readonly standing: Standing;
  readonly registered: boolean;
}

@Injectable()
export class StudySessionsQueries implements Sites {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The titles in the order of study. */
  async documents(classId: string): Promise<string[]> {
    const rows = await this.database.read<{ title: string }>(
      `SELECT title FROM study_documents WHERE class_id = $1 ORDER BY number`,
      [classId],
    );
    return rows.map((row) => row.title);
  }

  /** The central site first. */
  async sites(classId: string): Promise<SiteItem[]> {
    return this.database.read(
      `SELECT s.id, s.name, s.host_unit_id, u.code AS host_unit_code, s.address, s.capacity, s.central, (
         SELECT count(*) FROM obliged_units o
         JOIN enrollments e ON e.class_id = o.class_id AND e.unit_id = o.unit_id AND e.ended_at IS NULL
         WHERE o.site_id = s.id) AS registered
       FROM sites s JOIN units u ON u.id = s.host_unit_id WHERE s.class_id = $1 ORDER BY s.central DESC, s.name`,
      [classId],
    );
  }

  async ofClass(classId: string): Promise<SiteNamed[]> {
    return this.database.read(`SELECT id, name FROM sites WHERE class_id = $1 ORDER BY central DESC, name`, [classId]);
  }

  async ofUnit(tx: Tx, classId: string, unitId: string): Promise<SiteNamed | null> {
    const [site] = await tx.rows<SiteNamed>(
      `SELECT s.id, s.name FROM obliged_units o JOIN sites s ON s.id = o.site_id WHERE o.class_id = $1 AND o.unit_id = $2`,
      [classId, unitId],
    );
    return site ?? null;
  }

  async unitsHostedBy(classId: string, hostIds: readonly string[], tx?: Tx): Promise<readonly string[] | null> {
    const sites = await this.database.read<{ unitIds: string[] }>(
      `SELECT ARRAY(SELECT o.unit_id FROM obliged_units o WHERE o.site_id = s.id AND s.host_unit_id = ANY ($2::uuid[])) AS unit_ids
       FROM sites s WHERE s.class_id = $1`,
      [classId, hostIds],
      tx,
    );
    return sites.length === 0 ? null : sites.flatMap(({ unitIds }) => unitIds);
  }

  async names(ids: readonly (string | null)[], tx?: Tx): Promise<ReadonlyMap<string | null, string>> {
    if (ids.every((id) => id === null)) return new Map();
    const rows = await this.database.read<SiteNamed>(
      `SELECT id, name FROM sites WHERE id = ANY ($1::uuid[])`,
      [[...new Set(ids)]],
      tx,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** People of a unit by given name, those still to register first; `search` finds names and codes, marks or no marks. */
  async candidates(
    classId: string,
    unitId: string,
    { search = '', limit }: { search?: string | undefined; limit: number },
  ): Promise<Candidate[]> {
    return this.database.read(
      `SELECT p.id, p.full_name, p.code, p.cell, p.position, p.standing, e.id IS NOT NULL AS registered
       FROM persons p LEFT JOIN enrollments e ON e.class_id = $1 AND e.person_id = p.id AND e.ended_at IS NULL
       WHERE p.unit_id = $2 AND NOT has_left(p.left_on, $3)
         AND (strpos(p.folded_name, $4) > 0 OR strpos(lower(p.code), $4) > 0)
       ORDER BY e.id IS NOT NULL, p.sort_name, p.id LIMIT $5`,
      [classId, unitId, this.clock.today(), foldName(search), limit],
    );
  }

  /** Members of a unit who are neither registered yet nor exempt. */
  async membersToRegister(classId: string, unitId: string): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) AS count FROM persons p
       WHERE p.unit_id = $2 AND p.standing <> 'non_member' AND NOT has_left(p.left_on, $3)
         AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.class_id = $1 AND e.person_id = p.id AND e.ended_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM exemptions x WHERE x.class_id = $1 AND x.unit_id = $2 AND x.person_id = p.id)`,
      [classId, unitId, this.clock.today()],
    );
    return row!.count;
  }

  /** People registered at a site already. */
  async seatedAt(tx: Tx, siteId: string): Promise<number> {
    const row = await tx.row<{ count: number }>(
      `SELECT count(*) AS count FROM obliged_units o
       JOIN enrollments e ON e.class_id = o.class_id AND e.unit_id = o.unit_id AND e.ended_at IS NULL WHERE o.site_id = $1`,
      [siteId],
    );
    return row.count;
  }

  /** People of a called unit registered already. */
  async registeredOf(tx: Tx, { classId, unitId }: ObligedUnit): Promise<number> {
    const row = await tx.row<{ count: number }>(
      `SELECT count(*) AS count FROM enrollments WHERE class_id = $1 AND unit_id = $2 AND ended_at IS NULL`,
      [classId, unitId],
    );
    return row.count;
  }
}
