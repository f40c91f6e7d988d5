import { Body, Get, Post, type StreamableFile } from '@nestjs/common';
import { classRunners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { ReadingRequest } from '../../platform/imports/reading.requests';
import { readingWords } from '../../platform/imports/reading.words';
import { Takes, uploadLimitMegabytes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { readUpload } from '../../platform/uploads';
import { AttendanceImportsQueries } from './imports.queries';
import { ImportApplicationRequest } from './imports.requests';
import { AttendanceImportsService } from './imports.service';
import { importWords } from './imports.words';
import { AttendanceQueries } from '../attendance.queries';
import { attendanceWords } from '../attendance.words';
import { mayTakeAttendance } from '../enrollments.policy';
import { halfDayTitle } from '../half-day-title';
import { AttendanceImportDetails, AttendanceImports } from './views/imports';
import { SignSheet } from './views/sign-sheet';

/** Attendance on paper: a list to sign, and the Excel file that brings it back. */
@Pages()
@Access(classRunners)
export class AttendanceImportsPages {
  constructor(
    private readonly imports: AttendanceImportsService,
    private readonly queries: AttendanceImportsQueries,
    private readonly attendance: AttendanceQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get('classes/:id/attendance-workbook')
  async workbook(@Page() page: PageRequest, @PathId() classId: string): Promise<StreamableFile> {
    return download(await this.imports.workbook(page.actor, classId, null));
  }

  @Get('half-days/:id/attendance-workbook')
  async workbookOfHalfDay(@Page() page: PageRequest, @PathId() halfDayId: string): Promise<StreamableFile> {
    const { classId } = found(await this.attendance.sheet(halfDayId, null));
    return download(await this.imports.workbook(page.actor, classId, halfDayId));
  }

  @Get('half-days/:id/attendance-print')
  async print(@Page() page: PageRequest, @PathId() halfDayId: string): Promise<string> {
    const sheet = found(await this.attendance.sheet(halfDayId, null), ({ classId }) =>
      mayTakeAttendance(page.actor, classId),
    );
    const people = await this.queries.people(sheet.classId, [halfDayId]);
    return page.render(
      attendanceWords[page.locale].sheetOf(halfDayTitle(sheet, page.locale)),
      <SignSheet sheet={sheet} people={people.filter(({ lines }) => halfDayId in lines)} />,
    );
  }

  @Get('classes/:id/attendance-imports')
  @Help(importWords, 'help')
  async list(@Page() page: PageRequest, @PathId() classId: string): Promise<string> {
    return this.listPage(page, classId, null);
  }

  @Post('classes/:id/attendance-imports')
  @Takes({ fileMegabytes: uploadLimitMegabytes })
  @Refused<AttendanceImportsPages>((on, refusal, page, classId) => on.listPage(page, classId, refusal))
  async preview(@Page() page: PageRequest, @PathId() classId: string): Promise<Redirect> {
    const { file } = await readUpload(page.raw);
    return page.go(`/attendance-imports/${await this.imports.preview(page.actor, classId, file)}`);
  }

  @Get('attendance-imports/:id')
  @Help(importWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.detailsPage(page, id, null);
  }

  @Post('attendance-imports/:id/readings')
  @Refused<AttendanceImportsPages>((on, refusal, page, id) => on.detailsPage(page, id, refusal))
  async readAgain(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const again = await this.imports.readAgain(page.actor, id, readRequest(ReadingRequest, body));
    return page.done(`/attendance-imports/${again}`, readingWords[page.locale].reread);
  }

  @Post('attendance-imports/:id/application')
  @Refused<AttendanceImportsPages>((on, refusal, page, id) => on.detailsPage(page, id, refusal))
  async apply(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const application = readRequest(ImportApplicationRequest, body);
    const { marked, corrected } = await this.imports.apply(page.actor, id, application);
    return page.done(`/attendance-imports/${id}`, attendanceWords[page.locale].saved(marked, corrected));
  }

  private async listPage(page: PageRequest, classId: string, refusal: Refusal | null): Promise<string> {
    const item = found(await this.classes.class(classId), () => mayTakeAttendance(page.actor, classId));
    const imports = await this.queries.ofClass(classId);
    return page.render(
      importWords[page.locale].title,
      <AttendanceImports item={item} actor={page.actor} imports={imports} refusal={refusal} />,
      refusal,
    );
  }

  private async detailsPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const shown = await this.imports.shown(page.actor, id);
    const halfDays = await this.queries.halfDays(shown.classId);
    return page.render(
      shown.fileName,
      <AttendanceImportDetails shown={shown} halfDays={halfDays} refusal={refusal} />,
      refusal,
    );
  }
}
