import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { NameOrder } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { classPlanners, mayManageClasses, placeReaders } from '../classes.policy';
import { partsTooShort } from '../day-parts';
import { tooShortInWords } from '../classes.labels';
import { HalfDayTimesQueries } from './half-day-times.queries';
import { HalfDayTimesService } from './half-day-times.service';
import { LecturersQueries } from './lecturers.queries';
import { LecturersService } from './lecturers.service';
import {
  HalfDayTimesRequest,
  ListPageQuery,
  NewLecturerRequest,
  NewRoomRequest,
  RoomHostFormRequest,
  RoomsPageQuery,
} from './rooms-and-lecturers.requests';
import { roomAndLecturerWords } from './rooms-and-lecturers.words';
import { OrganizationQueries } from '../../organization/organization.queries';
import { roomChoices } from './choices';
import { RoomsQueries } from './rooms.queries';
import { RoomsService } from './rooms.service';
import { LecturerForm, LecturerList } from './views/lecturer-list';
import { RoomList } from './views/room-list';

@Pages()
export class RoomsAndLecturersPages {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roomsQueries: RoomsQueries,
    private readonly organization: OrganizationQueries,
    private readonly lecturers: LecturersService,
    private readonly lecturersQueries: LecturersQueries,
    private readonly times: HalfDayTimesService,
    private readonly timesQueries: HalfDayTimesQueries,
  ) {}

  @Get('rooms')
  @Help(roomAndLecturerWords, 'helpOfRooms')
  @Access(placeReaders)
  async listRooms(@Page() page: PageRequest, @Query() { cursor, sort, times }: RoomsPageQuery): Promise<string> {
    return this.roomsPage(page, { cursor, sort, timesOf: times });
  }

  @Post('rooms')
  @Access(classPlanners)
  @Refused<RoomsAndLecturersPages>((on, refusal, page) => on.roomsPage(page, { values: page.typed, refusal }))
  async addRoom(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.rooms.add(page.actor, readRequest(NewRoomRequest, body));
    return page.done('/rooms', roomAndLecturerWords[page.locale].roomAdded);
  }

  @Post('rooms/host')
  @Access(classPlanners)
  @Refused<RoomsAndLecturersPages>((on, refusal, page) => on.roomsPage(page, { hostTyped: page.typed, refusal }))
  async setHost(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { roomId, hostUnitId } = readRequest(RoomHostFormRequest, body);
    await this.rooms.host(page.actor, roomId, hostUnitId ?? null);
    return page.done('/rooms', roomAndLecturerWords[page.locale].hostSaved);
  }

  @Post('rooms/times')
  @Access(classPlanners)
  @Refused<RoomsAndLecturersPages>((on, refusal, page) => on.roomsPage(page, { timesTyped: page.typed, refusal }))
  async setTimes(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { roomId = null, periodMinutes, breakMinutes, ...times } = readRequest(HalfDayTimesRequest, body);
    await this.times.set(page.actor, roomId, times, { periodMinutes, breakMinutes });
    const say = roomAndLecturerWords[page.locale];
    const length = (await this.timesQueries.lengthsOf(roomId === null ? [] : [roomId]))(roomId);
    const short = tooShortInWords(partsTooShort(times, length), length, page.locale);
    return page.done('/rooms', short ? `${say.timesSaved} ${short}` : say.timesSaved);
  }

  @Get('lecturers')
  @Help(roomAndLecturerWords, 'helpOfLecturers')
  @Access(placeReaders)
  async listLecturers(@Page() page: PageRequest, @Query() query: ListPageQuery): Promise<string> {
    return this.lecturersPage(page, query);
  }

  @Post('lecturers')
  @Access(classPlanners)
  @Refused<RoomsAndLecturersPages>((on, refusal, page) => on.lecturersPage(page, { values: page.typed, refusal }))
  async addLecturer(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.lecturers.add(page.actor, readRequest(NewLecturerRequest, body));
    return page.done('/lecturers', roomAndLecturerWords[page.locale].lecturerAdded);
  }

  @Get('lecturers/:id/edit')
  @Help(roomAndLecturerWords, 'helpToChangeLecturer')
  @Access(classPlanners)
  async editLecturer(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.lecturerPage(page, id, null);
  }

  @Post('lecturers/:id')
  @Access(classPlanners)
  @Refused<RoomsAndLecturersPages>((on, refusal, page, id) => on.lecturerPage(page, id, refusal))
  async changeLecturer(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.lecturers.change(page.actor, id, readRequest(NewLecturerRequest, body));
    return page.done('/lecturers', roomAndLecturerWords[page.locale].lecturerChanged);
  }

  private async lecturerPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const lecturer = found(await this.lecturersQueries.lecturer(id));
    const values = refusal ? page.typed : { ...lecturer };
    return page.render(
      roomAndLecturerWords[page.locale].changeLecturer,
      <LecturerForm lecturer={lecturer} values={values} refusal={refusal} />,
      refusal,
    );
  }

  private async roomsPage(
    page: PageRequest,
    { cursor, sort, values = {}, refusal = null, timesOf, timesTyped, hostTyped }: RoomsShown,
  ): Promise<string> {
    const rooms = await this.roomsQueries.list({ sort, after: cursor });
    const room = timesOf === undefined ? null : await this.roomsQueries.room(timesOf);
    const shown = [...rooms.items, ...(room ? [room] : [])].map(({ id }) => id);
    const [timesAt, lengthAt] = await Promise.all([
      this.timesQueries.ofRooms(shown),
      this.timesQueries.lengthsOf(shown),
    ]);
    return page.render(
      roomAndLecturerWords[page.locale].rooms,
      <RoomList
        rooms={rooms}
        timesAt={timesAt}
        lengthAt={lengthAt}
        units={await this.organization.units()}
        places={await roomChoices(this.roomsQueries, page.locale)}
        sort={sort}
        isFirstPage={cursor === undefined}
        mayAdd={mayManageClasses(page.actor)}
        values={values}
        times={
          timesTyped ?? {
            roomId: room?.id,
            ...timesAt(room?.id ?? null),
            ...lengthAt(room?.id ?? null),
          }
        }
        host={hostTyped ?? {}}
        refused={refusal && { form: timesTyped ? 'times' : hostTyped ? 'host' : 'room', refusal }}
      />,
      refusal,
    );
  }

  private async lecturersPage(
    page: PageRequest,
    { cursor, sort, values = {}, refusal = null }: Shown,
  ): Promise<string> {
    return page.render(
      roomAndLecturerWords[page.locale].lecturers,
      <LecturerList
        lecturers={await this.lecturersQueries.list({ sort, after: cursor })}
        sort={sort}
        isFirstPage={cursor === undefined}
        mayAdd={mayManageClasses(page.actor)}
        values={values}
        refusal={refusal}
      />,
      refusal,
    );
  }
}

/** Which part of a list, and the form below it as it was typed and refused. */
interface Shown {
  readonly cursor?: string | undefined;
  readonly sort?: NameOrder | undefined;
  readonly values?: FormValues;
  readonly refusal?: Refusal | null;
}

interface RoomsShown extends Shown {
  /** The room whose times stand in the form. */
  readonly timesOf?: string | undefined;
  readonly timesTyped?: FormValues;
  readonly hostTyped?: FormValues;
}
