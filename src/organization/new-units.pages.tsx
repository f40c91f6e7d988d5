import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Takes, uploadLimitMegabytes } from '../platform/limits/largest-body';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { readWorkbook } from '../platform/sheets/workbook';
import { readUpload } from '../platform/uploads';
import { exampleLines } from './example-units';
import { newUnitWords } from './new-units.words';
import { treeKeepers } from './organization.policy';
import { blocOf, OrganizationQueries, type UnitToday } from './organization.queries';
import { ExampleQuery, NewUnitRequest, PastedUnitsRequest } from './organization.requests';
import { type ListedUnit, readUnitLines, unitLinesOf } from './unit-lines';
import { UnitTreeService } from './unit-tree.service';
import { NewUnit, PastedUnits, type ShownLines } from './views/new-units';

/** Where units are added: one by a form, many as pasted lines or from a sheet. */
@Pages('units')
@Access(treeKeepers)
export class NewUnitsPages {
  constructor(
    private readonly service: UnitTreeService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get('new')
  @Help(newUnitWords, 'helpToAdd')
  async begin(@Page() page: PageRequest): Promise<string> {
    return this.form(page, { kind: 'base', parentId: usualParent(await this.liveUnits()).id }, null);
  }

  @Post()
  @Refused<NewUnitsPages>((on, refusal, page) => on.form(page, page.typed, refusal))
  async add(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const id = await this.service.add(page.actor, readRequest(NewUnitRequest, body));
    return page.done(`/units/${id}`, newUnitWords[page.locale].added);
  }

  /** Empty, or filled with an example that is stored only once somebody sends it. */
  @Get('pasted')
  @Help(newUnitWords, 'helpToPaste')
  async paste(@Page() page: PageRequest, @Query() { example }: ExampleQuery): Promise<string> {
    const units = await this.liveUnits();
    const parentId = usualParent(units).id;
    return this.lines(page, example ? { parentId, units: exampleLines(units) } : { parentId });
  }

  @Post('pasted')
  @Takes({ kilobytes: 512 })
  @Refused<NewUnitsPages>((on, refusal, page) => on.lines(page, page.typed, { refusal }))
  async addLines(
    @Page() page: PageRequest,
    @Body() body: Readonly<Record<string, unknown>> | null,
  ): Promise<Redirect | string> {
    const { preview, ...typed } = body ?? {};
    if (preview !== undefined) return this.tried(page, typed);
    const units = await this.listed(typed);
    await this.service.addList(page.actor, units);
    return page.done('/units', newUnitWords[page.locale].pasted(units.length));
  }

  /** The lines of a sheet, as if they had been pasted and tried out. */
  @Post('pasted/sheet')
  @Takes({ fileMegabytes: uploadLimitMegabytes })
  @Refused<NewUnitsPages>(async (on, refusal, page) =>
    on.lines(page, { parentId: usualParent(await on.liveUnits()).id }, { refusal, of: 'sheet' }),
  )
  async readSheet(@Page() page: PageRequest): Promise<Redirect | string> {
    const { file } = await readUpload(page.raw);
    const units = unitLinesOf(await readWorkbook(file));
    const typed = { units, parentId: usualParent(await this.liveUnits()).id };
    return page.attempt(
      () => this.tried(page, typed),
      (refusal) => this.lines(page, typed, { refusal }),
    );
  }

  private async tried(page: PageRequest, typed: FormValues): Promise<string> {
    const units = await this.listed(typed);
    await this.service.tryList(page.actor, units);
    return this.lines(page, typed, { tried: units });
  }

  private async listed(typed: FormValues): Promise<ListedUnit[]> {
    const { units, parentId } = readRequest(PastedUnitsRequest, typed);
    const parent = (await this.liveUnits()).find(({ id }) => id === parentId);
    return readUnitLines(units, parent?.code ?? '');
  }

  private async form(page: PageRequest, values: FormValues, refusal: Refusal | null): Promise<string> {
    const view = <NewUnit parents={await this.liveUnits()} values={values} refusal={refusal} />;
    return page.render(newUnitWords[page.locale].add, view, refusal);
  }

  private async lines(page: PageRequest, values: FormValues, shown: ShownLines = {}): Promise<string> {
    const view = <PastedUnits parents={await this.liveUnits()} values={values} {...shown} />;
    return page.render(newUnitWords[page.locale].paste, view, shown.refusal);
  }

  private async liveUnits(): Promise<UnitToday[]> {
    return (await this.organization.units()).filter(({ isLive }) => isLive);
  }
}

/** Most units stand below the Group; while there is none, or several, the Bloc is offered. */
function usualParent(units: readonly UnitToday[]): UnitToday {
  const [group, ...others] = units.filter(({ kind }) => kind === 'group');
  return group && others.length === 0 ? group : blocOf(units)!;
}
