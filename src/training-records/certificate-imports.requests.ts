import { importOrders } from '../platform/imports/imports.queries';
import { listQuery, PageQuery } from '../platform/paging';
import { Id, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { type CertificateVerdict, certificateVerdicts, type SaidBeside } from './certificate-comparison';

export class CertificateRowsQuery extends PageQuery {
  @OneOf(certificateVerdicts, { optional: true })
  readonly verdict?: CertificateVerdict;
}

/** A page of sheets or rows. */
export class CertificateImportQuery extends listQuery(importOrders) {
  @OneOf(certificateVerdicts, { optional: true })
  readonly verdict?: CertificateVerdict;
}

/** What is said beside the file, of the cells that do not say it. */
export class UploadCertificatesRequest {
  @Id({ description: 'Whose people it names, with the units below.' })
  readonly unitId: string;

  @Id({ optional: true })
  readonly courseId?: string;

  @Text({ optional: true })
  readonly issuedBy?: string;

  @WholeNumber({ min: 0, max: 600, optional: true, description: 'How many months they hold; 0 for ever.' })
  readonly validMonths?: number;
}

export const besideOf = ({ courseId, issuedBy, validMonths }: UploadCertificatesRequest): SaidBeside => ({
  courseId: courseId ?? null,
  issuedBy: issuedBy ?? null,
  validMonths: validMonths ?? null,
});
