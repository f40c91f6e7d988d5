import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { InvariantsModule } from '../invariants/invariants.module';
import { ReportsModule } from '../reports/reports.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { DesksPages } from './desks.pages';
import { DesksQueries } from './desks.queries';
import { JournalNamesQueries } from './journal-names.queries';
import { JournalPages } from './journal.pages';

@Module({
  imports: [ClassesModule, TrainingRecordsModule, ReportsModule, InvariantsModule],
  controllers: [DesksPages, JournalPages],
  providers: [DesksQueries, JournalNamesQueries],
})
export class DesksModule {}
