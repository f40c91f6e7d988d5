import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { OrganizationModule } from '../organization/organization.module';
import { ClassTimetablePrintPages } from './class-timetable-print.pages';
import { ClassTimetablePrintQueries } from './class-timetable-print.queries';
import { HalfDayCalendarController } from './half-day-calendar.controller';
import { HalfDayCalendarPages } from './half-day-calendar.pages';
import { HalfDayCalendarQueries } from './half-day-calendar.queries';
import { LoadPlotPages } from './load-plot.pages';
import { LoadPlotQueries } from './load-plot.queries';
import { RoomBoardPages } from './room-board.pages';

/** The pages that show half-days of all classes; they only read. */
@Module({
  imports: [OrganizationModule, CoursesModule, ClassesModule],
  controllers: [
    HalfDayCalendarController,
    HalfDayCalendarPages,
    ClassTimetablePrintPages,
    RoomBoardPages,
    LoadPlotPages,
  ],
  providers: [HalfDayCalendarQueries, ClassTimetablePrintQueries, LoadPlotQueries],
})
export class CalendarPagesModule {}
