import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { ScansModule } from '../scans/scans.module';
import { CoursesModule } from '../courses/courses.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { CarriedMarksService } from './carried-marks.service';
import { CarriedExamsService } from './exams/carried-exams.service';
import { DiplomasPages } from './diplomas.pages';
import { DiplomasService } from './diplomas.service';
import { ExamBarsQueries } from './exam-bars.queries';
import { ExamPermissionsPages } from './exam-permissions.pages';
import { ExamPermissionsService } from './exam-permissions.service';
import { AdmissionQueries } from './exams/admission.queries';
import { CandidatesService } from './exams/candidates.service';
import { ExamListWorkbook } from './exams/exam-list.workbook';
import { ExamPlacesService } from './exams/exam-places.service';
import { ExamMarksService } from './exams/exam-marks.service';
import { ExamRecordsPages } from './exams/exam-records.pages';
import { ExamsController } from './exams/exams.controller';
import { ExamsPages } from './exams/exams.pages';
import { ExamsQueries } from './exams/exams.queries';
import { ExamsService } from './exams/exams.service';
import { MinutesService } from './exams/minutes.service';
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
  imports: [ScansModule, ClassesModule, CoursesModule, TrainingRecordsModule],
  controllers: [
    TheoryClassesController,
    MarksController,
    MarkImportsController,
    MarkImportsPages,
    MarksPages,
    ExamPermissionsPages,
    ModulesPages,
    DiplomasPages,
    ExamsController,
    ExamsPages,
    ExamRecordsPages,
  ],
  providers: [
    ModulesService,
    MarksService,
    CarriedMarksService,
    CarriedExamsService,
    DiplomasService,
    TheoryClassesQueries,
    MarksQueries,
    ExamBarsQueries,
    ExamPermissionsService,
    MarkImportsQueries,
    MarkImportsService,
    AdmissionQueries,
    CandidatesService,
    ExamListWorkbook,
    ExamMarksService,
    ExamPlacesService,
    ExamsQueries,
    ExamsService,
    MinutesService,
  ],
  exports: [
    CarriedMarksService,
    CarriedExamsService,
    ExamsQueries,
    ModulesService,
    MarksService,
    DiplomasService,
    TheoryClassesQueries,
    MarksQueries,
  ],
})
export class TheoryClassesModule {}
