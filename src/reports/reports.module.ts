import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { PeopleModule } from '../people/people.module';
import { StudySessionsModule } from '../study-sessions/study-sessions.module';
import { CoverageController } from './coverage.controller';
import { CoveragePages } from './coverage.pages';
import { CoverageService } from './coverage.service';
import { ReportsController } from './reports.controller';
import { ReportsPages } from './reports.pages';
import { ReportsQueries } from './reports.queries';
import { ReportsService } from './reports.service';
import { TrainingNeedsQueries } from './training-needs.queries';

@Module({
  imports: [ClassesModule, PeopleModule, StudySessionsModule],
  controllers: [ReportsController, CoverageController, ReportsPages, CoveragePages],
  providers: [ReportsService, ReportsQueries, CoverageService, TrainingNeedsQueries],
  exports: [ReportsService, CoverageService],
})
export class ReportsModule {}
