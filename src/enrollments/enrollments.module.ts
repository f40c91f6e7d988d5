import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { AttendanceImportsController } from './sheets/imports.controller';
import { AttendanceImportsPages } from './sheets/imports.pages';
import { AttendanceImportsQueries } from './sheets/imports.queries';
import { AttendanceImportsService } from './sheets/imports.service';
import { AttendanceKeepers } from './sites';
import { AttendanceTrailQueries } from './attendance-trail.queries';
import { AttendanceController } from './attendance.controller';
import { AttendancePages } from './attendance.pages';
import { AttendanceQueries } from './attendance.queries';
import { AttendanceService } from './attendance.service';
import { CheckInHallsPages } from './check-ins/halls.pages';
import { CheckInHallsService } from './check-ins/halls.service';
import { CheckInTapsPages } from './check-ins/taps.pages';
import { CheckInsController } from './check-ins/check-ins.controller';
import { CheckInsPages } from './check-ins/check-ins.pages';
import { CheckInsQueries } from './check-ins/check-ins.queries';
import { OtherDevicesService } from './check-ins/other-devices.service';
import { RefusedScansService } from './check-ins/refused-scans.service';
import { ScansToSettleController } from './check-ins/to-settle.controller';
import { ScansToSettlePages } from './check-ins/to-settle.pages';
import { ScansToSettleQueries } from './check-ins/to-settle.queries';
import { CheckInsService } from './check-ins/check-ins.service';
import { PassingsService } from './check-ins/passings.service';
import { CancelledRostersService } from './cancelled-rosters.service';
import { CarryingsService } from './carryings.service';
import { ClashesQueries } from './clashes.queries';
import { EnrollmentsController } from './enrollments.controller';
import { EnrollmentsPages } from './enrollments.pages';
import { EnrollmentsQueries } from './enrollments.queries';
import { EnrollmentsService } from './enrollments.service';
import { EssayTermsService } from './essays/terms.service';
import { EssaysController } from './essays/essays.controller';
import { EssaysPages } from './essays/essays.pages';
import { EssaysQueries } from './essays/essays.queries';
import { EssaysService } from './essays/essays.service';
import { LearningQueries } from './learning.queries';
import { GroupAttendanceService } from './groups/group-attendance.service';
import { GroupsController } from './groups/groups.controller';
import { GroupsPages } from './groups/groups.pages';
import { GroupsQueries } from './groups/groups.queries';
import { GroupMembersService } from './groups/members.service';
import { GuestsController } from './guests/guests.controller';
import { GuestsPages } from './guests/guests.pages';
import { GuestsQueries } from './guests/guests.queries';
import { GuestsService } from './guests/guests.service';
import { HalfDayLinesService } from './half-day-lines.service';
import { HalfDaysController } from './timetable/half-days.controller';
import { HalfDaysPages } from './timetable/half-days.pages';
import { LeaveExcusesService } from './leave/excuses.service';
import { LeavePeriodsController } from './leave/periods.controller';
import { LeavePeriodsPages } from './leave/periods.pages';
import { LeavePeriodsService } from './leave/periods.service';
import { LeaveReopeningsService } from './leave/reopenings.service';
import { LeaveRequestsController } from './leave/leave.controller';
import { LeaveRequestsPages } from './leave/leave.pages';
import { LeaveRequestsQueries } from './leave/leave.queries';
import { LeaveRequestsService } from './leave/leave.service';
import { LearnersPassages } from './passages/passages.service';
import { ScansWaitingQueries } from './scans-waiting.queries';
import { TimetableChangesService } from './timetable/timetable-changes.service';

@Module({
  imports: [ClassesModule],
  controllers: [
    EnrollmentsController,
    EssaysController,
    AttendanceController,
    HalfDaysController,
    CheckInsController,
    ScansToSettleController,
    AttendanceImportsController,
    LeaveRequestsController,
    GroupsController,
    LeavePeriodsController,
    GuestsController,
    GroupsPages,
    GuestsPages,
    EnrollmentsPages,
    AttendancePages,
    EssaysPages,
    HalfDaysPages,
    CheckInHallsPages,
    CheckInTapsPages,
    CheckInsPages,
    ScansToSettlePages,
    AttendanceImportsPages,
    LeaveRequestsPages,
    LeavePeriodsPages,
  ],
  providers: [
    EnrollmentsService,
    CancelledRostersService,
    EnrollmentsQueries,
    LearningQueries,
    ClashesQueries,
    CarryingsService,
    AttendanceKeepers,
    AttendanceService,
    AttendanceQueries,
    AttendanceTrailQueries,
    CheckInHallsService,
    CheckInsService,
    PassingsService,
    CheckInsQueries,
    RefusedScansService,
    OtherDevicesService,
    ScansToSettleQueries,
    ScansWaitingQueries,
    AttendanceImportsService,
    AttendanceImportsQueries,
    LeaveRequestsService,
    LeaveReopeningsService,
    LeavePeriodsService,
    LeaveExcusesService,
    LeaveRequestsQueries,
    EssaysService,
    EssayTermsService,
    EssaysQueries,
    HalfDayLinesService,
    TimetableChangesService,
    GroupAttendanceService,
    GroupMembersService,
    GroupsQueries,
    GuestsService,
    GuestsQueries,
    LearnersPassages,
  ],
  exports: [
    LearnersPassages,
    EnrollmentsService,
    CancelledRostersService,
    EnrollmentsQueries,
    LearningQueries,
    GroupsQueries,
    ClashesQueries,
    AttendanceQueries,
    AttendanceService,
    ScansWaitingQueries,
    EssaysService,
    EssayTermsService,
  ],
})
export class EnrollmentsModule {}
