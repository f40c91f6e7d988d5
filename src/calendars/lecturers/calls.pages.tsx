import { Body, Get, Post } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { LecturersQueries } from '../../classes/places/lecturers.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { LecturerCallsQueries } from './calls.queries';
import { LecturerCallRequest } from './calls.requests';
import { LecturerCallsService } from './calls.service';
import { callWords } from './calls.words';
import { LecturerCalls } from './views/calls';

@Pages('lecturers')
@Access(classPlanners)
export class LecturerCallsPages {
  constructor(
    private readonly calls: LecturerCallsService,
    private readonly queries: LecturerCallsQueries,
    private readonly lecturers: LecturersQueries,
  ) {}

  @Get('calls')
  @Help(callWords, 'help')
  async list(@Page() page: PageRequest): Promise<string> {
    return this.callsPage(page, null);
  }

  @Post(':id/calls')
  @Refused<LecturerCallsPages>((on, refusal, page) => on.callsPage(page, refusal))
  async note(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { fullName } = found(await this.lecturers.lecturer(id));
    await this.calls.note(page.actor, id, readRequest(LecturerCallRequest, body).halfDays);
    return page.done('/lecturers/calls', callWords[page.locale].calledOne(fullName));
  }

  private async callsPage(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const [toCall, called] = await Promise.all([this.queries.toCall(), this.queries.called()]);
    const view = <LecturerCalls toCall={toCall} called={called} refusal={refusal} />;
    return page.render(callWords[page.locale].title, view, refusal);
  }
}
