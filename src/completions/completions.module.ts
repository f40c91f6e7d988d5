import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { NominationsModule } from '../nominations/nominations.module';
import { OrganizationModule } from '../organization/organization.module';
import { PeopleModule } from '../people/people.module';
import { ScansModule } from '../scans/scans.module';
import { TheoryClassesModule } from '../theory-classes/theory-classes.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { AmendedFactsQueries } from './amendments/amended-facts.queries';
import { AmendmentsController } from './amendments/amendments.controller';
import { AmendmentsPages } from './amendments/amendments.pages';
import { AmendmentsQueries } from './amendments/amendments.queries';
import { AmendmentsService } from './amendments/amendments.service';
import { ResultsInFullQueries } from './amendments/results-in-full.queries';
import { AwardsService } from './certificates/awards.service';
import { CertificateAmendmentsPages } from './certificates/amendments.pages';
import { CertificatePrintsService } from './certificates/prints.service';
import { CertificateRegister } from './certificates/register';
import { CertificatesController } from './certificates/certificates.controller';
import { CertificatesPages } from './certificates/certificates.pages';
import { CertificatesQueries } from './certificates/certificates.queries';
import { CertificatesService } from './certificates/certificates.service';
import { ClosingPreviewQueries } from './closing-preview.queries';
import { ClosingRunsService } from './closing-runs.service';
import { AwardSteps } from './closing-steps';
import { ClosingStepsService } from './closing-steps.service';
import { ClosingWorkQueries } from './closing-work.queries';
import { ClosingsJobs } from './closings.jobs';
import { ClosingsQueries } from './closings.queries';
import { ClosingsService } from './closings.service';
import { CompletionFactsQueries } from './completion-facts.queries';
import { CompletionsController } from './completions.controller';
import { CompletionsPages } from './completions.pages';
import { CompletionsQueries } from './completions.queries';
import { CompletionsService } from './completions.service';
import { CompletionsOfMergedPeople } from './certificates/merged-people';
import { OverridesService } from './overrides.service';
import { ReopeningsController } from './reopenings/reopenings.controller';
import { ReopeningsPages } from './reopenings/reopenings.pages';
import { ReopeningsQueries } from './reopenings/reopenings.queries';
import { ReopeningsService } from './reopenings/reopenings.service';
import { ClassRevocations } from './certificates/class-revocations';
import { HandedOutCertificates } from './certificates/handed-out';
import { RegisterLinesQueries } from './certificates/register-lines.queries';
import { ResultChanges } from './result-changes';
import { ResultChangesService } from './certificates/result-changes.service';
import { ResultNoticesService } from './result-notices.service';
import { VerificationPages } from './certificates/verification.pages';
import { VerificationsService } from './certificates/verifications.service';

@Module({
  imports: [
    OrganizationModule,
    PeopleModule,
    ScansModule,
    CoursesModule,
    ClassesModule,
    NominationsModule,
    TheoryClassesModule,
    TrainingRecordsModule,
  ],
  controllers: [
    CompletionsController,
    CertificatesController,
    AmendmentsController,
    CompletionsPages,
    AmendmentsPages,
    ReopeningsController,
    ReopeningsPages,
    CertificatesPages,
    CertificateAmendmentsPages,
    VerificationPages,
  ],
  providers: [
    AmendedFactsQueries,
    ClosingsService,
    ClosingRunsService,
    ClosingStepsService,
    ClosingWorkQueries,
    ClosingsQueries,
    ClosingPreviewQueries,
    ClosingsJobs,
    CompletionsService,
    CompletionsQueries,
    CompletionFactsQueries,
    OverridesService,
    AmendmentsService,
    AmendmentsQueries,
    ResultsInFullQueries,
    ReopeningsService,
    ReopeningsQueries,
    ClassRevocations,
    HandedOutCertificates,
    AwardsService,
    { provide: AwardSteps, useExisting: AwardsService },
    { provide: ResultChanges, useClass: ResultChangesService },
    ResultNoticesService,
    CertificateRegister,
    CertificatesService,
    CertificatesQueries,
    CertificatePrintsService,
    RegisterLinesQueries,
    VerificationsService,
    CompletionsOfMergedPeople,
  ],
  exports: [
    AmendedFactsQueries,
    ClosingsService,
    ClosingRunsService,
    ClosingsQueries,
    ClosingPreviewQueries,
    CompletionsQueries,
    CertificatesQueries,
    RegisterLinesQueries,
    CompletionsOfMergedPeople,
  ],
})
export class CompletionsModule {}
