import { Get, Query, type StreamableFile } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { maySeePerson } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { certificateKeepers } from '../../training-records/training-records.policy';
import { CertificatePrintsService, sheetsOfFile } from './prints.service';
import { mayAmendCertificate, mayExportRegister } from './certificates.policy';
import { CertificatesQueries } from './certificates.queries';
import { CertificatesPageQuery, ClassPrintRequest, PrintRequest } from './certificates.requests';
import { certificateWords } from './certificates.words';
import { certificatesVisibleTo } from '../completions.policy';
import { RegisterLinesQueries } from './register-lines.queries';
import { CertificatePage } from './views/certificate';
import { Certificates } from './views/certificates';
import { UnitChoices } from '../../organization/unit-choices.queries';

@Pages()
@Access('signed_in')
export class CertificatesPages {
  constructor(
    private readonly certificates: CertificatesQueries,
    private readonly lines: RegisterLinesQueries,
    private readonly prints: CertificatePrintsService,
    private readonly unitChoices: UnitChoices,
    private readonly classes: ClassesQueries,
  ) {}

  @Get('certificates')
  @Help(certificateWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: CertificatesPageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, ...filter } = query;
    const scope = certificatesVisibleTo(actor);
    const [certificates, units, registers, toPrint, trainingClass] = await Promise.all([
      this.certificates.list({ ...filter, scope, after: cursor }),
      this.unitChoices.among(scope.unitIds, locale, { of: 'all', chosen: filter.unitId }),
      this.certificates.registers(),
      query.classId ? this.certificates.countOfClass(query.classId, scope) : 0,
      query.classId ? this.classes.class(query.classId) : null,
    ]);
    return page.render(
      certificateWords[locale].certificates,
      <Certificates
        certificates={certificates}
        query={query}
        units={units}
        registers={registers}
        ofClass={trainingClass && { code: trainingClass.code, sheets: toPrint, sheetsOfFile }}
        maySeePerson={(person) => maySeePerson(actor, person)}
        mayExport={mayExportRegister(actor)}
        mayEnterEarlier={actor.reachesBloc(certificateKeepers)}
      />,
    );
  }

  @Get('certificates/:id')
  @Help(certificateWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const { actor, locale } = page;
    const certificate = found(await this.certificates.certificate(id, certificatesVisibleTo(actor)));
    return page.render(
      certificateWords[locale].certificate(certificate.number),
      <CertificatePage
        certificate={certificate}
        lines={await this.lines.ofCertificate(id)}
        mayAmend={mayAmendCertificate(actor, certificate)}
        maySeePerson={maySeePerson(actor, { id: certificate.personId, unitId: certificate.unitId })}
      />,
    );
  }

  @Get('certificates/:id/pdf')
  async pdf(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { version }: PrintRequest,
  ): Promise<StreamableFile> {
    return download(await this.prints.one(page.actor, id, version));
  }

  @Get('classes/:id/certificates/pdf')
  async pdfOfClass(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() { part }: ClassPrintRequest,
  ): Promise<StreamableFile> {
    return download(await this.prints.ofClass(page.actor, classId, part));
  }
}
