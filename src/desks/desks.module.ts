import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { CalendarsModule } from '../calendars/calendars.module';
import { ClassesModule } from '../classes/classes.module';
import { EnrollmentsModule } from '../enrollments/enrollments.module';
import { InvariantsModule } from '../invariants/invariants.module';
import { NominationsModule } from '../nominations/nominations.module';
import { OperationsModule } from '../operations/operations.module';
import { PeopleModule } from '../people/people.module';
import { OrganizationModule } from '../organization/organization.module';
import { ReportsModule } from '../reports/reports.module';
import { TheoryClassesModule } from '../theory-classes/theory-classes.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { TrainingPlansModule } from '../training-plans/training-plans.module';
import { DeskHalfDaysQueries } from './desk-half-days.queries';
import { DesksPages } from './desks.pages';
import { DesksQueries } from './desks.queries';
import { FirstStepsController } from './first-steps.controller';
import { FirstStepsPages } from './first-steps.pages';
import { FirstStepsQueries } from './first-steps.queries';
import { FirstStepsService } from './first-steps.service';
import { JournalNamesQueries } from './journal-names.queries';
import { InvariantsPages } from './invariants.pages';
import { JournalPages } from './journal.pages';
import { OfficePages } from './office.pages';
import { OwnDeskQueries } from './own-desk.queries';
import { ToursPages } from './tours/tours.pages';
import { SearchController } from './search.controller';
import { SearchPages } from './search.pages';
import { SearchQueries } from './search.queries';

@Module({
  imports: [
    AccountsModule,
    PeopleModule,
    OrganizationModule,
    ClassesModule,
    CalendarsModule,
    EnrollmentsModule,
    TrainingRecordsModule,
    TheoryClassesModule,
    ReportsModule,
    InvariantsModule,
    NominationsModule,
    OperationsModule,
    TrainingPlansModule,
  ],
  controllers: [
    DesksPages,
    FirstStepsController,
    FirstStepsPages,
    InvariantsPages,
    JournalPages,
    OfficePages,
    SearchController,
    SearchPages,
    ToursPages,
  ],
  providers: [
    DesksQueries,
    DeskHalfDaysQueries,
    OwnDeskQueries,
    FirstStepsQueries,
    FirstStepsService,
    JournalNamesQueries,
    SearchQueries,
  ],
})
export class DesksModule {}
