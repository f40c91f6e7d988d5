import { PageQuery } from '../../platform/paging';
import { DayField, Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { isEmptied, readRequest } from '../../platform/requests';
import { type Grade, grades } from '../../training-records/training-record.labels';
import { certificateSorts, type CertificateSort } from './filter';
import { type CertificateStanding, certificateStandings } from './certificate.entity';
import type { CertificateCorrection } from './certificates.service';

export class CertificatesRequest extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Text({ optional: true, max: 20, description: 'The register, such as GCN.' })
  readonly series?: string;

  @WholeNumber({ min: 2000, max: 2100, optional: true, description: 'The year of issue.' })
  readonly year?: number;

  @Id({ optional: true, description: 'The unit the holder belongs to today.' })
  readonly unitId?: string;

  @OneOf(certificateStandings, { optional: true, description: 'How it stands today.' })
  readonly standing?: CertificateStanding;

  @Text({
    optional: true,
    max: 100,
    description: 'Words of the holder’s name, part of the number, or the code it is verified by.',
  })
  readonly search?: string;

  @OneOf(certificateSorts, { optional: true, description: 'The latest number first unless told.' })
  readonly sort?: CertificateSort;
}

/** The same list on a page, whose address names the cursor so. */
export class CertificatesPageQuery extends CertificatesRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class CorrectionRequest {
  @Text({ optional: true, max: 100 })
  readonly holderName?: string;

  @DayField({ optional: true })
  readonly birthDate?: string;

  @Text({ optional: true, max: 200, description: 'The unit as printed.' })
  readonly unitName?: string;

  @Text({ optional: true, max: 200, description: 'The course as printed.' })
  readonly courseName?: string;

  @Text({ optional: true, max: 200, description: 'The class as printed.' })
  readonly className?: string;

  @DayField({ optional: true })
  readonly startedOn?: string;

  @DayField({ optional: true })
  readonly endedOn?: string;

  @OneOf(grades, { optional: true, description: 'Needs a decision; null for one without a grade.' })
  readonly grade?: Grade;

  @DayField({ optional: true, description: 'Within the year of its register; the last day moves along unless told.' })
  readonly issuedOn?: string;

  @DayField({ optional: true, description: 'The last day it holds; null for one that lasts.' })
  readonly validUntil?: string;

  @Text({ optional: true, max: 200, description: 'The committee above, as printed.' })
  readonly superior?: string;

  @Text({ optional: true, max: 200, description: 'The committee that issued it, as printed.' })
  readonly body?: string;

  @Text({ optional: true, max: 100, description: 'Where it was signed.' })
  readonly place?: string;

  @Text({ optional: true, max: 200, description: 'In which capacity it was signed.' })
  readonly signerCapacity?: string;

  @Text({ optional: true, max: 100, description: 'Who signed it; null for nobody named.' })
  readonly signerName?: string;

  @Text({ max: 1000 })
  readonly reason: string;

  @Text({ optional: true, max: 100, description: 'Number of the decision; another grade needs one.' })
  readonly decision?: string;

  @WholeNumber({ min: 1, max: 10_000, optional: true, description: 'The version the correction is made upon.' })
  readonly version?: number;
}

const mayBeEmptied = ['grade', 'validUntil', 'signerName'] as const;

/** @throws InvalidInput */
export function readCorrection(sent: object): CertificateCorrection {
  const emptied = mayBeEmptied.filter((field) => isEmptied(sent, field));
  return { ...readRequest(CorrectionRequest, sent), ...Object.fromEntries(emptied.map((field) => [field, null])) };
}

export class ReplacementRequest {
  @Text({ max: 1000 })
  readonly reason: string;
}

export class RevocationRequest {
  @Text({ max: 100, description: 'Number of the decision.' })
  readonly decision: string;

  @Text({ max: 1000 })
  readonly reason: string;
}

export class PrintRequest {
  @WholeNumber({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'An earlier version; the one in force unless told.',
  })
  readonly version?: number;
}

export class ClassPrintRequest {
  @WholeNumber({ min: 1, max: 1_000, optional: true, description: 'Which 200 of them; needed when there are more.' })
  readonly part?: number;
}

export class VerificationQuery {
  @Text({ optional: true, max: 100, description: 'The code as typed from paper.' })
  readonly code?: string;
}
