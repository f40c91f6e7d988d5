import { Body, Get, Post } from '@nestjs/common';
import { classRunners } from '../../classes/classes.policy';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { maySeeEnrollment } from '../enrollments.policy';
import { LearningQueries } from '../learning.queries';
import { GuestsQueries } from './guests.queries';
import { CallOffRequest, GuestRequest } from './guests.requests';
import { GuestsService } from './guests.service';
import { guestWords } from './guests.words';
import { GuestForm } from './views/guest';

@Pages('enrollments/:id/half-days/:halfDayId')
@Access(classRunners)
export class GuestsPages {
  constructor(
    private readonly guests: GuestsService,
    private readonly queries: GuestsQueries,
    private readonly learning: LearningQueries,
  ) {}

  @Get('guest')
  @Help(guestWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string, @PathId('halfDayId') halfDayId: string): Promise<string> {
    return this.form(page, id, halfDayId, null);
  }

  @Post('guest')
  @Refused<GuestsPages>((on, refusal, page, id, halfDayId) => on.form(page, id, halfDayId, refusal))
  async arrange(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('halfDayId') halfDayId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.guests.arrange(page.actor, id, halfDayId, readRequest(GuestRequest, body));
    return page.done(`/enrollments/${id}`, guestWords[page.locale].arranged);
  }

  @Post('guest-calling-off')
  @Refused<GuestsPages>((on, refusal, page, id, halfDayId) => on.form(page, id, halfDayId, refusal))
  async callOff(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('halfDayId') halfDayId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.guests.callOff(page.actor, id, halfDayId, readRequest(CallOffRequest, body).reason);
    return page.done(`/enrollments/${id}`, guestWords[page.locale].calledOff);
  }

  private async form(page: PageRequest, id: string, halfDayId: string, refusal: Refusal | null): Promise<string> {
    const learning = found(await this.learning.ofEnrollment(id), (one) => maySeeEnrollment(page.actor, one));
    const halfDay = found(learning.halfDays.find((one) => one.id === halfDayId));
    return page.render(
      guestWords[page.locale].title(learning.fullName),
      <GuestForm
        learning={learning}
        halfDay={halfDay}
        choices={await this.queries.choices(halfDayId, learning.personId)}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
