import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CompletionsModule } from '../completions/completions.module';
import { EnrollmentsModule } from '../enrollments/enrollments.module';
import { NominationsModule } from '../nominations/nominations.module';
import { PeopleModule } from '../people/people.module';
import { TrainingPlansModule } from '../training-plans/training-plans.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { OrganizationModule } from '../organization/organization.module';
import { StudySessionsModule } from '../study-sessions/study-sessions.module';
import { TheoryClassesModule } from '../theory-classes/theory-classes.module';
import { ExamPapersController, ExamPapersPages } from './exam-papers.controller';
import { ExamPapersService } from './exam-papers.service';
import { ClassPapersService } from './class-papers.service';
import { Printer } from './printer';
import { PapersService } from './papers.service';
import { PrintoutsController } from './printouts.controller';
import { PrintoutsPages } from './printouts.pages';
import { PrintoutsQueries } from './printouts.queries';
import { PrintoutsService } from './printouts.service';
import { RegisterPapersController, RegisterPapersPages } from './registers/registers.controller';
import { RegisterPapersService } from './registers/registers.service';
import { ResultsQueries } from './results.queries';

@Module({
  imports: [
    PeopleModule,
    TrainingPlansModule,
    TrainingRecordsModule,
    OrganizationModule,
    ClassesModule,
    EnrollmentsModule,
    NominationsModule,
    StudySessionsModule,
    TheoryClassesModule,
    CompletionsModule,
  ],
  controllers: [
    RegisterPapersController,
    RegisterPapersPages,
    PrintoutsController,
    PrintoutsPages,
    ExamPapersController,
    ExamPapersPages,
  ],
  providers: [
    Printer,
    RegisterPapersService,
    ClassPapersService,
    PrintoutsService,
    PapersService,
    ExamPapersService,
    PrintoutsQueries,
    ResultsQueries,
  ],
  exports: [Printer],
})
export class PrintoutsModule {}
