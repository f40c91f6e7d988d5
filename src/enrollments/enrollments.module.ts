import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { AttendanceController } from './attendance.controller';
import { AttendancePages } from './attendance.pages';
import { AttendanceQueries } from './attendance.queries';
import { AttendanceService } from './attendance.service';
import { ClashesQueries } from './clashes.queries';
import { EnrollmentsController } from './enrollments.controller';
import { EnrollmentsPages } from './enrollments.pages';
import { EnrollmentsQueries } from './enrollments.queries';
import { EnrollmentsService } from './enrollments.service';
import { EssaysPages } from './essays.pages';
import { EssaysService } from './essays.service';
import { HalfDaysController } from './half-days.controller';
import { HalfDaysPages } from './half-days.pages';
import { TimetableChangesService } from './timetable-changes.service';

@Module({
  imports: [ClassesModule],
  controllers: [
    EnrollmentsController,
    AttendanceController,
    HalfDaysController,
    EnrollmentsPages,
    AttendancePages,
    EssaysPages,
    HalfDaysPages,
  ],
  providers: [
    EnrollmentsService,
    EnrollmentsQueries,
    ClashesQueries,
    AttendanceService,
    AttendanceQueries,
    EssaysService,
    TimetableChangesService,
  ],
  exports: [
    EnrollmentsService,
    EnrollmentsQueries,
    ClashesQueries,
    AttendanceQueries,
    AttendanceService,
    EssaysService,
  ],
})
export class EnrollmentsModule {}
