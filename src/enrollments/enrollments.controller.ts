import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../classes/classes.queries';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import {
  assertSeesRoster,
  groupsSeen,
  learnerMovers,
  maySeeEnrollment,
  rosterReaders,
  rosterUnits,
} from './enrollments.policy';
import { CarryingsService } from './carryings.service';
import { EnrollmentsQueries, type RosterItem } from './enrollments.queries';
import { ContinuationRequest, RosterQuery } from './enrollments.requests';
import { type Learning, LearningQueries } from './learning.queries';

@ApiTags('enrollments')
@Controller('api/v1')
export class EnrollmentsController {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly learning: LearningQueries,
    private readonly carryings: CarryingsService,
  ) {}

  /** The roster of a class by given name, with attendance counts; units see their own people. */
  @Get('classes/:id/enrollments')
  @Access(rosterReaders)
  async roster(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: RosterQuery,
  ): Promise<PageOf<RosterItem>> {
    assertSeesRoster(actor, await this.classes.class(classId));
    return this.enrollments.roster({
      classId,
      unitIds: rosterUnits(actor, classId),
      groupNumbers: groupsSeen(actor, classId),
      ...query,
    });
  }

  /** Goes on with what the person learned in an earlier class of the course, such as one they did not complete. */
  @Post('enrollments/:id/continuation')
  @Access(learnerMovers)
  async goOn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { enrollmentId, reason }: ContinuationRequest,
  ): Promise<Learning> {
    await this.carryings.goOn(actor, id, enrollmentId, reason);
    return this.show(actor, id);
  }

  /** What one person learned in a class, half-day by half-day, where from and where they learn on; of those who left it, too. */
  @Get('enrollments/:id')
  @Access('signed_in')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<Learning> {
    return found(await this.learning.ofEnrollment(id), (enrollment) => maySeeEnrollment(actor, enrollment));
  }
}
