import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import type { Wish } from './composition';
import { CompositionQueries } from './composition.queries';

@ApiTags('nominations')
@Controller('api/v1/classes/:id/composition')
export class CompositionController {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly queries: CompositionQueries,
  ) {}

  /** What the course wishes for among the people of a class, and whether those who hold its seats come to it. */
  @Get()
  @Access(classPlanners)
  async show(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<{ readonly wishes: readonly Wish[] }> {
    return { wishes: await this.queries.of(await this.classes.seen(actor, classId)) };
  }
}
