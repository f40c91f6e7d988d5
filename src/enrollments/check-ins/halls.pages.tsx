import { Body, Get, Post, Query } from '@nestjs/common';
import { classRunners } from '../../classes/classes.policy';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import type { Direction } from '../attendance-line.entity';
import { AttendanceQueries } from '../attendance.queries';
import { CheckInHallsService } from './halls.service';
import { CheckInsQueries } from './check-ins.queries';
import { HallQuery, HallRequest } from './check-ins.requests';
import { hallWords } from './check-ins.words';
import { mayTakeAttendance } from '../enrollments.policy';
import { Sites } from '../sites';
import { HallChoices } from './views/hall-choices';
import { HallCode, HallPage, type HallView } from './views/hall-code';

/** For those who run a class: the code their people scan. */
@Pages()
@Access(classRunners)
export class CheckInHallsPages {
  constructor(
    private readonly halls: CheckInHallsService,
    private readonly queries: CheckInsQueries,
    private readonly attendance: AttendanceQueries,
    private readonly sites: Sites,
    private readonly settings: PlatformSettings,
  ) {}

  @Get('half-days/:id/check-in-halls')
  @Help(hallWords, 'help')
  async choices(@Page() page: PageRequest, @PathId() halfDayId: string): Promise<string> {
    return this.choicesPage(page, halfDayId, null);
  }

  @Post('half-days/:id/check-in-halls')
  @Refused<CheckInHallsPages>((on, refusal, page, halfDayId) => on.choicesPage(page, halfDayId, refusal))
  async open(@Page() page: PageRequest, @PathId() halfDayId: string, @Body() body: unknown): Promise<Redirect> {
    const { siteId } = readRequest(HallRequest, body);
    return page.go(`/check-in-halls/${await this.halls.open(page.actor, halfDayId, siteId ?? null)}`);
  }

  @Get('check-in-halls/:id')
  async hall(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { direction = 'in' }: HallQuery,
  ): Promise<string> {
    const view = await this.view(page, id, direction);
    return page.render(hallWords[page.locale].halls, <HallPage {...view} />);
  }

  @Get('check-in-halls/:id/code')
  async code(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { direction = 'in' }: HallQuery,
  ): Promise<string> {
    return page.fragment(<HallCode {...await this.view(page, id, direction)} />);
  }

  @Post('check-in-halls/:id/closing')
  async close(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { halfDayId } = await this.halls.close(page.actor, id);
    return page.done(`/half-days/${halfDayId}/check-in-halls`, hallWords[page.locale].closed);
  }

  private async view(page: PageRequest, id: string, direction: Direction): Promise<HallView> {
    const hall = await this.halls.mine(page.actor, id);
    const names = await this.sites.names([hall.siteId]);
    return {
      hall,
      siteName: names.get(hall.siteId) ?? null,
      sheet: (await this.attendance.sheet(hall.halfDayId, null))!,
      direction,
      address: this.halls.isOpen(hall) ? this.halls.addressNow(hall, direction) : null,
      refreshSeconds: Math.max(2, Math.floor(this.settings.checkInCodeSeconds / 4)),
    };
  }

  private async choicesPage(page: PageRequest, halfDayId: string, refusal: Refusal | null): Promise<string> {
    const sheet = found(await this.attendance.sheet(halfDayId, null), (sheet) =>
      mayTakeAttendance(page.actor, sheet.classId),
    );
    const choices = await this.queries.hallChoices(sheet);
    return page.render(
      hallWords[page.locale].halls,
      <HallChoices sheet={sheet} choices={choices} refusal={refusal} />,
      refusal,
    );
  }
}
