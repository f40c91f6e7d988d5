import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { OrganizationModule } from '../organization/organization.module';
import { ClassClonesController } from './clones/clones.controller';
import { ClassClonesPages } from './clones/clones.pages';
import { ClassClonesService } from './clones/clones.service';
import { GroupManagersService } from './groups/group-managers.service';
import { ClassGroupsService } from './groups/groups.service';
import { GroupPassagesService } from './clones/group-passages.service';
import { TimetableClonesService } from './clones/timetable-clones.service';
import { ClassManagersController } from './managers/managers.controller';
import { ClassManagersPages } from './managers/managers.pages';
import { ScansModule } from '../scans/scans.module';
import { ClassManagersQueries } from './managers/managers.queries';
import { ClassManagersService } from './managers/managers.service';
import { ClassSizesQueries } from './class-sizes.queries';
import { ClassTemplatesController } from './templates/templates.controller';
import { ClassTemplatesPages } from './templates/templates.pages';
import { ClassTemplatesQueries } from './templates/templates.queries';
import { ClassTemplatesService } from './templates/templates.service';
import { ClassPages } from './class.pages';
import { ClassesController } from './classes.controller';
import { ClassesPages } from './classes.pages';
import { ClassesQueries } from './classes.queries';
import { ClassesService } from './classes.service';
import { HalfDayTimesQueries } from './places/half-day-times.queries';
import { HalfDayTimesService } from './places/half-day-times.service';
import { LecturersQueries } from './places/lecturers.queries';
import { LecturersService } from './places/lecturers.service';
import { ParallelsController } from './parallels/parallels.controller';
import { ParallelsPages } from './parallels/parallels.pages';
import { ParallelsQueries } from './parallels/parallels.queries';
import { ParallelsService } from './parallels/parallels.service';
import { PlanLineChoices } from './plan-line-choices';
import { PublicHolidaysController } from './holidays/holidays.controller';
import { PublicHolidaysPages } from './holidays/holidays.pages';
import { PublicHolidaysQueries } from './holidays/holidays.queries';
import { PublicHolidaysService } from './holidays/holidays.service';
import { HolidayYearsService } from './holidays/years.service';
import { RoomsAndLecturersController } from './places/rooms-and-lecturers.controller';
import { RoomsAndLecturersPages } from './places/rooms-and-lecturers.pages';
import { RoomsQueries } from './places/rooms.queries';
import { RoomsService } from './places/rooms.service';
import { SeatsQueries } from './seats.queries';
import { SeatsService } from './seats.service';
import { TemplateTimetablePages } from './templates/timetable.pages';
import { TimetableClashes } from './timetable/clashes';
import { TimetablePlanner } from './timetable/planner';
import { TimetablePreviewService } from './timetable/preview.service';
import { TimetableController } from './timetable/timetable.controller';
import { TimetablePages } from './timetable/timetable.pages';
import { TimetableService } from './timetable/timetable.service';

@Module({
  imports: [OrganizationModule, ScansModule, CoursesModule],
  controllers: [
    ClassesController,
    ClassesPages,
    ClassPages,
    ClassClonesController,
    ClassClonesPages,
    ParallelsController,
    ParallelsPages,
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
    ClassGroupsService,
    GroupManagersService,
    TimetableClonesService,
    GroupPassagesService,
    ClassManagersService,
    ClassManagersQueries,
    ClassSizesQueries,
    ClassTemplatesService,
    ClassTemplatesQueries,
    ParallelsService,
    ParallelsQueries,
    PlanLineChoices,
    TimetableService,
    TimetableClashes,
    TimetablePlanner,
    TimetablePreviewService,
    PublicHolidaysService,
    HolidayYearsService,
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
    ParallelsService,
    ParallelsQueries,
    ClassesService,
    ClassGroupsService,
    GroupManagersService,
    ClassesQueries,
    ClassSizesQueries,
    PublicHolidaysQueries,
    TimetableService,
    TimetableClonesService,
    GroupPassagesService,
    TimetablePreviewService,
    SeatsService,
    SeatsQueries,
    RoomsService,
    RoomsQueries,
    LecturersService,
    LecturersQueries,
    HalfDayTimesQueries,
  ],
})
export class ClassesModule {}
