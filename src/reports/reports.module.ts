import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { PeopleModule } from '../people/people.module';
import { StudySessionsModule } from '../study-sessions/study-sessions.module';
import { BehindController } from './behind/behind.controller';
import { BehindPages } from './behind/behind.pages';
import { BehindQueries } from './behind/behind.queries';
import { BehindService } from './behind/behind.service';
import { CoursesModule } from '../courses/courses.module';
import { CoverageController } from './coverage.controller';
import { CoveragePages } from './coverage.pages';
import { CoverageService } from './coverage.service';
import { OrganizationModule } from '../organization/organization.module';
import { PrintoutsModule } from '../printouts/printouts.module';
import { TrainingPlansModule } from '../training-plans/training-plans.module';
import { PapersPages } from './papers/papers.pages';
import { ScorecardPapersService } from './scorecard-papers.service';
import { ReportsController } from './reports.controller';
import { ReportsPages } from './reports.pages';
import { ReportsQueries } from './reports.queries';
import { ReportsService } from './reports.service';
import { TrainingNeedsQueries } from './training-needs.queries';
import { YearlyPapersService } from './yearly/yearly-papers.service';
import { YearlyReportsController } from './yearly/yearly-reports.controller';
import { YearlyReportsPages } from './yearly/yearly-reports.pages';
import { YearlyReportsQueries } from './yearly/yearly-reports.queries';
import { YearlyReportsService } from './yearly/yearly-reports.service';

@Module({
  imports: [
    CoursesModule,
    OrganizationModule,
    ClassesModule,
    PeopleModule,
    StudySessionsModule,
    TrainingPlansModule,
    PrintoutsModule,
  ],
  controllers: [
    ReportsController,
    CoverageController,
    BehindController,
    YearlyReportsController,
    ReportsPages,
    CoveragePages,
    BehindPages,
    YearlyReportsPages,
    PapersPages,
  ],
  providers: [
    YearlyReportsService,
    YearlyReportsQueries,
    YearlyPapersService,
    ReportsService,
    ScorecardPapersService,
    ReportsQueries,
    CoverageService,
    BehindService,
    BehindQueries,
    TrainingNeedsQueries,
  ],
  exports: [YearlyReportsQueries, ReportsService, CoverageService],
})
export class ReportsModule {}
