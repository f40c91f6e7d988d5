import { Body, Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { errorsInLines, firstLines, linesFor, readModulesForm, storedLines } from './modules-form';
import { MarksQueries } from './marks.queries';
import { ModulesService } from './modules.service';
import { moduleKeepers } from './theory-classes.policy';
import { TheoryClassesQueries } from './theory-classes.queries';
import { ModulesRequest } from './theory-classes.requests';
import { moduleKindWords, theoryWords } from './theory-classes.words';
import { ModulesForm } from './views/modules-form';

@Pages('classes/:id/modules')
@Access(moduleKeepers)
export class ModulesPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly modules: ModulesService,
    private readonly queries: TheoryClassesQueries,
    private readonly marks: MarksQueries,
  ) {}

  @Get()
  @Help(theoryWords, 'helpOfModules')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Refused<ModulesPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async save(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect> {
    const typed = readModulesForm(body).map(({ number, name, kind, weight, halfDays }) => ({
      number,
      name,
      kind,
      weight,
      halfDays,
    }));
    const { modules } = readRequest(ModulesRequest, { modules: typed });
    await this.modules.setUp(page.actor, id, modules);
    return page.done(`/classes/${id}/marks`, theoryWords[page.locale].modulesSaved(modules.length));
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const item = found(await this.classes.class(id), ({ hasMarks }) => hasMarks);
    const modules = await this.queries.modules(id);
    const stored =
      modules.length > 0
        ? storedLines(modules)
        : firstLines((await this.marks.rules(id)).finalParts, moduleKindWords[page.locale]);
    const fields = errorsInLines(refusal?.fields ?? [], readModulesForm(page.typed));
    return page.render(
      theoryWords[page.locale].modulesOf(item.code),
      <ModulesForm
        classId={id}
        classCode={item.code}
        className={item.name}
        lines={linesFor(modules.length)}
        values={refusal ? page.typed : stored}
        refusal={refusal && { sentence: refusal.sentence, fields }}
      />,
      refusal,
    );
  }
}
