import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { ChangedMeanwhile } from '../../platform/problems/refusals';
import type { YearlyFigures } from './yearly-figures';
import { YearlyReportSettled } from './yearly-reports.refusals';
import { type YearlyReportState, yearlyReportStates } from './yearly-report.states';

/** What the Bloc and one Group report of a year; from the day both confirmed it, it says the same for ever. */
@Entity('yearly_reports')
export class YearlyReport {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('integer')
  readonly year: number;

  @Column('uuid')
  readonly groupId: string;

  /** From 1; one after another of the same year and Group. */
  @Column('integer')
  readonly edition: number;

  @Column('text')
  readonly state: YearlyReportState;

  @Column('jsonb')
  readonly figures: YearlyFigures;

  /** What the office says of the year, paragraph by paragraph. */
  @Column('text', { nullable: true })
  readonly remarks: string | null;

  @Column('timestamptz')
  readonly drawnAt: Date;

  @Column('uuid', { nullable: true })
  readonly drawnBy: string | null;

  /** When it was frozen or taken back. */
  @Column('timestamptz', { nullable: true })
  readonly settledAt: Date | null;

  /** Why it was taken back. */
  @Column('text', { nullable: true })
  readonly reason: string | null;

  /** Of the figures: what was confirmed was one of them. */
  @Column('integer')
  readonly version: number;

  /** The figures of today in place of those before, which both confirm again. @throws YearlyReportSettled */
  drawAnew(figures: YearlyFigures, remarks: string | null, by: string | null, at: Date): void {
    this.assertDraft();
    Object.assign(this, { figures, remarks, drawnBy: by, drawnAt: at, version: this.version + 1 });
  }

  /** @param version as the reader saw it @throws YearlyReportSettled | ChangedMeanwhile */
  assertConfirmable(version: number): void {
    this.assertDraft();
    if (version !== this.version) throw new ChangedMeanwhile();
  }

  /** @throws YearlyReportSettled */
  withdraw(reason: string, at: Date): void {
    this.settle('withdrawn', at);
    Object.assign(this, { reason });
  }

  /** @throws YearlyReportSettled */
  freeze(at: Date): void {
    this.settle('frozen', at);
  }

  private settle(state: 'frozen' | 'withdrawn', at: Date): void {
    this.assertDraft();
    Object.assign(this, { state, settledAt: at });
  }

  private assertDraft(): void {
    if (yearlyReportStates[this.state].length === 0) throw new YearlyReportSettled();
  }
}
