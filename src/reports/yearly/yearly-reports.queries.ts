import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { PlanBody } from '../../training-plans/plan-standing';
import { bodiesOf } from '../../training-plans/proposals/speakers';
import { TrainingPlansQueries } from '../../training-plans/training-plans.queries';
import { ReportsService } from '../reports.service';
import { type Change, changesSince, type YearlyFigures } from './yearly-figures';
import type { YearlyReportState } from './yearly-report.states';

interface ReportConfirmation {
  readonly bodyId: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly confirmedAt: Date;
  readonly confirmedByName: string | null;
}

/** One edition of a report without its figures. */
export interface YearlyReportLine {
  readonly id: string;
  readonly year: number;
  readonly groupId: string;
  readonly groupNameVi: string;
  readonly groupNameEn: string;
  readonly edition: number;
  readonly state: YearlyReportState;
  readonly drawnAt: Date;
  readonly settledAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
  /** The later edition both confirmed, which stands for this one; null while there is none. */
  readonly replacedBy: number | null;
  /** Of the figures as they are in this report. */
  readonly confirmations: readonly ReportConfirmation[];
}

export interface YearlyReportItem extends YearlyReportLine {
  readonly figures: YearlyFigures;
  readonly remarks: string | null;
  /** The committees that confirm it: the Bloc's and the Group's. */
  readonly bodies: readonly PlanBody[];
  /** What the register says otherwise today. */
  readonly changes: readonly Change[];
}

/** Committees are called as they were on the day a report was settled, whatever became of them since. `$1` is today. */
const nameDay = `coalesce((r.settled_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, $1::date)`;
const line = `SELECT r.id, r.year, r.group_id, n.name_vi AS group_name_vi, n.name_en AS group_name_en, r.edition, r.state, r.drawn_at, r.settled_at,
    r.reason, r.version,
    CASE WHEN r.state = 'frozen' THEN (SELECT max(o.edition) FROM yearly_reports o
      WHERE o.year = r.year AND o.group_id = r.group_id AND o.state = 'frozen' AND o.edition > r.edition) END AS replaced_by,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('bodyId', f.body_id, 'nameVi', b.name_vi, 'nameEn', b.name_en, 'confirmedAt', f.confirmed_at,
       'confirmedByName', (SELECT name FROM accounts WHERE id = f.confirmed_by)) ORDER BY f.confirmed_at), '[]')
     FROM yearly_report_confirmations f JOIN unit_names b ON b.unit_id = f.body_id AND b.valid @> ${nameDay}
     WHERE f.report_id = r.id AND f.version = r.version) AS confirmations`;
const from = `FROM yearly_reports r JOIN unit_names n ON n.unit_id = r.group_id AND n.valid @> ${nameDay}`;

type Row<Item extends YearlyReportLine> = Omit<Item, 'confirmations'> & {
  readonly confirmations: readonly (Omit<ReportConfirmation, 'confirmedAt'> & { readonly confirmedAt: string })[];
};

@Injectable()
export class YearlyReportsQueries {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsService,
    private readonly plans: TrainingPlansQueries,
    private readonly clock: Clock,
  ) {}

  /** The editions of a year, the latest first. */
  async ofYear(year: number): Promise<YearlyReportLine[]> {
    const rows = await this.database.read<Row<YearlyReportLine>>(
      `${line} ${from} WHERE r.year = $2 ORDER BY n.name_vi, r.edition DESC`,
      [this.clock.today(), year],
    );
    return rows.map(withMoments);
  }

  /** Drafts that wait for the word of a committee the actor speaks for: of the Bloc, else of their Groups. */
  async awaiting(actor: Actor): Promise<YearlyReportLine[]> {
    const own = bodiesOf(actor, await this.plans.bodies());
    if (own.length === 0) return [];
    const isOfBloc = own.some(({ kind }) => kind === 'bloc');
    const rows = await this.database.read<Row<YearlyReportLine>>(
      `${line} ${from} WHERE r.state = 'draft' AND ($3 OR r.group_id = ANY ($2)) AND NOT EXISTS (
         SELECT FROM yearly_report_confirmations f WHERE f.report_id = r.id AND f.version = r.version
           AND f.body_id = CASE WHEN $3 THEN organizing_bloc() ELSE r.group_id END)
       ORDER BY r.year, r.drawn_at`,
      [this.clock.today(), own.map(({ id }) => id), isOfBloc],
    );
    return rows.map(withMoments);
  }

  async report(id: string): Promise<YearlyReportItem | null> {
    const [row] = await this.database.read<Row<Omit<YearlyReportItem, 'bodies' | 'changes'>>>(
      `${line}, r.figures, r.remarks ${from} WHERE r.id = $2`,
      [this.clock.today(), id],
    );
    if (!row) return null;
    const [bodies, now] = await Promise.all([this.bodies(row.groupId), this.figures(row.groupId, row.year)]);
    return {
      ...withMoments(row),
      bodies: row.state === 'frozen' ? whoConfirmed(row) : bodies,
      changes: changesSince(row.figures.report, now.report),
    };
  }

  /** The Bloc and this Group, also one that is none any more: nobody confirms in its place. */
  async bodies(groupId: string, tx?: Tx): Promise<PlanBody[]> {
    return this.database.read(
      `SELECT u.id, u.kind, n.name_vi, n.name_en FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
       WHERE u.id IN (organizing_bloc(), $2) ORDER BY u.kind, u.code`,
      [this.clock.today(), groupId],
      tx,
    );
  }

  /** The Groups that sign a report with the Bloc. */
  async groups(): Promise<PlanBody[]> {
    return (await this.plans.bodies()).filter(({ kind }) => kind === 'group');
  }

  /** The numbers of a year as they are now, over the units below the Group. */
  async figures(groupId: string, year: number): Promise<YearlyFigures> {
    const day: Day = `${year}-12-31`;
    const units = await this.database.read<{ id: string }>(`SELECT units_below($1, least($2::date, $3::date)) AS id`, [
      groupId,
      day,
      this.clock.today(),
    ]);
    const [report, { totals, outside }] = await Promise.all([
      this.reports.ofUnits(
        units.map(({ id }) => id),
        year,
      ),
      this.plans.plan(year, null),
    ]);
    const opened = outside.filter(({ continues }) => !continues);
    const unplanned = { classes: opened.length, enrolled: opened.reduce((sum, { enrolled }) => sum + enrolled, 0) };
    return { report, plan: { byCourse: totals.byCourse, year: totals.year, outside: unplanned } };
  }
}

/** As they were called then, the Bloc first. */
const whoConfirmed = ({ groupId, confirmations }: Row<YearlyReportLine>): PlanBody[] =>
  confirmations
    .map(({ bodyId: id, nameVi, nameEn }) => ({ id, kind: id === groupId ? 'group' : 'bloc', nameVi, nameEn }) as const)
    .toSorted((one, other) => one.kind.localeCompare(other.kind));

function withMoments<Item extends YearlyReportLine>(row: Row<Item>): Item {
  const confirmations = row.confirmations.map((one) => ({ ...one, confirmedAt: new Date(one.confirmedAt) }));
  return { ...row, confirmations } as unknown as Item;
}
