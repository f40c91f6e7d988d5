import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { declareOutcome, FormOutcomes, OutcomeQuery } from '../../platform/outcomes/form-outcomes';
import type { FormValues } from '../../platform/pages/form-scope';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { CloneRequest } from './clones.requests';
import { type Clone, ClassClonesService } from './clones.service';
import { cloneWords } from './clones.words';
import { ClassesQueries } from '../classes.queries';
import { CloneForm, CloneOutcome } from './views/clone-form';

const cloned = declareOutcome<{ readonly name: string; readonly clone: Clone }>('classes.clone');

@Pages('classes/:id/clones')
@Access(classPlanners)
export class ClassClonesPages {
  constructor(
    private readonly clones: ClassClonesService,
    private readonly classes: ClassesQueries,
    private readonly outcomes: FormOutcomes,
  ) {}

  @Get()
  @Help(cloneWords, 'help')
  async begin(@Page() page: PageRequest, @PathId() id: string, @Query() { outcome }: OutcomeQuery): Promise<string> {
    const made = await this.outcomes.kept(page.actor, cloned, outcome);
    if (made) return page.render(cloneWords[page.locale].made, <CloneOutcome {...made} />);
    return this.form(page, id, null);
  }

  /** Goes to the clone at once when all of it came along; otherwise first says what did not. */
  @Post()
  @Refused<ClassClonesPages>((on, refusal, page, sourceId) => on.form(page, sourceId, refusal))
  async clone(@Page() page: PageRequest, @PathId() sourceId: string, @Body() body: unknown): Promise<Redirect> {
    const say = cloneWords[page.locale];
    const wanted = readRequest(CloneRequest, body);
    const clone = await this.clones.clone(page.actor, sourceId, wanted);
    if (clone.dropped.length + clone.emptied.length === 0) return page.done(`/classes/${clone.id}`, say.made);
    const outcome = await this.outcomes.keep(page.actor, cloned, { name: wanted.name, clone });
    return page.go(linkTo(`/classes/${sourceId}/clones`, { outcome }));
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const item = found(await this.classes.class(id));
    const values: FormValues = refusal ? page.typed : { name: item.name };
    return page.render(
      cloneWords[page.locale].title(item.name),
      <CloneForm item={item} values={values} refusal={refusal} />,
      refusal,
    );
  }
}
