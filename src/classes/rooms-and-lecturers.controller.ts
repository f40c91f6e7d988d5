import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { type PageOf, PageQuery, usualPage } from '../platform/paging';
import { type LecturerItem, LecturersQueries } from './lecturers.queries';
import { LecturersService } from './lecturers.service';
import { NewLecturerRequest, NewRoomRequest } from './rooms-and-lecturers.requests';
import { type RoomItem, RoomsQueries } from './rooms.queries';
import { RoomsService } from './rooms.service';

/** Where and by whom half-days are held. */
@ApiTags('rooms and lecturers')
@Controller('api/v1')
export class RoomsAndLecturersController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roomsQueries: RoomsQueries,
    private readonly lecturers: LecturersService,
    private readonly lecturersQueries: LecturersQueries,
  ) {}

  /** The rooms by name. */
  @Get('rooms')
  @Access('admin', 'training_officer')
  async listRooms(@Query() { limit = usualPage, after }: PageQuery): Promise<PageOf<RoomItem>> {
    return this.roomsQueries.list({ limit, after });
  }

  /** Adds a room. */
  @Post('rooms')
  @Access('training_officer')
  async addRoom(@CurrentActor() actor: Actor, @Body() room: NewRoomRequest): Promise<RoomItem> {
    return this.rooms.add(actor, room);
  }

  /** The lecturers by given name. */
  @Get('lecturers')
  @Access('admin', 'training_officer')
  async listLecturers(@Query() { limit = usualPage, after }: PageQuery): Promise<PageOf<LecturerItem>> {
    return this.lecturersQueries.list({ limit, after });
  }

  /** Adds a lecturer. */
  @Post('lecturers')
  @Access('training_officer')
  async addLecturer(@CurrentActor() actor: Actor, @Body() lecturer: NewLecturerRequest): Promise<LecturerItem> {
    return this.lecturers.add(actor, lecturer);
  }
}
