import { PageQuery } from '../platform/paging';
import { Flag, Id, Text, WholeNumber } from '../platform/requests';

export class CompletionsRequest extends PageQuery {
  @Flag({ description: 'Only those who completed, or only those who did not.' })
  readonly completed?: boolean;

  @Text({ optional: true, max: 100, description: 'Words of a name, with or without marks.' })
  readonly search?: string;
}

export class CertificatesRequest extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @WholeNumber({ min: 2000, max: 2100, optional: true, description: 'The year of issue.' })
  readonly year?: number;

  @Id({ optional: true, description: 'The unit the holder belongs to today.' })
  readonly unitId?: string;

  @Text({ optional: true, max: 100, description: 'Words of the holder’s name, or part of the number.' })
  readonly search?: string;
}

export class OverrideRequest {
  @Text({ max: 100, description: 'Number of the decision.' })
  readonly decision: string;

  @Text({ max: 1000 })
  readonly reason: string;
}

/** The same lists on a page, whose address names the cursor so. */
export class CompletionsPageQuery extends CompletionsRequest {
  @Text({ optional: true, max: 500 })
  readonly cursor?: string;
}

export class CertificatesPageQuery extends CertificatesRequest {
  @Text({ optional: true, max: 500 })
  readonly cursor?: string;
}
