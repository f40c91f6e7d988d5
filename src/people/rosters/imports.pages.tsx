import { Body, Get, Post, Query } from '@nestjs/common';
import { mayKeepUnits } from '../../organization/organization.policy';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { Takes, uploadLimitMegabytes } from '../../platform/limits/largest-body';
import { ReadingRequest } from '../../platform/imports/reading.requests';
import { readingWords } from '../../platform/imports/reading.words';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { NotFound } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { readUpload } from '../../platform/uploads';
import { mayKeepRoster, rosterKeepers, rosterReaders, rosterUnitsKeptBy, rosterUnitsVisibleTo } from '../people.policy';
import type { RosterVerdict } from './comparison';
import { type RosterImportItem, RosterImportsQueries } from './imports.queries';
import { RosterApplicationRequest, RosterPageQuery, UploadRosterRequest } from './imports.requests';
import { RosterImportsService } from './imports.service';
import { rosterWords } from './imports.words';
import { RosterImportPage } from './views/import';
import { RosterImports } from './views/imports';
import { isWithin } from '../../platform/access/reach';
import { UnitChoices } from '../../organization/unit-choices.queries';
import { textAt } from '../../platform/pages/form-scope';

@Pages('roster-imports')
export class RosterImportsPages {
  constructor(
    private readonly queries: RosterImportsQueries,
    private readonly service: RosterImportsService,
    private readonly organization: OrganizationQueries,
    private readonly units: UnitChoices,
  ) {}

  @Get()
  @Help(rosterWords, 'help')
  @Access(rosterReaders)
  async list(@Page() page: PageRequest, @Query() query: RosterPageQuery): Promise<string> {
    return this.listPage(page, {}, null, query);
  }

  @Post()
  @Takes({ fileMegabytes: uploadLimitMegabytes })
  @Access(rosterKeepers)
  @Refused<RosterImportsPages>((on, refusal, page) => on.listPage(page, page.typed, refusal))
  async preview(@Page() page: PageRequest): Promise<Redirect> {
    const { file, fields } = await readUpload(page.raw);
    const { unitId } = readRequest(UploadRosterRequest, fields);
    return page.go(`/roster-imports/${await this.service.preview(page.actor, unitId, file)}`);
  }

  @Get(':id')
  @Help(rosterWords, 'helpOfOne')
  @Access(rosterReaders)
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: RosterPageQuery): Promise<string> {
    return this.importPage(page, id, null, query);
  }

  @Post(':id/application')
  @Access(rosterKeepers)
  @Refused<RosterImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async apply(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const summary = await this.service.apply(page.actor, id, readRequest(RosterApplicationRequest, body));
    return page.done(`/roster-imports/${id}`, rosterWords[page.locale].appliedDone(summary.new, summary.changed));
  }

  @Post(':id/readings')
  @Access(rosterKeepers)
  @Refused<RosterImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async readAgain(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const again = await this.service.readAgain(page.actor, id, readRequest(ReadingRequest, body));
    return page.done(`/roster-imports/${again}`, readingWords[page.locale].reread);
  }

  @Post(':id/reversal')
  @Access(rosterKeepers)
  @Refused<RosterImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async reverse(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const summary = await this.service.reverse(page.actor, id);
    return page.done(`/roster-imports/${id}`, rosterWords[page.locale].reversedDone(summary.new, summary.changed));
  }

  private async listPage(
    page: PageRequest,
    typed: FormValues,
    refusal: Refusal | null,
    { sort, cursor }: RosterPageQuery = {},
  ): Promise<string> {
    const { actor, locale } = page;
    const imports = await this.queries.list({ unitIds: rosterUnitsVisibleTo(actor), sort, after: cursor });
    const units = await this.units.among(rosterUnitsKeptBy(actor), locale, {
      of: 'live',
      chosen: textAt(typed, 'unitId'),
    });
    return page.render(
      rosterWords[locale].rosters,
      <RosterImports
        imports={imports}
        units={units}
        lacksUnits={mayKeepUnits(actor) && (await this.organization.baseUnits()).length === 0}
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
    query: RosterPageQuery = {},
  ): Promise<string> {
    const item = await this.queries.rosterImport(id);
    if (!item || !isWithin(rosterUnitsVisibleTo(page.actor), item.unitId)) throw new NotFound();
    const verdict = query.verdict ?? firstToLookAt(item);
    const rows = await this.queries.rows(id, { verdict, after: query.cursor });
    return page.render(
      item.fileName,
      <RosterImportPage
        item={item}
        verdict={verdict}
        rows={rows}
        notInFile={await this.queries.notInFile(id)}
        mayAct={mayKeepRoster(page.actor, item.unitId)}
        refusal={refusal}
        typed={page.typed}
        isFirstPage={query.cursor === undefined}
      />,
      refusal,
    );
  }
}

/** What needs eyes comes first: what was refused, then what would change. */
function firstToLookAt({ summary }: RosterImportItem): RosterVerdict | undefined {
  return (['refused', 'changed', 'new', 'same'] as const).find((verdict) => summary[verdict] > 0);
}
