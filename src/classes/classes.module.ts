import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { ClassClonesController } from './class-clones.controller';
import { ClassClonesPages } from './class-clones.pages';
import { ClassClonesService } from './class-clones.service';
import { ClassManagersController } from './class-managers.controller';
import { ClassManagersPages } from './class-managers.pages';
import { ClassManagersQueries } from './class-managers.queries';
import { ClassManagersService } from './class-managers.service';
import { ClassSizesQueries } from './class-sizes.queries';
import { ClassTemplatesController } from './class-templates.controller';
import { ClassTemplatesPages } from './class-templates.pages';
import { ClassTemplatesQueries } from './class-templates.queries';
import { ClassTemplatesService } from './class-templates.service';
import { ClassPages } from './class.pages';
import { ClassesController } from './classes.controller';
import { ClassesPages } from './classes.pages';
import { ClassesQueries } from './classes.queries';
import { ClassesService } from './classes.service';
import { HalfDayTimesQueries } from './half-day-times.queries';
import { HalfDayTimesService } from './half-day-times.service';
import { LecturersQueries } from './lecturers.queries';
import { LecturersService } from './lecturers.service';
import { PlanLineChoices } from './plan-line-choices';
import { PublicHolidaysController } from './public-holidays.controller';
import { PublicHolidaysPages } from './public-holidays.pages';
import { PublicHolidaysQueries } from './public-holidays.queries';
import { PublicHolidaysService } from './public-holidays.service';
import { RoomsAndLecturersController } from './rooms-and-lecturers.controller';
import { RoomsAndLecturersPages } from './rooms-and-lecturers.pages';
import { RoomsQueries } from './rooms.queries';
import { RoomsService } from './rooms.service';
import { SeatsQueries } from './seats.queries';
import { SeatsService } from './seats.service';
import { TemplateTimetablePages } from './template-timetable.pages';
import { TimetableClashes } from './timetable-clashes';
import { TimetablePlanner } from './timetable-planner';
import { TimetablePreviewService } from './timetable-preview.service';
import { TimetableController } from './timetable.controller';
import { TimetablePages } from './timetable.pages';
import { TimetableService } from './timetable.service';

@Module({
  imports: [CoursesModule],
  controllers: [
    ClassesController,
    ClassesPages,
    ClassPages,
    ClassClonesController,
    ClassClonesPages,
    ClassManagersController,
    ClassManagersPages,
    ClassTemplatesController,
    ClassTemplatesPages,
    TemplateTimetablePages,
    TimetableController,
    TimetablePages,
    RoomsAndLecturersController,
    RoomsAndLecturersPages,
    PublicHolidaysController,
    PublicHolidaysPages,
  ],
  providers: [
    ClassesService,
    ClassesQueries,
    ClassClonesService,
    ClassManagersService,
    ClassManagersQueries,
    ClassSizesQueries,
    ClassTemplatesService,
    ClassTemplatesQueries,
    PlanLineChoices,
    TimetableService,
    TimetableClashes,
    TimetablePlanner,
    TimetablePreviewService,
    PublicHolidaysService,
    PublicHolidaysQueries,
    HalfDayTimesService,
    HalfDayTimesQueries,
    SeatsService,
    SeatsQueries,
    RoomsService,
    RoomsQueries,
    LecturersService,
    LecturersQueries,
  ],
  exports: [
    ClassesService,
    ClassesQueries,
    ClassSizesQueries,
    PublicHolidaysQueries,
    TimetableService,
    TimetablePreviewService,
    SeatsService,
    SeatsQueries,
    RoomsService,
    RoomsQueries,
    LecturersService,
    LecturersQueries,
  ],
})
export class ClassesModule {}
