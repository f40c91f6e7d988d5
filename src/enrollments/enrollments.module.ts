import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { AttendanceImportsController } from './attendance-imports.controller';
import { AttendanceImportsPages } from './attendance-imports.pages';
import { AttendanceImportsQueries } from './attendance-imports.queries';
import { AttendanceImportsService } from './attendance-imports.service';
import { AttendanceTrailQueries } from './attendance-trail.queries';
import { AttendanceController } from './attendance.controller';
import { AttendancePages } from './attendance.pages';
import { AttendanceQueries } from './attendance.queries';
import { AttendanceService } from './attendance.service';
import { CheckInHallsPages } from './check-in-halls.pages';
import { CheckInHallsService } from './check-in-halls.service';
import { CheckInTapsPages } from './check-in-taps.pages';
import { CheckInsController } from './check-ins.controller';
import { CheckInsPages } from './check-ins.pages';
import { CheckInsQueries } from './check-ins.queries';
import { CheckInsService } from './check-ins.service';
import { ClashesQueries } from './clashes.queries';
import { EnrollmentsController } from './enrollments.controller';
import { EnrollmentsPages } from './enrollments.pages';
import { EnrollmentsQueries } from './enrollments.queries';
import { EnrollmentsService } from './enrollments.service';
import { EssayTermsService } from './essay-terms.service';
import { EssaysController } from './essays.controller';
import { EssaysPages } from './essays.pages';
import { EssaysQueries } from './essays.queries';
import { EssaysService } from './essays.service';
import { HalfDaysController } from './half-days.controller';
import { HalfDaysPages } from './half-days.pages';
import { LeaveReopeningsService } from './leave-reopenings.service';
import { LeaveRequestsController } from './leave-requests.controller';
import { LeaveRequestsPages } from './leave-requests.pages';
import { LeaveRequestsQueries } from './leave-requests.queries';
import { LeaveRequestsService } from './leave-requests.service';
import { TimetableChangesService } from './timetable-changes.service';

@Module({
  imports: [ClassesModule],
  controllers: [
    EnrollmentsController,
    EssaysController,
    AttendanceController,
    HalfDaysController,
    CheckInsController,
    AttendanceImportsController,
    LeaveRequestsController,
    EnrollmentsPages,
    AttendancePages,
    EssaysPages,
    HalfDaysPages,
    CheckInHallsPages,
    CheckInTapsPages,
    CheckInsPages,
    AttendanceImportsPages,
    LeaveRequestsPages,
  ],
  providers: [
    EnrollmentsService,
    EnrollmentsQueries,
    ClashesQueries,
    AttendanceService,
    AttendanceQueries,
    AttendanceTrailQueries,
    CheckInHallsService,
    CheckInsService,
    CheckInsQueries,
    AttendanceImportsService,
    AttendanceImportsQueries,
    LeaveRequestsService,
    LeaveReopeningsService,
    LeaveRequestsQueries,
    EssaysService,
    EssayTermsService,
    EssaysQueries,
    TimetableChangesService,
  ],
  exports: [
    EnrollmentsService,
    EnrollmentsQueries,
    ClashesQueries,
    AttendanceQueries,
    AttendanceService,
    EssaysService,
    EssayTermsService,
  ],
})
export class EnrollmentsModule {}
