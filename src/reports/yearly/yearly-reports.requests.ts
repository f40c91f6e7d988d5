import { Id, Text, WholeNumber } from '../../platform/request-fields';
import { firstYear, lastYear } from '../../training-plans/training-plan-line.entity';

export class YearlyReportsQuery {
  @WholeNumber({ min: firstYear, max: lastYear, optional: true, description: 'This year unless told.' })
  readonly year?: number;
}

/** Of the units before those that are shown. */
export class YearlyReportQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class RemarksRequest {
  @Text({ optional: true, max: 4000, description: 'What is said of the year beside its figures, a paragraph a line.' })
  readonly remarks?: string;
}

export class NewYearlyReportRequest extends RemarksRequest {
  @WholeNumber({ min: firstYear, max: lastYear })
  readonly year: number;

  @Id({ optional: true, description: 'The Group that signs, too; left out where there is one.' })
  readonly groupId?: string;
}

/** The figures as their reader saw them: others are not confirmed in their place. */
export class ReportConfirmationRequest {
  @WholeNumber({ min: 1, max: 1_000_000 })
  readonly version: number;
}

export class ReportWithdrawalRequest {
  @Text({ max: 500 })
  readonly reason: string;
}
