import { Body, Get, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { Takes, uploadLimitMegabytes } from '../../platform/limits/largest-body';
import { ReadingRequest } from '../../platform/imports/reading.requests';
import { readingWords } from '../../platform/imports/reading.words';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { readUpload } from '../../platform/uploads';
import type { Scan } from '../../scans/scan-file';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { ListImportsQueries } from './imports.queries';
import { ListRowsQuery } from './imports.requests';
import { ListImportsService } from './imports.service';
import { listWords } from './imports.words';
import { unitsToNominateFor } from '../nominating-units';
import { mayNominateFor, nominationFollowers, nominators, unitNominatedFor } from '../nominations.policy';
import { ListApplicationRequest, ReasonRequest, UnitQuery } from '../nominations.requests';
import type { ListVerdict } from './verdicts';
import { ListImportDetails } from './views/import-details';
import type { ListForm } from './views/import-next-step';
import { ListImports } from './views/imports';
import { isWithin } from '../../platform/access/reach';

@Pages()
export class ListImportsPages {
  constructor(
    private readonly imports: ListImportsService,
    private readonly queries: ListImportsQueries,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly scans: ScansService,
  ) {}

  @Get('classes/:id/list-imports')
  @Help(listWords, 'help')
  @Access(nominationFollowers)
  async list(@Page() page: PageRequest, @PathId() classId: string): Promise<string> {
    return this.listPage(page, classId, null);
  }

  @Post('classes/:id/list-imports')
  @Takes({ fileMegabytes: uploadLimitMegabytes })
  @Access(nominators)
  @Refused<ListImportsPages>((on, refusal, page, classId) => on.listPage(page, classId, refusal))
  async preview(@Page() page: PageRequest, @PathId() classId: string): Promise<Redirect> {
    const { file, fields } = await readUpload(page.raw);
    const { unitId } = readRequest(UnitQuery, fields);
    const id = await this.imports.preview(page.actor, classId, unitNominatedFor(page.actor, unitId), file);
    return page.go(`/list-imports/${id}`);
  }

  @Get('list-imports/:id')
  @Help(listWords, 'helpOfOne')
  @Access(nominationFollowers)
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() { verdict }: ListRowsQuery): Promise<string> {
    return this.detailsPage(page, id, null, verdict);
  }

  @Post('list-imports/:id/application')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(nominators)
  @Refused<ListImportsPages>((on, refusal, page, id) => on.detailsPage(page, id, { form: 'application', refusal }))
  async apply(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const { nominated } = await this.imports.apply(page.actor, id, readRequest(ListApplicationRequest, fields));
    if (scan) await this.keepLetter(page.actor, id, scan);
    return page.done(`/list-imports/${id}`, listWords[page.locale].sentDone(nominated));
  }

  /** A list of which nobody could be sent came by no letter. */
  private async keepLetter(actor: Actor, id: string, scan: Scan): Promise<void> {
    const letterId = await this.queries.letterOf(id);
    if (letterId) await this.scans.keep(actor, 'unit_letter', letterId, scan);
  }

  @Post('list-imports/:id/reversal')
  @Access(nominators)
  @Refused<ListImportsPages>((on, refusal, page, id) => on.detailsPage(page, id, { form: 'reversal', refusal }))
  async reverse(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.imports.reverse(page.actor, id, readRequest(ReasonRequest, body).reason);
    return page.done(`/list-imports/${id}`, listWords[page.locale].undone);
  }

  /** Tries the same file out again, as things stand now. */
  @Post('list-imports/:id/retrial')
  @Access(nominators)
  @Refused<ListImportsPages>((on, refusal, page, id) => on.detailsPage(page, id, { form: 'retrial', refusal }))
  async tryAgain(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const again = await this.imports.tryAgain(page.actor, id);
    return page.done(`/list-imports/${again}`, listWords[page.locale].triedAgain);
  }

  @Post('list-imports/:id/readings')
  @Access(nominators)
  @Refused<ListImportsPages>((on, refusal, page, id) => on.detailsPage(page, id, { form: 'reading', refusal }))
  async readAgain(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const again = await this.imports.tryAgain(page.actor, id, readRequest(ReadingRequest, body));
    return page.done(`/list-imports/${again}`, readingWords[page.locale].reread);
  }

  private async listPage(page: PageRequest, classId: string, refusal: Refusal | null): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const visible = unitsVisibleTo(actor);
    return page.render(
      listWords[locale].ofClass(item.name),
      <ListImports
        item={item}
        actor={actor}
        units={await unitsToNominateFor(this.organization, actor, locale)}
        namesUnit={visible?.length !== 1}
        lists={await this.queries.ofClass(classId, visible)}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }

  private async detailsPage(
    page: PageRequest,
    id: string,
    refused: { form: ListForm; refusal: Refusal } | null = null,
    verdict?: ListVerdict,
  ): Promise<string> {
    const { actor } = page;
    const list = found(await this.queries.listImport(id), ({ unitId }) => isWithin(unitsVisibleTo(actor), unitId));
    return page.render(
      list.fileName,
      <ListImportDetails
        list={list}
        rows={await this.queries.rows(id)}
        verdict={verdict}
        notListed={await this.queries.notListed(id)}
        mayAct={mayNominateFor(actor, list.unitId)}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal,
    );
  }
}
