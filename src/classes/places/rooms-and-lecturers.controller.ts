import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { type PageOf, PageQuery, usualPage } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { classPlanners, placeReaders } from '../classes.policy';
import { type DayPart, partsTooShort, type PartTimes, type PeriodLength } from '../day-parts';
import { HalfDayTimesQueries } from './half-day-times.queries';
import { HalfDayTimesService } from './half-day-times.service';
import { type LecturerItem, LecturersQueries } from './lecturers.queries';
import { LecturersService } from './lecturers.service';
import {
  HalfDayTimesQuery,
  HalfDayTimesRequest,
  NewLecturerRequest,
  NewRoomRequest,
  RoomHostRequest,
} from './rooms-and-lecturers.requests';
import { type RoomItem, RoomsQueries } from './rooms.queries';
import { RoomsService } from './rooms.service';

/** When half-days are usually held at a place, how long their periods are, and which parts are too short for five of them. */
interface TimesOfPlace extends PartTimes, PeriodLength {
  readonly tooShort: readonly DayPart[];
}

/** Where and by whom half-days are held. */
@ApiTags('rooms and lecturers')
@Controller('api/v1')
export class RoomsAndLecturersController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roomsQueries: RoomsQueries,
    private readonly lecturers: LecturersService,
    private readonly lecturersQueries: LecturersQueries,
    private readonly times: HalfDayTimesService,
    private readonly timesQueries: HalfDayTimesQueries,
  ) {}

  /** The rooms by name. */
  @Get('rooms')
  @Access(placeReaders)
  async listRooms(@Query() { limit = usualPage, after }: PageQuery): Promise<PageOf<RoomItem>> {
    return this.roomsQueries.list({ limit, after });
  }

  /** Adds a room. */
  @Post('rooms')
  @Access(classPlanners)
  async addRoom(@CurrentActor() actor: Actor, @Body() room: NewRoomRequest): Promise<RoomItem> {
    return (await this.roomsQueries.room(await this.rooms.add(actor, room)))!;
  }

  /** Says whose room it is, so that the secretary of that unit takes attendance there. */
  @Put('rooms/:id/host')
  @Access(classPlanners)
  async setHost(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { hostUnitId }: RoomHostRequest,
  ): Promise<RoomItem> {
    await this.rooms.host(actor, id, hostUnitId ?? null);
    return (await this.roomsQueries.room(id))!;
  }

  /** The usual times of half-days at a room, or everywhere else. */
  @Get('half-day-times')
  @Access(placeReaders)
  async readTimes(@Query() { roomId }: HalfDayTimesQuery): Promise<TimesOfPlace> {
    return this.timesAt(roomId ?? null);
  }

  /** Sets them; half-days planned already keep theirs. */
  @Put('half-day-times')
  @Access(classPlanners)
  async setTimes(@CurrentActor() actor: Actor, @Body() sent: HalfDayTimesRequest): Promise<TimesOfPlace> {
    const { roomId = null, periodMinutes, breakMinutes, ...times } = sent;
    await this.times.set(actor, roomId, times, { periodMinutes, breakMinutes });
    return this.timesAt(roomId);
  }

  /** The lecturers by given name. */
  @Get('lecturers')
  @Access(placeReaders)
  async listLecturers(@Query() { limit = usualPage, after }: PageQuery): Promise<PageOf<LecturerItem>> {
    return this.lecturersQueries.list({ limit, after });
  }

  /** Name, workplace and how to reach a lecturer; what is left out is taken away. */
  @Put('lecturers/:id')
  @Access(classPlanners)
  async changeLecturer(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() lecturer: NewLecturerRequest,
  ): Promise<LecturerItem> {
    await this.lecturers.change(actor, id, lecturer);
    return (await this.lecturersQueries.lecturer(id))!;
  }

  /** Adds a lecturer. */
  @Post('lecturers')
  @Access(classPlanners)
  async addLecturer(@CurrentActor() actor: Actor, @Body() lecturer: NewLecturerRequest): Promise<LecturerItem> {
    return (await this.lecturersQueries.lecturer(await this.lecturers.add(actor, lecturer)))!;
  }

  private async timesAt(roomId: string | null): Promise<TimesOfPlace> {
    const times = await this.timesQueries.of(roomId);
    const length = (await this.timesQueries.lengthsOf(roomId === null ? [] : [roomId]))(roomId);
    return { ...times, ...length, tooShort: partsTooShort(times, length) };
  }
}
