import { hasEnded } from '../classes/training-class.states';
import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { mayManageClasses } from '../classes/classes.policy';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import { leftOutWords } from '../platform/access/oneself';
import { isWithin } from '../platform/access/reach';
import { Clock } from '../platform/clock';
import { Takes } from '../platform/limits/largest-body';
import { type FormValues, textAt } from '../platform/pages/form-scope';
import { linkTo } from '../platform/pages/links';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { choicesShown, errorsOnSheet, isAwaited, markField, readAttendanceForm, withName } from './attendance-form';
import { AttendanceTrailQueries } from './attendance-trail.queries';
import { AttendanceQueries, type HalfDaySheet } from './attendance.queries';
import { AttendanceService } from './attendance.service';
import { attendanceWords } from './attendance.words';
import { AttendanceKeepers, type Kept } from './sites';
import {
  assertSeesRoster,
  attendanceTakers,
  isInScope,
  mayMarkSheet,
  mayTakeAttendance,
  rosterReaders,
  type RosterScope,
  rosterScope,
} from './enrollments.policy';
import { EnrollmentsQueries } from './enrollments.queries';
import { AttendanceRequest, SheetPageQuery, TrailPageQuery } from './enrollments.requests';
import { halfDayTitle } from './half-day-title';
import { whyNotMarked } from './marking-moment';
import { ScansWaitingQueries } from './scans-waiting.queries';
import { trailWords } from './trail.words';
import { AttendanceDays } from './views/attendance-days';
import { AttendanceSheet, type SheetView } from './views/attendance-sheet';
import { HalfDayTrail } from './views/half-day-trail';
import { AttendanceTrail } from './views/attendance-trail';

const rowsOfPage = 100;

@Pages()
@Access(rosterReaders)
export class AttendancePages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly attendance: AttendanceService,
    private readonly queries: AttendanceQueries,
    private readonly trails: AttendanceTrailQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly scans: ScansWaitingQueries,
    private readonly keepers: AttendanceKeepers,
    private readonly clock: Clock,
  ) {}

  @Get('classes/:id/attendance')
  @Help(attendanceWords, 'help')
  async days(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const { actor } = page;
    const item = await this.classes.class(id);
    assertSeesRoster(actor, item);
    const { unitIds, groupNumbers } = rosterScope(actor, id);
    const sheets = await this.queries.sheets(id, unitIds, groupNumbers);
    return page.render(
      `${attendanceWords[page.locale].attendance} ${item.code}`,
      <AttendanceDays
        item={item}
        actor={actor}
        sheets={sheets}
        now={this.clock.now()}
        mayMark={mayMarkSheet(actor, id)}
        runsClass={mayTakeAttendance(actor, id)}
        mayChange={mayManageClasses(actor) && !hasEnded(item.state)}
      />,
    );
  }

  @Get('half-days/:id/attendance')
  @Help(attendanceWords, 'helpOfSheet')
  async sheet(@Page() page: PageRequest, @PathId() id: string, @Query() query: SheetPageQuery): Promise<string> {
    return this.sheetPage(page, id, query, {});
  }

  @Post('half-days/:id/attendance')
  @Takes({ kilobytes: 256 })
  @Access(attendanceTakers)
  @HttpCode(200)
  @Refused<AttendancePages, [string, SheetPageQuery]>((on, refusal, page, id, query) =>
    on.sheetPage(page, id, query, { typed: page.typed, refusal }),
  )
  async mark(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() query: SheetPageQuery,
    @Body() body: Readonly<Record<string, unknown>>,
  ): Promise<Redirect | string> {
    const { kept } = await this.visibleSheet(page, id);
    if (!kept) throw new NotAllowed();
    const { entries, source, isFilling } = readAttendanceForm(body);
    if (isFilling) return this.sheetPage(page, id, query, { typed: page.typed, isFilling });
    const say = attendanceWords[page.locale];
    const path = linkTo(`/half-days/${id}/attendance`, { unitId: query.unitId, cursor: query.cursor });
    if (entries.length === 0) return page.done(path, say.nothingChanged);
    const { entries: read } = readRequest(AttendanceRequest, { entries, source });
    const { marked, corrected, refused } = await this.attendance.mark(page.actor, id, read, source);
    const saved = marked + corrected > 0 ? say.saved(marked, corrected) : say.nothingChanged;
    return page.done(path, refused ? `${saved} ${leftOutWords[page.locale].ownLeftOut}` : saved);
  }

  @Get('half-days/:id/attendance/:enrollmentId')
  @Help(attendanceWords, 'helpOfPerson')
  async trail(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('enrollmentId') enrollmentId: string,
  ): Promise<string> {
    const { sheet, scope } = await this.visibleSheet(page, id);
    const enrollment = await this.enrollments.enrollment(enrollmentId);
    const isOfClass = enrollment?.classId === sheet.classId && isInScope(scope, enrollment);
    const isListed = async () => (await this.queries.rows({ halfDayId: id, ...scope, enrollmentId })).items.length > 0;
    if (!enrollment || !(isOfClass || (await isListed()))) throw new NotFound();
    const trail = await this.queries.trail({ halfDayId: id, enrollmentId, ...scope });
    const { fullName } = enrollment;
    return page.render(
      attendanceWords[page.locale].trailOf(fullName),
      <AttendanceTrail sheet={sheet} fullName={fullName} trail={trail} />,
    );
  }

  @Get('half-days/:id/attendance-trail')
  @Help(trailWords, 'help')
  async wholeTrail(@Page() page: PageRequest, @PathId() id: string, @Query() query: TrailPageQuery): Promise<string> {
    const { sheet, scope } = await this.visibleSheet(page, id);
    const entries = await this.trails.ofHalfDay({ halfDayId: id, ...scope, ...query, after: query.cursor });
    return page.render(
      trailWords[page.locale].title(halfDayTitle(sheet, page.locale)),
      <HalfDayTrail sheet={sheet} entries={entries} query={query} />,
    );
  }

  private async visibleSheet(page: PageRequest, id: string): Promise<VisibleSheet> {
    const { scope, kept } = await this.keepers.sheet(page.actor, id);
    return { sheet: (await this.queries.sheet(id, scope.unitIds, scope.groupNumbers))!, scope, kept };
  }

  private async sheetPage(
    page: PageRequest,
    id: string,
    { unitId, cursor }: SheetPageQuery,
    {
      typed = {},
      refusal = null,
      isFilling = false,
    }: { typed?: FormValues; refusal?: Refusal | null; isFilling?: boolean },
  ): Promise<string> {
    const { sheet, scope, kept } = await this.visibleSheet(page, id);
    const runs = mayTakeAttendance(page.actor, sheet.classId);
    const [rows, units, waiting] = await Promise.all([
      this.queries.rows({ halfDayId: id, ...scope, unitId, tellsLeave: runs, limit: rowsOfPage, after: cursor }),
      this.enrollments.rosterUnits(sheet.classId, scope.unitIds, scope.groupNumbers),
      runs ? this.scans.ofHalfDay(id) : null,
    ]);
    const left = rows.items
      .filter((row) => !page.actor.is(row.personId) && isWithin(kept?.unitIds ?? null, row.unitId))
      .filter((row) => isAwaited(row) && textAt(typed, markField(row.enrollmentId)) === '');
    const errors = errorsOnSheet(refusal?.fields ?? [], readAttendanceForm(typed).entries);
    const view: SheetView = {
      sheet,
      rows,
      units,
      query: { unitId, cursor },
      closed: whyNotMarked(sheet, this.clock.now()),
      kept,
      runs,
      waiting,
      values: choicesShown(rows.items, typed, isFilling),
      refusal: refusal && { sentence: refusal.sentence, fields: errors.map((error) => withName(error, rows.items)) },
      errors,
      filled: isFilling ? left.length : null,
    };
    const title = attendanceWords[page.locale].sheetOf(halfDayTitle(sheet, page.locale));
    return page.render(title, <AttendanceSheet {...view} />, refusal);
  }
}

interface VisibleSheet {
  readonly sheet: HalfDaySheet;
  readonly scope: RosterScope;
  readonly kept: Kept | null;
}
