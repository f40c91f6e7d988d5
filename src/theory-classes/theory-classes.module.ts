import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { CarriedMarksService } from './carried-marks.service';
import { DiplomasPages } from './diplomas.pages';
import { DiplomasService } from './diplomas.service';
import { ExamBarsQueries } from './exam-bars.queries';
import { ExamPermissionsPages } from './exam-permissions.pages';
import { ExamPermissionsService } from './exam-permissions.service';
import { MarkImportsController } from './mark-imports.controller';
import { MarkImportsPages } from './mark-imports.pages';
import { MarkImportsQueries } from './mark-imports.queries';
import { MarkImportsService } from './mark-imports.service';
import { MarksController } from './marks.controller';
import { MarksQueries } from './marks.queries';
import { MarksPages } from './marks.pages';
import { MarksService } from './marks.service';
import { ModulesPages } from './modules.pages';
import { ModulesService } from './modules.service';
import { TheoryClassesController } from './theory-classes.controller';
import { TheoryClassesQueries } from './theory-classes.queries';

@Module({
  imports: [ClassesModule, CoursesModule, TrainingRecordsModule],
  controllers: [
    TheoryClassesController,
    MarksController,
    MarkImportsController,
    MarkImportsPages,
    MarksPages,
    ExamPermissionsPages,
    ModulesPages,
    DiplomasPages,
  ],
  providers: [
    ModulesService,
    MarksService,
    CarriedMarksService,
    DiplomasService,
    TheoryClassesQueries,
    MarksQueries,
    ExamBarsQueries,
    ExamPermissionsService,
    MarkImportsQueries,
    MarkImportsService,
  ],
  exports: [CarriedMarksService, ModulesService, MarksService, DiplomasService, TheoryClassesQueries, MarksQueries],
})
export class TheoryClassesModule {}
