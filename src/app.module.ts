import type { Writable } from 'node:stream';
import { type DynamicModule, Module } from '@nestjs/common';
import { WebhooksModule } from './webhooks/webhooks.module';
import { OrganizationModule } from './organization/organization.module';
import { PeopleModule } from './people/people.module';
import { AccountsModule } from './accounts/accounts.module';
import { ScansModule } from './scans/scans.module';
import { CoursesModule } from './courses/courses.module';
import { TrainingRecordsModule } from './training-records/training-records.module';
import { ClassesModule } from './classes/classes.module';
import { EnrollmentsModule } from './enrollments/enrollments.module';
import { TrainingPlansModule } from './training-plans/training-plans.module';
import { NominationsModule } from './nominations/nominations.module';
import { TheoryClassesModule } from './theory-classes/theory-classes.module';
import { StudySessionsModule } from './study-sessions/study-sessions.module';
import { CalendarsModule } from './calendars/calendars.module';
import { CompletionsModule } from './completions/completions.module';
import { PrintoutsModule } from './printouts/printouts.module';
import { RemindersModule } from './reminders/reminders.module';
import { ReportsModule } from './reports/reports.module';
import { InvariantsModule } from './invariants/invariants.module';
import { OperationsModule } from './operations/operations.module';
import { DesksModule } from './desks/desks.module';
import { AskedAboveModule } from './asked-above.module';
import { constraintRefusals } from './constraint-refusals';
import type { Clock } from './platform/clock';
import { PlatformModule } from './platform/platform.module';
import type { Randomness } from './platform/randomness';
import type { PlatformSettings } from './platform/settings';
import { schedule } from './schedule';

/** The features in the order data flows; an import may only point to a line above (see boot.spec.ts). */
const features = [
  WebhooksModule,
  OrganizationModule,
  PeopleModule,
  AccountsModule,
  ScansModule,
  CoursesModule,
  TrainingRecordsModule,
  ClassesModule,
  EnrollmentsModule,
  TrainingPlansModule,
  NominationsModule,
  TheoryClassesModule,
  StudySessionsModule,
  CalendarsModule,
  CompletionsModule,
  PrintoutsModule,
  RemindersModule,
  ReportsModule,
  InvariantsModule,
  OperationsModule,
  DesksModule,
];

@Module({})
export class AppModule {
  static with(settings: PlatformSettings, clock: Clock, randomness: Randomness, log?: Writable): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, clock, randomness, constraintRefusals, schedule, log),
        ...features,
        AskedAboveModule,
      ],
    };
  }
}
