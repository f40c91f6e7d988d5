import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { classPlanners, placeReaders } from '../classes.policy';
import { type HolidayItem, PublicHolidaysQueries } from './holidays.queries';
import {
  HolidayChangeRequest,
  HolidaysQuery,
  HolidayYearRequest,
  NationalDayRequest,
  NewHolidayRequest,
  WorkingWeekRequest,
  YearVerifiedRequest,
} from './holidays.requests';
import type { WorkingWeek } from './days-in-lieu';
import { HolidayYearsService } from './years.service';
import { PublicHolidaysService } from './holidays.service';

/** The days timetables are planned around. */
@ApiTags('public holidays')
@Controller('api/v1/public-holidays')
export class PublicHolidaysController {
  constructor(
    private readonly service: PublicHolidaysService,
    private readonly holidays: PublicHolidaysQueries,
    private readonly years: HolidayYearsService,
    private readonly clock: Clock,
  ) {}

  /** The list of a year, each day with the half-days planned on it all the same. */
  @Get()
  @Access(placeReaders)
  async list(@Query() { year = Number(this.clock.today().slice(0, 4)) }: HolidaysQuery): Promise<PageOf<HolidayItem>> {
    return { items: await this.holidays.ofYear(year), next: null };
  }

  /** Adds a day. The answer names the half-days planned on it; they stay where they are. */
  @Post()
  @Access(classPlanners)
  async add(@CurrentActor() actor: Actor, @Body() holiday: NewHolidayRequest): Promise<HolidayItem> {
    const id = await this.service.add(actor, { ...holiday, verified: holiday.verified ?? false });
    return (await this.holidays.holiday(id))!;
  }

  /** Begins the list of a year that has none, with what can be computed. */
  @Post('years')
  @Access(classPlanners)
  async begin(@CurrentActor() actor: Actor, @Body() { year }: HolidayYearRequest): Promise<PageOf<HolidayItem>> {
    await this.service.begin(actor, year);
    return { items: await this.holidays.ofYear(year), next: null };
  }

  /** Which day goes with 2 September, by the year's announcement; days in lieu follow. */
  @Put('national-day')
  @Access(classPlanners)
  async settleNationalDay(
    @CurrentActor() actor: Actor,
    @Body() { second, source }: NationalDayRequest,
  ): Promise<PageOf<HolidayItem>> {
    await this.years.settleNationalDay(actor, second, source);
    return { items: await this.holidays.ofYear(Number(second.slice(0, 4))), next: null };
  }

  /** Says that the whole list of a year is as it was announced. */
  @Post('verification')
  @Access(classPlanners)
  @HttpCode(200)
  async verify(
    @CurrentActor() actor: Actor,
    @Body() { year, source }: YearVerifiedRequest,
  ): Promise<PageOf<HolidayItem>> {
    await this.years.verify(actor, year, source);
    return { items: await this.holidays.ofYear(year), next: null };
  }

  /** How many days a week the office works. */
  @Get('working-week')
  @Access(placeReaders)
  async workingWeek(): Promise<{ readonly days: WorkingWeek }> {
    return { days: await this.holidays.workingWeek() };
  }

  /** Sets it; days in lieu to come follow. */
  @Put('working-week')
  @Access(classPlanners)
  @HttpCode(204)
  async setWorkingWeek(@CurrentActor() actor: Actor, @Body() { days }: WorkingWeekRequest): Promise<void> {
    await this.years.setWorkingWeek(actor, days);
  }

  /** Changes a day; what is left out stays. */
  @Patch(':id')
  @Access(classPlanners)
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() changes: HolidayChangeRequest,
  ): Promise<HolidayItem> {
    await this.service.change(actor, id, { ...changes });
    return (await this.holidays.holiday(id))!;
  }

  /** Takes a day off the list. */
  @Delete(':id')
  @Access(classPlanners)
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.service.remove(actor, id);
  }
}
