import { hasEnded } from '../classes/training-class.states';
import { Body, Get, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import { leftOutWords } from '../platform/access/oneself';
import { Takes } from '../platform/limits/largest-body';
import type { FormValues } from '../platform/pages/form-scope';
import { linkTo } from '../platform/pages/links';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { markRulesOf } from './mark-rules';
import { errorsInGrid, readMarksForm, storedValues, writeShown } from './marks-form';
import { MarksService } from './marks.service';
import { hasMarksFor, markers, maySetUpModules } from './theory-classes.policy';
import { MarksQueries } from './marks.queries';
import { TheoryClassesQueries } from './theory-classes.queries';
import { GridQuery, GridRequest } from './theory-classes.requests';
import { theoryWords } from './theory-classes.words';
import { MarksGrid } from './views/marks-grid';

const peopleOfPage = 50;

@Pages('classes/:id/marks')
@Access(markers)
export class MarksPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly marks: MarksService,
    private readonly queries: TheoryClassesQueries,
    private readonly marksQueries: MarksQueries,
  ) {}

  @Get()
  @Help(theoryWords, 'helpOfMarks')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: GridQuery): Promise<string> {
    return this.grid(page, id, query, {}, null);
  }

  @Post()
  @Takes({ kilobytes: 512 })
  @Refused<MarksPages, [string, GridQuery]>((on, refusal, page, id, query) =>
    on.grid(page, id, query, page.typed, refusal),
  )
  async save(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() query: GridQuery,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect> {
    const say = theoryWords[page.locale];
    const path = linkTo(`/classes/${id}/marks`, { ...query });
    const typed = readMarksForm(body);
    if (typed.length === 0) return page.done(path, say.nothingChanged);
    const idOf = new Map((await this.queries.modules(id)).map((module) => [module.number, module.id]));
    const { entries, reason } = readRequest(GridRequest, {
      reason: String(body['reason'] ?? '').trim() || undefined,
      entries: typed.map(({ enrollmentId, moduleNumber, attempt, text }) => ({
        enrollmentId,
        moduleId: idOf.get(moduleNumber),
        attempt,
        mark: text,
      })),
    });
    const { changed, refused } = await this.marks.enterAll(
      page.actor,
      id,
      entries.map(({ mark = null, attempt = 1, ...entry }) => ({ ...entry, attempt, mark })),
      { reason: reason ?? null },
    );
    const saved = changed > 0 ? say.marksSaved(changed) : say.nothingChanged;
    return page.done(path, refused ? `${saved} ${leftOutWords[page.locale].ownLeftOut}` : saved);
  }

  private async grid(
    page: PageRequest,
    id: string,
    { module, cursor }: GridQuery,
    typed: FormValues,
    refusal: Refusal | null,
  ): Promise<string> {
    const item = found(await this.classes.class(id), (item) => hasMarksFor(page.actor, item));
    const [modules, { page: rows, everybody }, rules] = await Promise.all([
      this.queries.modules(id),
      this.marksQueries.grid(id, { limit: peopleOfPage, after: cursor }),
      this.marksQueries.courseRules(id),
    ]);
    const stored = storedValues(rows.items, modules, page.locale);
    const changed = readMarksForm(typed);
    const errors = errorsInGrid(refusal?.fields ?? [], changed);
    const texts = Object.fromEntries(Object.entries(typed).filter(([field]) => field.startsWith('mark.')));
    return page.render(
      theoryWords[page.locale].marksOf(item.code),
      <MarksGrid
        item={item}
        actor={page.actor}
        modules={modules}
        chosen={modules.find(({ number }) => number === module) ?? null}
        page={rows}
        everybody={everybody}
        cursor={cursor}
        minimum={markRulesOf(rules).minimum}
        rules={rules}
        isLocked={hasEnded(item.state)}
        maySetUp={maySetUpModules(page.actor)}
        values={{ ...stored, ...texts, reason: typed['reason'] }}
        shown={refusal ? String(typed['shown'] ?? '') : writeShown(stored)}
        refusal={refusal && { sentence: refusal.sentence, fields: errors }}
        errors={errors}
      />,
      refusal,
    );
  }
}
