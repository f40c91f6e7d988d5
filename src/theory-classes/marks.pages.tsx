import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { ClassesQueries, type ClassItem } from '../classes/classes.queries';
import { CoursesQueries } from '../courses/courses.queries';
import { isShut } from '../enrollments/marking-moment';
import { Access } from '../platform/access/access';
import type { FormValues } from '../platform/pages/form-scope';
import { linkTo } from '../platform/pages/links';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import type { FieldError, Refusal } from '../platform/problems/refusal';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe, readRequest } from '../platform/requests';
import { errorsInGrid, readMarksForm, storedValues, writeShown } from './marks-form';
import { MarksService } from './marks.service';
import { mayEnterMarks, maySetUpModules } from './theory-classes.policy';
import { type MarksRow, type ModuleItem, TheoryClassesQueries } from './theory-classes.queries';
import { GridQuery, GridRequest } from './theory-classes.requests';
import { theoryWords } from './theory-classes.words';
import { MarksGrid } from './views/marks-grid';

const peopleOfPage = 50;

@Pages('classes/:id/marks')
@Access('training_officer', 'class_manager')
export class MarksPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly courses: CoursesQueries,
    private readonly marks: MarksService,
    private readonly queries: TheoryClassesQueries,
  ) {}

  @Get()
  async show(@Page() page: PageRequest, @Param('id', IdPipe) id: string, @Query() query: GridQuery): Promise<string> {
    return this.grid(page, id, query, {}, null);
  }

  @Post()
  async save(
    @Page() page: PageRequest,
    @Param('id', IdPipe) id: string,
    @Query() query: GridQuery,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        const say = theoryWords[page.locale];
        const path = linkTo(`/classes/${id}/marks`, { ...query });
        const typed = readMarksForm(body);
        if (typed.length === 0) return page.done(path, say.nothingChanged);
        const idOf = new Map((await this.queries.modules(id)).map((module) => [module.number, module.id]));
        const { entries } = readRequest(GridRequest, {
          entries: typed.map(({ enrollmentId, moduleNumber, attempt, text }) => ({
            enrollmentId,
            moduleId: idOf.get(moduleNumber),
            attempt,
            mark: text,
          })),
        });
        const count = await this.marks.enterAll(
          page.actor,
          id,
          entries.map(({ mark = null, attempt = 1, ...entry }) => ({ ...entry, attempt, mark })),
        );
        return page.done(path, count > 0 ? say.marksSaved(count) : say.nothingChanged);
      },
      (refusal) => this.grid(page, id, query, page.typed, refusal),
    );
  }

  private async grid(
    page: PageRequest,
    id: string,
    { module, cursor }: GridQuery,
    typed: FormValues,
    refusal: Refusal | null,
  ): Promise<string> {
    const item = await this.classes.class(id);
    if (!item || item.courseKind !== 'theory' || !mayEnterMarks(page.actor, id)) throw new NotFound();
    const [modules, rows, minimum] = await Promise.all([
      this.queries.modules(id),
      this.queries.marks(id, { limit: peopleOfPage, after: cursor }),
      this.minimumOf(item),
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
        cursor={cursor}
        minimum={minimum}
        isLocked={isShut(item.state)}
        maySetUp={maySetUpModules(page.actor)}
        values={{ ...stored, ...texts }}
        shown={refusal ? String(typed['shown'] ?? '') : writeShown(stored)}
        refusal={
          refusal && { sentence: refusal.sentence, fields: errors.map((error) => withName(error, rows.items, modules)) }
        }
        errors={errors}
      />,
      refusal,
    );
  }

  /** What a mark must reach by the completion rules of the day the class ends. */
  private async minimumOf({ courseId, closesOn }: ClassItem): Promise<number | null> {
    const rules = await this.courses.rulesInForce(courseId, 'completion', closesOn);
    const minimum = rules.find(({ rule }) => rule === 'marks')?.parameters['minimum'];
    return typeof minimum === 'number' ? minimum : null;
  }
}

/** In the list of problems each line says whose mark it is; beside the field that is plain to see. */
function withName(error: FieldError, rows: readonly MarksRow[], modules: readonly ModuleItem[]): FieldError {
  const [, enrollmentId, moduleNumber] = error.field.split('.');
  const row = rows.find((one) => one.enrollmentId === enrollmentId);
  const module = modules.find(({ number }) => number === Number(moduleNumber));
  if (!row || !module) return error;
  const named = (message: string) => `${row.fullName}, ${module.number}. ${module.name}: ${message}`;
  return { ...error, message: { vi: named(error.message.vi), en: named(error.message.en) } };
}
