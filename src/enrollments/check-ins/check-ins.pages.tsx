import { Body, Get, Header, Param, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Clock, showTime } from '../../platform/clock';
import { assets } from '../../platform/pages/assets';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { Randomness } from '../../platform/randomness';
import { PlatformSettings } from '../../platform/settings';
import { CheckInsQueries } from './check-ins.queries';
import { ScanTold } from './check-ins.requests';
import { CheckInsService } from './check-ins.service';
import { checkInWords } from './check-ins.words';
import { isKept } from './why-refused';
import { OfflinePage, OwnCheckIns, ScanPage, ScanRefused } from './views/check-in';

/** The random name a phone keeps, by which a half-day knows it again. */
const deviceCookie = 'device';
const daysKept = 400;

/** What a cadre's phone opens: from the code in the hall to "checked in". */
@Pages()
@Access('public')
export class CheckInsPages {
  constructor(
    private readonly checkIns: CheckInsService,
    private readonly queries: CheckInsQueries,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {}

  @Get('check-in')
  @Help(checkInWords, 'help')
  @Access('signed_in')
  async own(@Page() page: PageRequest): Promise<string> {
    const { personId } = page.actor;
    const own = personId ? await this.queries.ownOn(personId, this.clock.today()) : [];
    return page.render(checkInWords[page.locale].title, <OwnCheckIns own={own} />);
  }

  @Get('check-in/offline')
  offline(@Page() page: PageRequest): string {
    return page.render(checkInWords[page.locale].offline, <OfflinePage />);
  }

  /** A worker reaches only the addresses below its own, so it cannot stand with the other assets. */
  @Get('check-in/worker.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  worker(): string {
    return assets().get('worker.js')!.body.toString();
  }

  /** The address in the QR. The scan counts from now, also when its reader has yet to sign in. */
  @Get('check-in/:token')
  async scan(@Page() page: PageRequest, @Param('token') token: string): Promise<Redirect | string> {
    return this.keep(page, token, null);
  }

  /** A scan made without a network, sent by the phone with what its clock said. */
  @Post('check-in/:token')
  @Refused<CheckInsPages>((_, refusal, page, token) => refused(page, refusal, token))
  async tell(
    @Page() page: PageRequest,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    const { scannedAt } = readRequest(ScanTold, body);
    return this.keep(page, token, scannedAt === undefined ? null : new Date(scannedAt));
  }

  @Get('check-in/scans/:token')
  @Help(checkInWords, 'helpOfScan')
  @Refused<CheckInsPages>((_, refusal, page, token) => refused(page, refusal, token))
  async shown(@Page() page: PageRequest, @Param('token') token: string): Promise<Redirect | string> {
    const { name } = page.actor;
    const meant = await this.checkIns.meant(token, this.device(page));
    return page.render(meant.hall.className, <ScanPage {...meant} token={token} name={name} />);
  }

  @Post('check-in/scans/:token')
  @Refused<CheckInsPages>((_, refusal, page, token) => refused(page, refusal, token))
  async checkIn(@Page() page: PageRequest, @Param('token') token: string): Promise<Redirect> {
    const say = checkInWords[page.locale];
    const done = await this.checkIns.checkIn(page.actor, token, this.device(page));
    const answered = linkTo('/check-in', { answered: codeIn(token) });
    if (done.isRepeated) return page.done(answered, say.already);
    const time = showTime(done.scannedAt);
    const said = done.direction === 'in' ? say.checkedIn(time) : say.checkedOut(time);
    return page.done(answered, done.isProvisional ? `${said} ${say.otherDevice}` : said);
  }

  private async keep(page: PageRequest, token: string, toldScannedAt: Date | null): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        const scan = await this.checkIns.scan(page.visitor, token, this.device(page), toldScannedAt);
        return page.go(`/check-in/scans/${scan}`);
      },
      (refusal) => refused(page, refusal, toldScannedAt ? token : null),
    );
  }

  private device(page: PageRequest): string {
    const known = page.raw.cookies[deviceCookie];
    if (known && known.length <= 100) return known;
    const device = this.randomness.token(16);
    const expires = new Date(this.clock.now().getTime() + daysKept * 86_400_000);
    page.setCookie(deviceCookie, device, { expires, secure: this.settings.secureCookies });
    return device;
  }
}

/** Of what is no code of ours it is not known whether there is a hall it was for. */
const noCodeOfOurs = 'check_in_code_unreadable';

/** A code and its scan begin alike, and end in signatures of their own. */
const codeIn = (token: string) => token.split('.')[0]!;

const refused = (page: PageRequest, refusal: Refusal, answered: string | null) =>
  page.render(
    checkInWords[page.locale].title,
    <ScanRefused
      refusal={refusal}
      answered={answered && codeIn(answered)}
      isKept={!!page.visitor?.personId && refusal.code !== noCodeOfOurs && isKept(refusal.code)}
    />,
    refusal,
  );
