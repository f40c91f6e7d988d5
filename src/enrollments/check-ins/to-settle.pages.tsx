import { Body, Get, Post, Query } from '@nestjs/common';
import { classRunners } from '../../classes/classes.policy';
import { Access } from '../../platform/access/access';
import { leftOutWords } from '../../platform/access/oneself';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { OtherDevicesService } from './other-devices.service';
import { RefusedScansService, type Settled } from './refused-scans.service';
import { ScansToSettleQueries } from './to-settle.queries';
import {
  ChosenBody,
  ChosenWithReasonBody,
  DeviceDecision,
  DismissalBody,
  OtherDevicesPageQuery,
  RefusedScansPageQuery,
  ScanDecision,
} from './to-settle.requests';
import { settleWords } from './to-settle.words';
import { OtherDeviceList } from './views/other-devices';
import { RefusedScanList } from './views/refused-scans';

type Sent = Readonly<Record<string, unknown>>;

/** For those who run a class: what the codes did not take, or only took for now. */
@Pages()
@Access(classRunners)
export class ScansToSettlePages {
  constructor(
    private readonly scans: RefusedScansService,
    private readonly devices: OtherDevicesService,
    private readonly queries: ScansToSettleQueries,
  ) {}

  @Get('refused-scans')
  @Help(settleWords, 'helpOfRefused')
  async refusedScans(@Page() page: PageRequest, @Query() query: RefusedScansPageQuery): Promise<string> {
    return this.scansPage(page, query, null);
  }

  @Post('refused-scans')
  @Refused<ScansToSettlePages, [RefusedScansPageQuery]>((on, refusal, page, query) =>
    on.scansPage(page, query, refusal),
  )
  async settleScans(
    @Page() page: PageRequest,
    @Query() query: RefusedScansPageQuery,
    @Body() { do: pressed, ...sent }: Sent,
  ): Promise<Redirect> {
    const say = settleWords[page.locale];
    const { do: decision } = readRequest(ScanDecision, { do: pressed });
    const back = linkTo('/refused-scans', { ...query, cursor: undefined });
    if (decision === 'take') {
      const { ids, reason } = readRequest(ChosenWithReasonBody, sent);
      return settled(page, back, say.takenDone, await this.scans.take(page.actor, ids, reason));
    }
    const { ids, reason } = readRequest(DismissalBody, sent);
    return settled(page, back, say.dismissedDone, await this.scans.dismiss(page.actor, ids, reason ?? null));
  }

  @Get('other-devices')
  @Help(settleWords, 'helpOfDevices')
  async otherDevices(@Page() page: PageRequest, @Query() query: OtherDevicesPageQuery): Promise<string> {
    return this.devicesPage(page, query, null);
  }

  @Post('other-devices')
  @Refused<ScansToSettlePages, [OtherDevicesPageQuery]>((on, refusal, page, query) =>
    on.devicesPage(page, query, refusal),
  )
  async settleDevices(
    @Page() page: PageRequest,
    @Query() query: OtherDevicesPageQuery,
    @Body() { do: pressed, shown, ...sent }: Sent,
  ): Promise<Redirect> {
    const say = settleWords[page.locale];
    const { do: decision } = readRequest(DeviceDecision, { do: pressed === 'accept_all' ? 'accept' : pressed });
    const back = linkTo('/other-devices', { ...query, cursor: undefined });
    if (decision === 'accept') {
      const { ids } = readRequest(ChosenBody, { ids: pressed === 'accept_all' ? shown : sent['ids'] });
      return settled(page, back, say.acceptedDone, await this.devices.accept(page.actor, ids));
    }
    const { ids, reason } = readRequest(ChosenWithReasonBody, sent);
    return settled(page, back, say.refusedDone, await this.devices.refuse(page.actor, ids, reason));
  }

  private async scansPage(page: PageRequest, query: RefusedScansPageQuery, refusal: Refusal | null): Promise<string> {
    const { state = 'waiting', cursor, ...filter } = query;
    const scans = await this.queries.refusedScans(page.actor, {
      ...filter,
      state: state === 'all' ? undefined : state,
      after: cursor,
    });
    return page.render(
      settleWords[page.locale].refusedTitle,
      <RefusedScanList scans={scans} query={query} actor={page.actor} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }

  private async devicesPage(page: PageRequest, query: OtherDevicesPageQuery, refusal: Refusal | null): Promise<string> {
    const { standing = 'provisional', cursor, ...filter } = query;
    const devices = await this.queries.otherDevices(page.actor, {
      ...filter,
      standing: standing === 'all' ? undefined : standing,
      after: cursor,
    });
    return page.render(
      settleWords[page.locale].devicesTitle,
      <OtherDeviceList devices={devices} query={query} actor={page.actor} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }
}

function settled(page: PageRequest, path: string, say: (count: number) => string, done: Settled): Redirect {
  const said = say(done.settled);
  return page.done(path, done.refused > 0 ? `${said} ${leftOutWords[page.locale].ownLeftOut}` : said);
}
