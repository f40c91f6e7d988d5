import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { NotAllowed } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import type { AttendanceEntry } from '../attendance.service';
import { AttendanceQueries } from '../attendance.queries';
import { AttendanceService } from '../attendance.service';
import { TapQuery, TapRequest } from './check-ins.requests';
import { tapWords } from './check-ins.words';
import { AttendanceKeepers, rowsKept } from '../sites';
import { attendanceTakers, mayTakeAttendance, type RosterScope } from '../enrollments.policy';
import { EnrollmentsQueries } from '../enrollments.queries';
import { halfDayTitle } from '../half-day-title';
import { whyNotMarked } from '../marking-moment';
import { TapAnswer, TapSheet } from './views/tap-sheet';

const rowsOfPage = 200;

/** Attendance at the door: a tap is one small form, answered by one row where htmx sent it. */
@Pages()
@Access(attendanceTakers)
export class CheckInTapsPages {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly queries: AttendanceQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly clock: Clock,
    private readonly keepers: AttendanceKeepers,
  ) {}

  @Get('half-days/:id/check-ins')
  @Help(tapWords, 'help')
  async sheet(@Page() page: PageRequest, @PathId() id: string, @Query() query: TapQuery): Promise<string> {
    return this.sheetPage(page, id, query, null);
  }

  @Post('half-days/:id/check-ins')
  async tap(
    @Page() page: PageRequest,
    @PathId() halfDayId: string,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect | string> {
    // htmx puts only what was done in place: a refusal is shown by the page itself.
    if (page.isForPart) {
      const tap = readRequest(TapRequest, body);
      await this.attendance.mark(page.actor, halfDayId, [entryOf(tap)], 'phone');
      return this.tapAnswer(page, halfDayId, tap);
    }
    return page.attempt(
      async () => {
        const tap = readRequest(TapRequest, body);
        await this.attendance.mark(page.actor, halfDayId, [entryOf(tap)], 'phone');
        const { direction, unitId, cursor, enrollmentId } = tap;
        const path = linkTo(`/half-days/${halfDayId}/check-ins`, { direction, unitId, cursor });
        return page.done(`${path}#person-${enrollmentId}`, tapWords[page.locale].done);
      },
      (refusal) => this.sheetPage(page, halfDayId, {}, refusal),
    );
  }

  @Post('half-days/:id/check-ins/absences')
  @Refused<CheckInTapsPages>((on, refusal, page, halfDayId) => on.sheetPage(page, halfDayId, {}, refusal))
  async markRestAbsent(@Page() page: PageRequest, @PathId() halfDayId: string): Promise<Redirect> {
    const { marked } = await this.attendance.markRestAbsent(page.actor, halfDayId);
    return page.done(`/half-days/${halfDayId}/check-ins`, tapWords[page.locale].restMarked(marked));
  }

  /** Whom the reader marks here. @throws NotFound | NotAllowed */
  private async kept(
    page: PageRequest,
    halfDayId: string,
  ): Promise<RosterScope & { readonly classId: string; readonly tellsLeave: boolean }> {
    const { classId, kept } = await this.keepers.sheet(page.actor, halfDayId);
    if (!kept) throw new NotAllowed();
    return { classId, ...rowsKept(kept), tellsLeave: mayTakeAttendance(page.actor, classId) };
  }

  private async tapAnswer(page: PageRequest, halfDayId: string, tap: TapRequest): Promise<string> {
    const { enrollmentId, direction = 'in', unitId, cursor } = tap;
    const { unitIds, groupNumbers, tellsLeave } = await this.kept(page, halfDayId);
    const [sheet, { items }] = await Promise.all([
      this.queries.sheet(halfDayId, unitIds, groupNumbers),
      this.queries.rows({ halfDayId, unitIds, groupNumbers, enrollmentId, tellsLeave }),
    ]);
    return page.fragment(<TapAnswer sheet={sheet!} row={items[0]!} direction={direction} query={{ unitId, cursor }} />);
  }

  private async sheetPage(
    page: PageRequest,
    halfDayId: string,
    { direction = 'in', unitId, cursor }: TapQuery,
    refusal: Refusal | null,
  ): Promise<string> {
    const { classId, unitIds, groupNumbers, tellsLeave } = await this.kept(page, halfDayId);
    const [sheet, rows, units] = await Promise.all([
      this.queries.sheet(halfDayId, unitIds, groupNumbers),
      this.queries.rows({ halfDayId, unitIds, groupNumbers, unitId, tellsLeave, limit: rowsOfPage, after: cursor }),
      this.enrollments.rosterUnits(classId, unitIds, groupNumbers),
    ]);
    return page.render(
      tapWords[page.locale].of(halfDayTitle(sheet!, page.locale)),
      <TapSheet
        sheet={sheet!}
        rows={rows}
        units={units}
        direction={direction}
        query={{ unitId, cursor }}
        closed={whyNotMarked(sheet!, this.clock.now())}
        refusal={refusal}
      />,
      refusal,
    );
  }
}

/** Undoing is a correction like any other: a line more in the trail, with its reason. */
function entryOf(tap: TapRequest): AttendanceEntry {
  const { enrollmentId } = tap;
  const reason = tapWords.vi.undoReason;
  if (tap.do === 'undo') return { enrollmentId, mark: 'unmarked', reason };
  if (tap.do === 'undo_out') return { enrollmentId, mark: 'present', directions: ['in'], reason };
  if (tap.do === 'came_after_all') {
    return { enrollmentId, mark: 'present', directions: ['in'], reason: tapWords.vi.cameAfterAll };
  }
  return { enrollmentId, mark: 'present', directions: [tap.do] };
}
