import { Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { type NumberName, numberNames } from '../figures';
import { JointReportRequest } from '../reports.requests';
import { type FactSort, factSorts } from './behind.queries';

export class NumberQuery extends JointReportRequest {
  @OneOf(numberNames, { description: 'Which number of the report.' })
  readonly number: NumberName;

  @Id({ optional: true, description: 'Of one unit; of all that the caller reaches unless told.' })
  readonly unitId?: string;

  @Id({ optional: true, description: 'Of one course; of all unless told.' })
  readonly courseId?: string;

  @Id({ optional: true, description: 'Of one class.' })
  readonly classId?: string;

  @Text({ optional: true, max: 100, description: 'Part of a name, with or without marks.' })
  readonly search?: string;

  @OneOf(factSorts, { optional: true, description: 'By given name unless told.' })
  readonly sort?: FactSort;
}

export class NumberListQuery extends NumberQuery {
  @WholeNumber({ min: 1, max: 500, optional: true, description: 'How many items; 50 unless told.' })
  readonly limit?: number;

  @Text({ optional: true, max: 1_000, description: 'Cursor from `next` of the page before.' })
  readonly after?: string;
}

export class NumberPageQuery extends NumberQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
