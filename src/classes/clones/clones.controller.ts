import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { Tagged } from '../../platform/etags';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import type { DroppedHalfDay } from './clone';
import { CloneRequest } from './clones.requests';
import { ClassClonesService, type EmptiedPlace } from './clones.service';
import { ClassesQueries, type ClassItem } from '../classes.queries';

interface ClonedClass {
  readonly class: ClassItem;
  readonly dropped: readonly DroppedHalfDay[];
  readonly emptied: readonly EmptiedPlace[];
}

@ApiTags('classes')
@Controller('api/v1/classes/:id/clones')
export class ClassClonesController {
  constructor(
    private readonly clones: ClassClonesService,
    private readonly classes: ClassesQueries,
  ) {}

  /** A new draft like this class, opening on another day; says which half-days, rooms and lecturers did not come along. */
  @Post()
  @Tagged<ClonedClass>((answer) => answer.class)
  @Access(classPlanners)
  async clone(
    @CurrentActor() actor: Actor,
    @PathId() sourceId: string,
    @Body() wanted: CloneRequest,
  ): Promise<ClonedClass> {
    const { id, dropped, emptied } = await this.clones.clone(actor, sourceId, wanted);
    const item = found(await this.classes.class(id));
    return { class: item, dropped, emptied };
  }
}
