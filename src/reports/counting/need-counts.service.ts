import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { needsFound } from '../coverage';
import { countedNeeds, foundNeeds } from '../needs.queries';
import { TrainingNeedsQueries } from '../training-needs.queries';

/** What lines of the journal speak of. */
export interface SpokenOf {
  readonly classIds: readonly string[];
  readonly personIds: readonly string[];
  /** Of lines that name neither a class nor a person. */
  readonly unitIds: readonly string[];
}

/** What everybody lacks, and the sums of it per unit. */
@Injectable()
export class NeedCountsService {
  constructor(
    private readonly queries: TrainingNeedsQueries,
    private readonly clock: Clock,
  ) {}

  /** People whose needs may be others: those lines speak of, who learns in a class of one, and a unit where a line names nothing else. */
  async changedBy(tx: Tx, { classIds, personIds, unitIds }: SpokenOf): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT unnest($2::uuid[]) AS id UNION SELECT person_id FROM enrollments WHERE class_id = ANY ($1::uuid[])
       UNION SELECT id FROM persons WHERE unit_id = ANY ($3::uuid[])`,
      [classIds, personIds, unitIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Finds anew what these people lack. @returns their units, those they left too, whose sums are to be counted */
  async find(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const gone = await tx.rows<{ unitId: string }>(
      `DELETE FROM report_needs WHERE person_id = ANY ($1::uuid[]) RETURNING unit_id`,
      [personIds],
    );
    const [people, rules] = [await this.queries.ofPeople(personIds, tx), await this.queries.rules(tx)];
    const found = needsFound(people, rules, this.clock.today());
    await tx.execute(
      `INSERT INTO report_needs (id, person_id, unit_id, unit_code, sort_name, kind, course_id, due, need) ${foundNeeds}`,
      [JSON.stringify(found)],
    );
    return [...new Set([...gone, ...found].map(({ unitId }) => unitId))];
  }

  /** Finds anew what these people lack, and the sums of their units. */
  async countAnew(tx: Tx, personIds: readonly string[]): Promise<true> {
    await this.countUnits(tx, await this.find(tx, personIds));
    return true;
  }

  /** Sums of these units, or of all. */
  async countUnits(tx: Tx, unitIds: readonly string[] | null): Promise<void> {
    const ofUnits = `($1::uuid[] IS NULL OR unit_id = ANY ($1))`;
    await tx.execute(`DELETE FROM report_need_sums WHERE ${ofUnits}`, [unitIds]);
    await tx.execute(
      `INSERT INTO report_need_sums (unit_id, kind, within, people) ${countedNeeds(`(SELECT * FROM report_needs WHERE ${ofUnits})`, '$2')}`,
      [unitIds, this.clock.today()],
    );
  }
}
