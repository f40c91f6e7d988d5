import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { found, NotAllowed } from '../../platform/problems/refusals';
import { bodiesOf } from '../../training-plans/proposals/speakers';
import { YearlyReport } from './yearly-report.entity';
import { assertMayReadReport, mayDrawReport } from './yearly-reports.policy';
import { YearlyReportsQueries } from './yearly-reports.queries';
import { whichGroup, YearlyReportDrawn } from './yearly-reports.refusals';
import { yearlyReportActions } from './yearly-reports.words';
import { largest } from '../../platform/lists';

/** The report of a year that two committees sign: drawn up, confirmed by each as it was read, and kept. */
@Injectable()
export class YearlyReportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: YearlyReportsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** With the figures of now. @throws NotAllowed | InvalidInput | YearlyReportDrawn */
  async draw(actor: Actor, year: number, groupId: string | undefined, remarks: string | null): Promise<string> {
    if (!mayDrawReport(actor)) throw new NotAllowed();
    const groups = await this.queries.groups();
    const group = groups.find(({ id }) => (groupId === undefined ? groups.length === 1 : id === groupId));
    if (!group) throw whichGroup();
    const figures = await this.queries.figures(group.id, year);
    return this.database.inTransaction(async (tx) => {
      const editions = await tx.rows<Pick<YearlyReport, 'state' | 'edition'>>(
        `SELECT state, edition FROM yearly_reports WHERE year = $1 AND group_id = $2`,
        [year, group.id],
      );
      if (editions.some(({ state }) => state === 'draft')) throw new YearlyReportDrawn();
      const report = tx.create(YearlyReport, {
        year,
        groupId: group.id,
        edition: Math.max(0, largest(editions.map(({ edition }) => edition))) + 1,
        state: 'draft',
        figures,
        remarks,
        drawnAt: this.clock.now(),
        drawnBy: actor.accountId,
        version: 1,
      });
      await tx.insert(YearlyReport, report);
      await this.write(tx, actor, yearlyReportActions.drawn, report, { year, edition: report.edition });
      return report.id;
    });
  }

  /** Both confirm again. @throws NotFound | NotAllowed | YearlyReportSettled */
  async drawAnew(actor: Actor, id: string, remarks: string | null): Promise<void> {
    const { groupId, year } = found(await this.queries.report(id));
    assertMayReadReport(actor, groupId);
    if (!mayDrawReport(actor)) throw new NotAllowed();
    const figures = await this.queries.figures(groupId, year);
    await this.database.inTransaction(async (tx) => {
      const report = await this.load(tx, actor, id);
      report.drawAnew(figures, remarks, actor.accountId, this.clock.now());
      await tx.save(report);
      await this.write(tx, actor, yearlyReportActions.drawn_anew, report, { version: report.version });
    });
  }

  /** As the committee the actor speaks for; once both have, the report is kept as it is. @throws NotFound | NotAllowed | ChangedMeanwhile | YearlyReportSettled | ConfirmedForAnotherBody */
  async confirm(actor: Actor, id: string, version: number): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const report = await this.load(tx, actor, id);
      const bodies = await this.queries.bodies(report.groupId, tx);
      // Who speaks for two committees confirms for the first, and leaves the other to somebody else.
      const [body] = bodiesOf(actor, bodies);
      if (!body || actor.accountId === null) throw new NotAllowed();
      report.assertConfirmable(version);
      const added = await tx.execute(
        `INSERT INTO yearly_report_confirmations (report_id, version, body_id, confirmed_at, confirmed_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (report_id, version, body_id) DO NOTHING`,
        [id, version, body.id, this.clock.now(), actor.accountId],
      );
      if (added === 0) return;
      await this.write(tx, actor, yearlyReportActions.confirmed, report, { version }, body.id);
      const confirmed = await tx.rows<{ bodyId: string }>(
        `SELECT body_id FROM yearly_report_confirmations WHERE report_id = $1 AND version = $2`,
        [id, version],
      );
      if (bodies.every((one) => confirmed.some(({ bodyId }) => bodyId === one.id))) {
        report.freeze(this.clock.now());
        await tx.save(report);
        await this.write(tx, actor, yearlyReportActions.frozen, report, { version });
      }
    });
  }

  /** @throws NotFound | NotAllowed | YearlyReportSettled */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const report = await this.load(tx, actor, id);
      if (!mayDrawReport(actor)) throw new NotAllowed();
      report.withdraw(reason, this.clock.now());
      await tx.save(report);
      await this.write(tx, actor, yearlyReportActions.withdrawn, report, { reason });
    });
  }

  private async load(tx: Tx, actor: Actor, id: string): Promise<YearlyReport> {
    const report = found(await tx.findOne(YearlyReport, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    assertMayReadReport(actor, report.groupId);
    return report;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, groupId }: Pick<YearlyReport, 'id' | 'groupId'>,
    facts: Readonly<Record<string, unknown>>,
    unitId = groupId,
  ): Promise<void> {
    await this.journal.write(tx, actor, { action, subject: { type: 'yearly_report', id }, unitId, facts });
  }
}
