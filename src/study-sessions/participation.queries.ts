import { Injectable } from '@nestjs/common';
import type { Reach } from '../platform/access/reach';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { studiesOfYear, takingPart } from './taking-part';
import { hasDone, rateOfHeld, type UnitTakingPart } from './participation';

/** One unit called to one study: where it sits, and how it took part. */
export interface Participation extends UnitTakingPart {
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly opensOn: Day;
  readonly unitId: string;
  readonly unitCode: string;
  /** The names the unit bore on the day of the study. */
  readonly unitNameVi: string;
  readonly unitNameEn: string;
  readonly siteId: string;
  readonly siteName: string;
  /** The day its roll was frozen; null while its members are counted as the roster stands today. */
  readonly rollTakenOn: Day | null;
  /** Obliged members who attended in percent of the obliged, one decimal; null before it is held. */
  readonly rate: number | null;
  readonly done: boolean;
}

type Row = Omit<Participation, 'rate' | 'done'>;

@Injectable()
export class ParticipationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The units called to one study, in the order of their sites, the central one first. */
  async ofClass(classId: string, units: Reach): Promise<Participation[]> {
    return this.read(`c.id = $1`, [classId, units]);
  }

  /** The units called to the studies that open in a year and were not cancelled. */
  async ofYear(year: number, units: Reach, tx?: Tx): Promise<Participation[]> {
    return this.read(studiesOfYear('$1'), [year, units], tx);
  }

  private async read(
    where: string,
    [key, units]: readonly [string | number, Reach],
    tx?: Tx,
  ): Promise<Participation[]> {
    const rows = await this.database.read<Row>(
      `WITH ${takingPart({ where, today: '$3', now: '$4' })}, counted AS (
         SELECT class_id, unit_id, count(*) FILTER (WHERE member) AS members,
           count(*) FILTER (WHERE exempt) AS exempt, count(*) FILTER (WHERE NOT member) AS non_members,
           count(attended) AS registered, count(*) FILTER (WHERE essay) AS essays,
           count(*) FILTER (WHERE attended AND member AND NOT exempt) AS attended_members,
           count(*) FILTER (WHERE attended AND exempt) AS attended_exempt,
           count(*) FILTER (WHERE attended AND NOT member) AS attended_non_members,
           count(*) FILTER (WHERE attended AND member IS NULL) AS attended_outside_roll
         FROM taking_part GROUP BY 1, 2
       )
       SELECT o.class_id, o.code AS class_code, o.name AS class_name, o.opens_on,
         o.unit_id, u.code AS unit_code, coalesce(n.name_vi, u.code) AS unit_name_vi, coalesce(n.name_en, u.code) AS unit_name_en,
         o.site_id, t.name AS site_name, o.roll_taken_on, o.held, o.minimum_share,
         coalesce(k.members, 0) AS members, coalesce(k.exempt, 0) AS exempt, coalesce(k.members - k.exempt, 0) AS obliged,
         coalesce(k.non_members, 0) AS non_members, coalesce(k.registered, 0) AS registered,
         coalesce(k.attended_members, 0) AS attended_members, coalesce(k.attended_exempt, 0) AS attended_exempt,
         coalesce(k.attended_non_members, 0) AS attended_non_members,
         coalesce(k.attended_outside_roll, 0) AS attended_outside_roll, coalesce(k.essays, 0) AS essays
       FROM called o JOIN units u ON u.id = o.unit_id JOIN sites t ON t.id = o.site_id
       LEFT JOIN unit_names n ON n.unit_id = o.unit_id AND n.valid @> o.opens_on
       LEFT JOIN counted k ON k.class_id = o.class_id AND k.unit_id = o.unit_id
       WHERE $2::uuid[] IS NULL OR o.unit_id = ANY($2)
       ORDER BY o.opens_on, o.class_id, t.central DESC, t.name, u.code`,
      [key, units, this.clock.today(), this.clock.now()],
      tx,
    );
    return rows.map((row) => ({ ...row, rate: rateOfHeld(row, row.held), done: hasDone(row) }));
  }
}
