import { Body, Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import { leftOutWords } from '../platform/access/oneself';
import { Takes } from '../platform/limits/largest-body';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { diplomaField, errorsInDiplomas, readDiplomasForm } from './diplomas-form';
import { DiplomasService } from './diplomas.service';
import { diplomaKeepers } from './theory-classes.policy';
import { type DiplomaItem, TheoryClassesQueries } from './theory-classes.queries';
import { DiplomasRequest } from './theory-classes.requests';
import { theoryWords } from './theory-classes.words';
import { DiplomasForm } from './views/diplomas-form';

@Pages('classes/:id/diplomas')
@Access(diplomaKeepers)
export class DiplomasPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly diplomas: DiplomasService,
    private readonly queries: TheoryClassesQueries,
  ) {}

  @Get()
  @Help(theoryWords, 'helpOfDiplomas')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Takes({ kilobytes: 512 })
  @Refused<DiplomasPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async save(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect> {
    const say = theoryWords[page.locale];
    const path = `/classes/${id}/diplomas`;
    const typed = readDiplomasForm(body);
    if (typed.length === 0) return page.done(path, say.nothingChanged);
    const { diplomas } = readRequest(DiplomasRequest, { diplomas: typed });
    const { recorded, isOwnLeftOut } = await this.diplomas.recordAll(page.actor, diplomas);
    const saved = say.diplomasSaved(recorded);
    return page.done(path, isOwnLeftOut ? `${saved} ${leftOutWords[page.locale].ownLeftOut}` : saved);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const item = found(await this.classes.class(id), ({ courseKind }) => courseKind === 'theory');
    const diplomas = await this.queries.diplomas(id);
    const errors = errorsInDiplomas(refusal?.fields ?? [], readDiplomasForm(page.typed));
    return page.render(
      theoryWords[page.locale].diplomasOf(item.code),
      <DiplomasForm
        classId={id}
        classCode={item.code}
        className={item.name}
        diplomas={diplomas}
        values={refusal ? page.typed : storedValues(diplomas)}
        refusal={refusal && { sentence: refusal.sentence, fields: errors }}
        errors={errors}
      />,
      refusal,
    );
  }
}

const storedValues = (diplomas: readonly DiplomaItem[]) =>
  Object.fromEntries(
    diplomas.flatMap(({ id, number, issuedOn, school }) => [
      [diplomaField(id, 'number'), number ?? ''],
      [diplomaField(id, 'issuedOn'), issuedOn ?? ''],
      [diplomaField(id, 'school'), school],
    ]),
  );
