import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { ClassPages } from './class.pages';
import { ClassesController } from './classes.controller';
import { ClassesPages } from './classes.pages';
import { ClassesQueries } from './classes.queries';
import { ClassesService } from './classes.service';
import { LecturersQueries } from './lecturers.queries';
import { LecturersService } from './lecturers.service';
import { RoomsAndLecturersController } from './rooms-and-lecturers.controller';
import { RoomsAndLecturersPages } from './rooms-and-lecturers.pages';
import { RoomsQueries } from './rooms.queries';
import { RoomsService } from './rooms.service';
import { SeatsQueries } from './seats.queries';
import { SeatsService } from './seats.service';
import { TimetableClashes } from './timetable-clashes';
import { TimetableController } from './timetable.controller';
import { TimetablePages } from './timetable.pages';
import { TimetableService } from './timetable.service';

@Module({
  imports: [CoursesModule],
  controllers: [
    ClassesController,
    ClassesPages,
    ClassPages,
    TimetableController,
    TimetablePages,
    RoomsAndLecturersController,
    RoomsAndLecturersPages,
  ],
  providers: [
    ClassesService,
    ClassesQueries,
    TimetableService,
    TimetableClashes,
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
    TimetableService,
    SeatsService,
    SeatsQueries,
    RoomsService,
    RoomsQueries,
    LecturersService,
    LecturersQueries,
  ],
})
export class ClassesModule {}
