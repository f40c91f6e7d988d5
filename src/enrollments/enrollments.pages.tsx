import { Body, Get, Post, Query } from '@nestjs/common';
import { mayRunClass } from '../classes/classes.policy';
import { ClassesQueries } from '../classes/classes.queries';
import { hasEnded } from '../classes/training-class.states';
import { maySeePerson } from '../people/people.policy';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import {
  assertSeesRoster,
  groupsSeen,
  learnerMovers,
  mayArrangeGuests,
  mayMoveLearner,
  maySeeEnrollment,
  maySeeLeave,
  rosterReaders,
  rosterUnits,
} from './enrollments.policy';
import { Leavers } from './leavers';
import { CarryingsService } from './carryings.service';
import { EnrollmentsQueries } from './enrollments.queries';
import { ContinuationRequest, RosterPageQuery } from './enrollments.requests';
import { enrollmentWords } from './enrollments.words';
import { LearningQueries } from './learning.queries';
import { learningWords } from './learning.words';
import { LearningPage } from './views/learning';
import { Roster } from './views/roster';

const rowsOfPage = 100;

@Pages()
export class EnrollmentsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly learning: LearningQueries,
    private readonly carryings: CarryingsService,
    private readonly leavers: Leavers,
  ) {}

  @Get('classes/:id/roster')
  @Help(enrollmentWords, 'help')
  @Access(rosterReaders)
  async roster(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { unitId, group, ended, cursor }: RosterPageQuery,
  ): Promise<string> {
    const { actor } = page;
    const item = await this.classes.class(id);
    assertSeesRoster(actor, item);
    const [unitIds, groupNumbers] = [rosterUnits(actor, id), groupsSeen(actor, id)];
    const [roster, units, groups, leavers] = await Promise.all([
      this.enrollments.roster({
        classId: id,
        unitIds,
        groupNumbers,
        unitId,
        group,
        ended,
        limit: rowsOfPage,
        after: cursor,
      }),
      this.enrollments.rosterUnits(id, unitIds, groupNumbers),
      this.enrollments.rosterGroups(id, unitIds, groupNumbers),
      this.leavers.openIn(id),
    ]);
    return page.render(
      `${enrollmentWords[page.locale].roster} ${item.code}`,
      <Roster
        item={item}
        actor={actor}
        roster={roster}
        units={units}
        groups={groups}
        leavers={leavers}
        filter={{ unitId, group, ended }}
        isFirstPage={cursor === undefined}
        maySeePerson={(person) => maySeePerson(actor, person)}
        maySeeEssays={mayRunClass(actor, id)}
      />,
    );
  }

  @Get('enrollments/:id')
  @Help(learningWords, 'help')
  @Access('signed_in')
  async learner(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.learningPage(page, id, null);
  }

  @Post('enrollments/:id/continuation')
  @Access(learnerMovers)
  @Refused<EnrollmentsPages>((on, refusal, page, id) => on.learningPage(page, id, refusal))
  async goOn(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { enrollmentId, reason } = readRequest(ContinuationRequest, body);
    await this.carryings.goOn(page.actor, id, enrollmentId, reason);
    return page.done(`/enrollments/${id}`, learningWords[page.locale].wentOn);
  }

  private async learningPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const { actor } = page;
    const learning = found(await this.learning.ofEnrollment(id), (enrollment) => maySeeEnrollment(actor, enrollment));
    const { classId, personId, unitId, endedAt } = learning;
    const item = found(await this.classes.class(classId));
    return page.render(
      learningWords[page.locale].title(learning.fullName),
      <LearningPage
        learning={learning}
        item={item}
        maySeeRoster={rosterUnits(actor, classId)?.length !== 0 || groupsSeen(actor, classId).length > 0}
        maySeePerson={maySeePerson(actor, { id: personId, unitId })}
        maySeeIn={(other) => maySeeEnrollment(actor, { classId: other.classId, personId, unitId })}
        maySeeLeave={maySeeLeave(actor, { classId, personId, unitId })}
        typed={page.typed}
        refusal={refusal}
        mayArrange={
          endedAt === null && !hasEnded(item.state) && mayArrangeGuests(actor, classId) && !actor.is(personId)
        }
        mayMove={endedAt === null && !hasEnded(item.state) && mayMoveLearner(actor, learning)}
      />,
      refusal,
    );
  }
}
