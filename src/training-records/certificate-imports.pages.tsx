import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { ReadingRequest } from '../platform/imports/reading.requests';
import { readingWords } from '../platform/imports/reading.words';
import { Takes, uploadLimitMegabytes } from '../platform/limits/largest-body';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { readUpload } from '../platform/uploads';
import { certificateVerdicts } from './certificate-comparison';
import { CertificateImportsQueries } from './certificate-imports.queries';
import { besideOf, CertificateImportQuery, UploadCertificatesRequest } from './certificate-imports.requests';
import { CertificateImportsService } from './certificate-imports.service';
import { certificateImportWords } from './certificate-imports.words';
import { EarlierCertificatesService } from './earlier-certificates.service';
import { certificateKeepers } from './training-records.policy';
import { WithdrawRecordRequest } from './training-records.requests';
import { CertificateImportPage } from './views/certificate-import';
import { CertificateImports } from './views/certificate-imports';
import { UnitChoices } from '../organization/unit-choices.queries';
import { textAt } from '../platform/pages/form-scope';

@Pages('certificate-imports')
@Access(certificateKeepers)
export class CertificateImportsPages {
  constructor(
    private readonly queries: CertificateImportsQueries,
    private readonly service: CertificateImportsService,
    private readonly earlier: EarlierCertificatesService,
    private readonly unitChoices: UnitChoices,
  ) {}

  @Get()
  @Help(certificateImportWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: CertificateImportQuery): Promise<string> {
    return this.listPage(page, {}, null, query);
  }

  @Post()
  @Takes({ fileMegabytes: uploadLimitMegabytes })
  @Refused<CertificateImportsPages>((on, refusal, page) => on.listPage(page, page.typed, refusal))
  async preview(@Page() page: PageRequest): Promise<Redirect> {
    const { file, fields } = await readUpload(page.raw);
    const said = readRequest(UploadCertificatesRequest, fields);
    const id = await this.service.preview(page.actor, said.unitId, besideOf(said), file);
    return page.go(`/certificate-imports/${id}`);
  }

  @Get(':id')
  @Help(certificateImportWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: CertificateImportQuery): Promise<string> {
    return this.importPage(page, id, null, query);
  }

  @Post(':id/readings')
  @Refused<CertificateImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async readAgain(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const again = await this.service.readAgain(page.actor, id, readRequest(ReadingRequest, body));
    return page.done(`/certificate-imports/${again}`, readingWords[page.locale].reread);
  }

  @Post(':id/application')
  @Refused<CertificateImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async apply(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { entered } = await this.service.apply(page.actor, id, {});
    return page.done(`/certificate-imports/${id}`, certificateImportWords[page.locale].entered(entered));
  }

  @Post(':id/reversal')
  @Refused<CertificateImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async reverse(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { reason } = readRequest(WithdrawRecordRequest, body);
    const { entered } = await this.service.reverse(page.actor, id, reason);
    return page.done(`/certificate-imports/${id}`, certificateImportWords[page.locale].takenBack(entered));
  }

  private async listPage(
    page: PageRequest,
    typed: FormValues,
    refusal: Refusal | null,
    { sort, cursor }: CertificateImportQuery = {},
  ) {
    const { actor, locale } = page;
    const kept = actor.unitsOf(certificateKeepers);
    const wanted = { of: 'all', chosen: textAt(typed, 'unitId'), isFirstMeant: true } as const;
    const units = await this.unitChoices.among(kept, locale, wanted);
    return page.render(
      certificateImportWords[locale].title,
      <CertificateImports
        imports={await this.queries.list({ unitIds: kept, sort, after: cursor })}
        units={units}
        courses={await this.earlier.coursesOf()}
        typed={typed}
        refusal={refusal}
        sort={sort}
        isFirstPage={cursor === undefined}
      />,
      refusal,
    );
  }

  private async importPage(
    page: PageRequest,
    id: string,
    refusal: Refusal | null,
    query: CertificateImportQuery = {},
  ): Promise<string> {
    const item = found(await this.queries.certificateImport(id), ({ unitId }) =>
      page.actor.reaches(certificateKeepers, unitId),
    );
    // What needs eyes comes first.
    const eyes = [...certificateVerdicts].toReversed();
    const verdict = query.verdict ?? eyes.find((one) => item.summary[one] > 0);
    return page.render(
      item.fileName,
      <CertificateImportPage
        item={item}
        verdict={verdict}
        rows={await this.queries.rows(id, { verdict, after: query.cursor })}
        typed={refusal ? page.typed : {}}
        refusal={refusal}
        isFirstPage={query.cursor === undefined}
      />,
      refusal,
    );
  }
}
