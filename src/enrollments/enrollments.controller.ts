import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../classes/classes.queries';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { assertSeesRoster, mayReadEssay, rosterReaders, rosterUnits } from './enrollments.policy';
import { EnrollmentsQueries, type EssayItem, type RosterItem } from './enrollments.queries';
import { EssayMarkRequest, EssayRequest, RosterQuery } from './enrollments.requests';
import { EssaysService } from './essays.service';

@ApiTags('enrollments')
@Controller('api/v1')
export class EnrollmentsController {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly essays: EssaysService,
  ) {}

  /** The roster of a class by given name, with attendance counts; units see their own people. */
  @Get('classes/:id/enrollments')
  @Access(...rosterReaders)
  async roster(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) classId: string,
    @Query() query: RosterQuery,
  ): Promise<PageOf<RosterItem>> {
    assertSeesRoster(actor, await this.classes.class(classId));
    return this.enrollments.roster({ classId, unitIds: rosterUnits(actor, classId), ...query });
  }

  /** The essay of an enrollment: for its writer and for whoever runs the class. */
  @Get('enrollments/:id/essay')
  @Access('signed_in')
  async essay(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<EssayItem> {
    const essay = await this.enrollments.essay(id);
    if (!essay || !mayReadEssay(actor, essay)) throw new NotFound();
    return essay;
  }

  /** Hands an essay in, or a new version of one that is not marked yet. */
  @Post('enrollments/:id/essay')
  @Access('signed_in')
  async handInEssay(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { body }: EssayRequest,
  ): Promise<{ enrollmentId: string }> {
    await this.essays.handIn(actor, id, body);
    return { enrollmentId: id };
  }

  /** Marks an essay on the 10-point scale, or corrects its mark. */
  @Put('enrollments/:id/essay-mark')
  @Access('training_officer')
  async markEssay(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { mark }: EssayMarkRequest,
  ): Promise<{ enrollmentId: string; mark: number }> {
    await this.essays.mark(actor, id, mark);
    return { enrollmentId: id, mark };
  }
}
