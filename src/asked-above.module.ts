import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts/accounts.service';
import { ClassNames } from './accounts/class-names';
import { AccountsOfMergedPeople } from './accounts/merged-people';
import { MailToCome } from './calendars/mail-to-come';
import { CalendarsOfMergedPeople } from './calendars/merged-people';
import { ClassesModule } from './classes/classes.module';
import { ClassesQueries } from './classes/classes.queries';
import { ClassReminders } from './classes/clones/class-reminders';
import { ClassModules } from './classes/clones/class-modules';
import { PlanLines } from './classes/plan-line';
import { PapersOfClasses } from './classes/recorded-papers';
import { PeopleBusy } from './classes/timetable/people-busy';
import { AmendedFactsQueries } from './completions/amendments/amended-facts.queries';
import { CompletionsModule } from './completions/completions.module';
import { CompletionsQueries } from './completions/completions.queries';
import { CompletionsOfMergedPeople } from './completions/certificates/merged-people';
import { PapersOfCompletions } from './completions/recorded-papers';
import { AmendedFacts, CarriedExams, CarriedMarks } from './enrollments/carried-facts';
import { ClashesQueries } from './enrollments/clashes.queries';
import { EnrollmentsModule } from './enrollments/enrollments.module';
import { Leavers } from './enrollments/leavers';
import { EnrollmentsOfMergedPeople } from './enrollments/merged-people';
import { Sites } from './enrollments/sites';
import { DecisionsOfMergedPeople } from './invariants/merged-people';
import { PapersOfNominations } from './nominations/letters/recorded-papers';
import { LeaversQueries } from './nominations/leavers/leavers.queries';
import { NominationsOfMergedPeople } from './nominations/merged-people';
import { NominationsModule } from './nominations/nominations.module';
import { StudiesOfUnits } from './nominations/studies-of-units';
import { AccountsOfPeople } from './people/contacts/accounts-of-people';
import { CorrectionsOfMergedPeople } from './people/corrections/merged-people';
import { FormerUnitsOfMergedPeople } from './people/mergers/former-units';
import { MergedParts } from './people/mergers/merged-parts';
import { CalendarMailService } from './reminders/calendar-mail.service';
import { RuleSettingsService } from './reminders/settings/settings.service';
import { RemindersModule } from './reminders/reminders.module';
import { RemindersOfMergedPeople } from './reminders/merged-people';
import { RecordedPapers } from './scans/scanned-papers';
import { RollsOfMergedPeople } from './study-sessions/merged-people';
import { PapersOfStudies } from './study-sessions/recorded-papers';
import { StudySessionsModule } from './study-sessions/study-sessions.module';
import { StudySessionsQueries } from './study-sessions/study-sessions.queries';
import { PapersOfExaminations } from './theory-classes/recorded-papers';
import { UnitsThatChangeService } from './study-sessions/units-that-change.service';
import { CarriedMarksService } from './theory-classes/carried-marks.service';
import { CarriedExamsService } from './theory-classes/exams/carried-exams.service';
import { ExamsOfMergedPeople } from './theory-classes/exams/merged-people';
import { GraduateRecords } from './theory-classes/graduate-records';
import { ModulesService } from './theory-classes/modules.service';
import { TheoryClassesModule } from './theory-classes/theory-classes.module';
import { CoverageService } from './reports/coverage.service';
import { ReportsModule } from './reports/reports.module';
import { NeedsOfUnits } from './training-plans/needs-of-units';
import { TrainingPlansModule } from './training-plans/training-plans.module';
import { TrainingPlansQueries } from './training-plans/training-plans.queries';

/** What a room asks that only one above it knows: each question is an abstract class of the room that asks. */
@Global()
@Module({
  imports: [
    ClassesModule,
    TrainingPlansModule,
    EnrollmentsModule,
    NominationsModule,
    TheoryClassesModule,
    StudySessionsModule,
    CompletionsModule,
    RemindersModule,
    ReportsModule,
  ],
  providers: [
    { provide: AccountsOfPeople, useExisting: AccountsService },
    { provide: ClassNames, useExisting: ClassesQueries },
    { provide: NeedsOfUnits, useExisting: CoverageService },
    { provide: PlanLines, useExisting: TrainingPlansQueries },
    { provide: ClassModules, useExisting: ModulesService },
    { provide: ClassReminders, useExisting: RuleSettingsService },
    { provide: PeopleBusy, useExisting: ClashesQueries },
    { provide: Leavers, useExisting: LeaversQueries },
    { provide: Sites, useExisting: StudySessionsQueries },
    { provide: StudiesOfUnits, useExisting: UnitsThatChangeService },
    { provide: AmendedFacts, useExisting: AmendedFactsQueries },
    { provide: CarriedMarks, useExisting: CarriedMarksService },
    { provide: CarriedExams, useExisting: CarriedExamsService },
    { provide: GraduateRecords, useExisting: CompletionsQueries },
    { provide: MailToCome, useExisting: CalendarMailService },
    {
      provide: RecordedPapers,
      useValue: {
        all: [
          new PapersOfClasses(),
          new PapersOfNominations(),
          new PapersOfExaminations(),
          new PapersOfCompletions(),
          new PapersOfStudies(),
        ],
      } satisfies RecordedPapers,
    },
    {
      provide: MergedParts,
      inject: [CompletionsOfMergedPeople],
      useFactory: (completions: CompletionsOfMergedPeople): MergedParts => ({
        all: [
          new FormerUnitsOfMergedPeople(),
          new CorrectionsOfMergedPeople(),
          new AccountsOfMergedPeople(),
          new EnrollmentsOfMergedPeople(),
          new NominationsOfMergedPeople(),
          new RollsOfMergedPeople(),
          new ExamsOfMergedPeople(),
          new CalendarsOfMergedPeople(),
          completions,
          new RemindersOfMergedPeople(),
          new DecisionsOfMergedPeople(),
        ],
      }),
    },
  ],
  exports: [
    AccountsOfPeople,
    ClassNames,
    PlanLines,
    NeedsOfUnits,
    ClassModules,
    ClassReminders,
    PeopleBusy,
    Leavers,
    Sites,
    StudiesOfUnits,
    AmendedFacts,
    CarriedMarks,
    CarriedExams,
    GraduateRecords,
    MailToCome,
    MergedParts,
    RecordedPapers,
  ],
})
export class AskedAboveModule {}
