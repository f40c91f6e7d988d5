import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { classPlanners, mayManageClasses, placeReaders } from '../classes.policy';
import type { Holiday } from './holidays';
import { type HolidayItem, PublicHolidaysQueries } from './holidays.queries';
import {
  HolidaysQuery,
  HolidayYearRequest,
  NationalDayOfYearRequest,
  NewHolidayRequest,
  WorkingWeekRequest,
  YearVerifiedRequest,
} from './holidays.requests';
import { HolidayYearsService } from './years.service';
import { PublicHolidaysService } from './holidays.service';
import { holidayWords } from './holidays.words';
import { HolidayForm } from './views/form';
import { HolidayList } from './views/list';

/** The office keeps the days timetables are planned around. */
@Pages('public-holidays')
export class PublicHolidaysPages {
  constructor(
    private readonly service: PublicHolidaysService,
    private readonly holidays: PublicHolidaysQueries,
    private readonly years: HolidayYearsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(holidayWords, 'help')
  @Access(placeReaders)
  async list(@Page() page: PageRequest, @Query() { year = this.thisYear() }: HolidaysQuery): Promise<string> {
    return this.listPage(page, year);
  }

  @Post()
  @Access(classPlanners)
  @Refused<PublicHolidaysPages>((on, refusal, page) =>
    on.listPage(page, yearTyped(page.typed) ?? on.thisYear(), page.typed, refusal),
  )
  async add(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    return this.saved(page, await this.service.add(page.actor, readHoliday(body)));
  }

  @Post('years')
  @Access(classPlanners)
  async begin(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect | string> {
    const { year } = readRequest(HolidayYearRequest, body);
    await this.service.begin(page.actor, year);
    return page.done(`/public-holidays?year=${year}`, holidayWords[page.locale].begun);
  }

  @Post('national-day')
  @Access(classPlanners)
  @Refused<PublicHolidaysPages>((on, refusal, page) =>
    on.listPage(page, Number(page.typed['year']) || on.thisYear(), { kind: 'holiday' }, refusal, page.typed),
  )
  async settleNationalDay(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { second, source } = readRequest(NationalDayOfYearRequest, body);
    await this.years.settleNationalDay(page.actor, second, source);
    return page.done(`/public-holidays?year=${second.slice(0, 4)}`, holidayWords[page.locale].settled);
  }

  @Post('verification')
  @Access(classPlanners)
  @Refused<PublicHolidaysPages>((on, refusal, page) =>
    on.listPage(page, Number(page.typed['year']) || on.thisYear(), { kind: 'holiday' }, refusal, null, page.typed),
  )
  async verify(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { year, source } = readRequest(YearVerifiedRequest, body);
    const count = await this.years.verify(page.actor, year, source);
    return page.done(`/public-holidays?year=${year}`, holidayWords[page.locale].verifiedDays(count));
  }

  @Post('working-week')
  @Access(classPlanners)
  async setWorkingWeek(
    @Page() page: PageRequest,
    @Body() body: unknown,
    @Query() { year = this.thisYear() }: HolidaysQuery,
  ): Promise<Redirect> {
    await this.years.setWorkingWeek(page.actor, readRequest(WorkingWeekRequest, body).days);
    return page.done(`/public-holidays?year=${year}`, holidayWords[page.locale].savedWeek);
  }

  @Get(':id/edit')
  @Help(holidayWords, 'helpToEdit')
  @Access(classPlanners)
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const holiday = await this.seen(id);
    return this.editPage(page, holiday, { ...holiday, halfDays: null }, null);
  }

  @Post(':id')
  @Access(classPlanners)
  @Refused<PublicHolidaysPages>(async (on, refusal, page, id) =>
    on.editPage(page, await on.seen(id), page.typed, refusal),
  )
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    await this.service.change(page.actor, id, readHoliday(body));
    return this.saved(page, id);
  }

  @Post(':id/removal')
  @Access(classPlanners)
  async remove(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const removed = await this.service.remove(page.actor, id);
    return page.done(
      `/public-holidays?year=${removed?.day.slice(0, 4) ?? this.thisYear()}`,
      holidayWords[page.locale].removed,
    );
  }

  private async saved(page: PageRequest, id: string): Promise<Redirect> {
    const { day, halfDays } = await this.seen(id);
    const say = holidayWords[page.locale];
    const said = halfDays.length > 0 ? say.savedWith(halfDays.length) : say.saved;
    return page.done(`/public-holidays?year=${day.slice(0, 4)}`, said);
  }

  private async listPage(
    page: PageRequest,
    year: number,
    values: FormValues = { kind: 'holiday' },
    refusal: Refusal | null = null,
    nationalDay: FormValues | null = null,
    verification: FormValues | null = null,
  ): Promise<string> {
    return page.render(
      holidayWords[page.locale].title(year),
      <HolidayList
        year={year}
        years={await this.holidays.years()}
        holidays={await this.holidays.ofYear(year)}
        mayChange={mayManageClasses(page.actor)}
        workingWeek={await this.holidays.workingWeek()}
        values={values}
        nationalDay={nationalDay}
        verification={verification}
        refusal={refusal}
      />,
      refusal,
    );
  }

  private editPage(page: PageRequest, holiday: HolidayItem, values: FormValues, refusal: Refusal | null): string {
    const name = page.locale === 'vi' ? holiday.nameVi : holiday.nameEn;
    return page.render(
      holidayWords[page.locale].changeOf(name),
      <HolidayForm holiday={holiday} values={values} refusal={refusal} />,
      refusal,
    );
  }

  private async seen(id: string): Promise<HolidayItem> {
    return found(await this.holidays.holiday(id));
  }

  private thisYear(): number {
    return Number(this.clock.today().slice(0, 4));
  }
}

/** A box that is not ticked sends nothing. */
function readHoliday(body: unknown): Holiday {
  const { verified = false, ...holiday } = readRequest(NewHolidayRequest, body);
  return { ...holiday, verified };
}

function yearTyped({ day }: FormValues): number | null {
  return typeof day === 'string' && /^\d{4}-/.test(day) ? Number(day.slice(0, 4)) : null;
}
