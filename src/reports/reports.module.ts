import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { StudySessionsModule } from '../study-sessions/study-sessions.module';
import { ReportsController } from './reports.controller';
import { ReportsPages } from './reports.pages';
import { ReportsQueries } from './reports.queries';
import { ReportsService } from './reports.service';

@Module({
  imports: [ClassesModule, StudySessionsModule],
  controllers: [ReportsController, ReportsPages],
  providers: [ReportsService, ReportsQueries],
  exports: [ReportsService],
})
export class ReportsModule {}
