import { hasEnded } from '../classes/training-class.states';
import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import { download } from '../platform/downloads';
import { ReadingRequest } from '../platform/imports/reading.requests';
import { readingWords } from '../platform/imports/reading.words';
import { Takes, uploadLimitMegabytes } from '../platform/limits/largest-body';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { readUpload } from '../platform/uploads';
import { MarkImportsQueries } from './mark-imports.queries';
import { MarkImportsService } from './mark-imports.service';
import { markImportWords } from './mark-imports.words';
import { markers, mayEnterMarks } from './theory-classes.policy';
import { TheoryClassesQueries } from './theory-classes.queries';
import { ApplicationRequest, MarkImportQuery } from './theory-classes.requests';
import { MarkImportPage } from './views/mark-import';
import { MarkImports } from './views/mark-imports';

@Pages()
@Access(markers)
export class MarkImportsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly theoryClasses: TheoryClassesQueries,
    private readonly queries: MarkImportsQueries,
    private readonly service: MarkImportsService,
  ) {}

  @Get('classes/:id/marks/workbook')
  async workbook(@Page() page: PageRequest, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.service.workbook(page.actor, id));
  }

  @Get('classes/:id/mark-imports')
  @Help(markImportWords, 'help')
  async list(@Page() page: PageRequest, @PathId() id: string, @Query() query: MarkImportQuery): Promise<string> {
    return this.listPage(page, id, null, query);
  }

  @Post('classes/:id/mark-imports')
  @Takes({ fileMegabytes: uploadLimitMegabytes })
  @Refused<MarkImportsPages>((on, refusal, page, id) => on.listPage(page, id, refusal))
  async preview(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { file } = await readUpload(page.raw);
    return page.go(`/mark-imports/${await this.service.preview(page.actor, id, file)}`);
  }

  @Get('mark-imports/:id')
  @Help(markImportWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: MarkImportQuery): Promise<string> {
    return this.importPage(page, id, null, query);
  }

  @Post('mark-imports/:id/readings')
  @Refused<MarkImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async readAgain(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const again = await this.service.readAgain(page.actor, id, readRequest(ReadingRequest, body));
    return page.done(`/mark-imports/${again}`, readingWords[page.locale].reread);
  }

  @Post('mark-imports/:id/application')
  @Refused<MarkImportsPages>((on, refusal, page, id) => on.importPage(page, id, refusal))
  async apply(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect> {
    const application = readRequest(ApplicationRequest, {
      reason: String(body['reason'] ?? '').trim() || undefined,
    });
    const { changed } = await this.service.apply(page.actor, id, application);
    return page.done(`/mark-imports/${id}`, markImportWords[page.locale].applied(changed));
  }

  private async listPage(
    page: PageRequest,
    id: string,
    refusal: Refusal | null,
    { sort, cursor }: MarkImportQuery = {},
  ): Promise<string> {
    const item = found(await this.classes.class(id), ({ hasMarks }) => hasMarks && mayEnterMarks(page.actor, id));
    return page.render(
      markImportWords[page.locale].workbookOf(item.code),
      <MarkImports
        item={item}
        imports={await this.queries.list(id, { sort, after: cursor })}
        sort={sort}
        isFirstPage={cursor === undefined}
        isLocked={hasEnded(item.state)}
        refusal={refusal}
      />,
      refusal,
    );
  }

  private async importPage(
    page: PageRequest,
    id: string,
    refusal: Refusal | null,
    query: MarkImportQuery = {},
  ): Promise<string> {
    const item = found(await this.queries.markImport(id), ({ classId }) => mayEnterMarks(page.actor, classId));
    // What needs eyes comes first.
    const verdict = query.verdict ?? (['refused', 'changes', 'same'] as const).find((one) => item.summary[one] > 0);
    return page.render(
      item.fileName,
      <MarkImportPage
        item={item}
        verdict={verdict}
        rows={await this.queries.rows(id, { verdict, after: query.cursor })}
        modules={await this.theoryClasses.modules(item.classId)}
        typed={refusal ? page.typed : {}}
        refusal={refusal}
        isFirstPage={query.cursor === undefined}
      />,
      refusal,
    );
  }
}
