import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { PeopleModule } from '../people/people.module';
import { StudySessionsModule } from '../study-sessions/study-sessions.module';
import { BehindController } from './behind/behind.controller';
import { BehindPages } from './behind/behind.pages';
import { BehindQueries } from './behind/behind.queries';
import { BehindService } from './behind/behind.service';
import { CoursesModule } from '../courses/courses.module';
import { CountingJobs } from './counting/counting.jobs';
import { CountingController } from './counting/counting.controller';
import { CountingService } from './counting/counting.service';
import { NeedCountsService } from './counting/need-counts.service';
import { RecountPages } from './counting/recount.pages';
import { YearCountsService } from './counting/year-counts.service';
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
import { NeedsQueries } from './needs.queries';
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
    CountingController,
    RecountPages,
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
    NeedsQueries,
    CountingService,
    YearCountsService,
    NeedCountsService,
    CountingJobs,
  ],
  exports: [YearlyReportsQueries, ReportsService, CoverageService],
})
export class ReportsModule {}
