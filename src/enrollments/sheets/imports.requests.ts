import { Id, Text } from '../../platform/request-fields';

export class WorkbookQuery {
  @Id({ optional: true, description: 'Only this half-day, with a column for going out.' })
  readonly halfDayId?: string;
}

export class ImportApplicationRequest {
  @Text({ max: 50, description: 'Of the dry run: exactly what it showed is recorded.' })
  readonly fingerprint: string;
}
