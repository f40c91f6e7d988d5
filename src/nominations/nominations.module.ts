import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { EnrollmentsModule } from '../enrollments/enrollments.module';
import { OrganizationModule } from '../organization/organization.module';
import { PeopleModule } from '../people/people.module';
import { ScansModule } from '../scans/scans.module';
import { AdmissionQueries } from './admission.queries';
import { AdmissionsService } from './admissions.service';
import { CancellationsService } from './cancellations/cancellations.service';
import { CandidatesPages } from './candidates.pages';
import { CandidatesQueries } from './candidates.queries';
import { ClassCancellationController } from './cancellations/cancellations.controller';
import { ClassCancellationPages } from './cancellations/cancellations.pages';
import { CompositionController } from './composition/composition.controller';
import { CompositionQueries } from './composition/composition.queries';
import { FairSharesService } from './seats/fair-shares.service';
import { OutsidersController } from './outsiders/outsiders.controller';
import { OutsidersPages } from './outsiders/outsiders.pages';
import { OutsidersService } from './outsiders/outsiders.service';
import { LeaversController } from './leavers/leavers.controller';
import { LeaversPages } from './leavers/leavers.pages';
import { LeaversQueries } from './leavers/leavers.queries';
import { LeaversService } from './leavers/leavers.service';
import { LetterReviewsPages } from './letter-reviews/letter-reviews.pages';
import { WaitingLettersController } from './letter-reviews/waiting-letters.controller';
import { WaitingLettersQueries } from './letter-reviews/waiting-letters.queries';
import { HeldDecisions } from './held-decisions';
import { LettersController } from './letters/letters.controller';
import { LettersPages } from './letters/letters.pages';
import { LettersQueries } from './letters/letters.queries';
import { LetterWorkbooks } from './letters/workbooks.service';
import { ListFilesController } from './lists/files.controller';
import { ListFilesPages } from './lists/files.pages';
import { ListFormsQueries } from './lists/forms.queries';
import { ListFormsService } from './lists/forms.service';
import { ListImportsController } from './lists/imports.controller';
import { ListImportsPages } from './lists/imports.pages';
import { ListImportsQueries } from './lists/imports.queries';
import { ListImportsService } from './lists/imports.service';
import { ListsMeant } from './lists/meant.service';
import { ListTrials } from './lists/trials.service';
import { ListWorkbooksService } from './lists/workbooks.service';
import { NominationPages } from './nomination.pages';
import { NominationsController } from './nominations.controller';
import { NominationsPages } from './nominations.pages';
import { NominationsQueries } from './nominations.queries';
import { NominationsService } from './nominations.service';
import { NominationsJobs } from './nominations.jobs';
import { MovesController } from './moves/moves.controller';
import { MovesPages } from './moves/moves.pages';
import { PersonMovesService } from './moves/moves.service';
import { OverridesController } from './overrides/overrides.controller';
import { OverridesPages } from './overrides/overrides.pages';
import { OverridesQueries } from './overrides/overrides.queries';
import { OverridesService } from './overrides/overrides.service';
import { RankingsService } from './rankings.service';
import { RequalifiedReservesService } from './seats/requalified.service';
import { ReservesService } from './reserves.service';
import { ReturnedPlacesService } from './returned-places.service';
import { ReviewsService } from './reviews.service';
import { SeatMovesQueries } from './seats/moves.queries';
import { SeatMovesService } from './seats/moves.service';
import { SeatReleasesService } from './seats/releases.service';
import { SeatSettingsService } from './seats/settings.service';
import { SeatSharesQueries } from './seats/shares.queries';
import { SeatsController } from './seats/seats.controller';
import { SeatsPages } from './seats/seats.pages';
import { DecisionReversalsController } from './decision-reversals/decision-reversals.controller';
import { DecisionReversalsPages } from './decision-reversals/decision-reversals.pages';
import { TakenBackDecisions } from './decision-reversals/taken-back.service';
import { DeferralsController } from './transfers/deferrals.controller';
import { DeferralsPages } from './transfers/deferrals.pages';
import { DeferralsQueries } from './transfers/deferrals.queries';
import { DeferralsService } from './transfers/deferrals.service';
import { LearnersService } from './transfers/learners.service';
import { TransfersController } from './transfers/transfers.controller';
import { TransfersPages } from './transfers/transfers.pages';
import { TransfersQueries } from './transfers/transfers.queries';
import { TransfersService } from './transfers/transfers.service';
import { UnitAnswersService } from './unit-answers.service';
import { UnitEndingsController } from './endings/endings.controller';
import { UnitEndingsPages } from './endings/endings.pages';
import { UnitEndingsQueries } from './endings/endings.queries';
import { UnitEndingsService } from './endings/endings.service';
import { LeaverFlags } from './leavers/leaver-flags';
import { ReversalsController } from './reversals/reversals.controller';
import { ReversalsPages } from './reversals/reversals.pages';
import { ReversalsQueries } from './reversals/reversals.queries';
import { ReversalsService } from './reversals/reversals.service';
import { JoiningsController } from './joinings/joinings.controller';
import { JoiningsPages } from './joinings/joinings.pages';
import { JoiningsService } from './joinings/joinings.service';
import { ClassMergersController } from './class-mergers/mergers.controller';
import { ClassMergersPages } from './class-mergers/mergers.pages';
import { ClassMergersQueries } from './class-mergers/mergers.queries';
import { ClassMergersService } from './class-mergers/mergers.service';
import { ClassSplitsController } from './class-splits/splits.controller';
import { ClassSplitsPages } from './class-splits/splits.pages';
import { ClassSplitsService } from './class-splits/splits.service';
import { PassagesService } from './passages/passages.service';
import { PlacementsService } from './placements.service';
import { PlacesQueries } from './passages/places.queries';
import { TrainingPlansModule } from '../training-plans/training-plans.module';
import { UnitMergersController } from './mergers/mergers.controller';
import { UnitMergersPages } from './mergers/mergers.pages';
import { UnitMergersService } from './mergers/mergers.service';

@Module({
  imports: [
    OrganizationModule,
    PeopleModule,
    AccountsModule,
    ScansModule,
    CoursesModule,
    ClassesModule,
    EnrollmentsModule,
    TrainingPlansModule,
  ],
  controllers: [
    CompositionController,
    NominationsController,
    SeatsController,
    ListImportsController,
    ListFilesController,
    ClassCancellationController,
    ReversalsController,
    OverridesController,
    NominationsPages,
    NominationPages,
    CandidatesPages,
    OverridesPages,
    SeatsPages,
    ListImportsPages,
    ListFilesPages,
    ClassCancellationPages,
    ReversalsPages,
    MovesController,
    MovesPages,
    LeaversController,
    LeaversPages,
    OutsidersController,
    OutsidersPages,
    UnitMergersController,
    UnitMergersPages,
    TransfersController,
    TransfersPages,
    DeferralsController,
    DeferralsPages,
    UnitEndingsController,
    UnitEndingsPages,
    LettersController,
    LettersPages,
    WaitingLettersController,
    LetterReviewsPages,
    DecisionReversalsController,
    DecisionReversalsPages,
    JoiningsController,
    JoiningsPages,
    ClassSplitsController,
    ClassSplitsPages,
    ClassMergersController,
    ClassMergersPages,
  ],
  providers: [
    CompositionQueries,
    AdmissionQueries,
    AdmissionsService,
    CancellationsService,
    ReversalsService,
    ReversalsQueries,
    LeaverFlags,
    CandidatesQueries,
    FairSharesService,
    OutsidersService,
    LeaversQueries,
    LeaversService,
    ListFormsQueries,
    ListFormsService,
    ListImportsQueries,
    ListImportsService,
    ListTrials,
    ListsMeant,
    ListWorkbooksService,
    NominationsJobs,
    NominationsQueries,
    NominationsService,
    OverridesQueries,
    OverridesService,
    PersonMovesService,
    PlacementsService,
    RankingsService,
    RequalifiedReservesService,
    ReservesService,
    ReturnedPlacesService,
    HeldDecisions,
    ReviewsService,
    TakenBackDecisions,
    SeatMovesQueries,
    SeatMovesService,
    SeatReleasesService,
    SeatSettingsService,
    SeatSharesQueries,
    LearnersService,
    LettersQueries,
    WaitingLettersQueries,
    LetterWorkbooks,
    DeferralsQueries,
    DeferralsService,
    TransfersQueries,
    TransfersService,
    UnitAnswersService,
    UnitMergersService,
    UnitEndingsQueries,
    UnitEndingsService,
    JoiningsService,
    ClassSplitsService,
    ClassMergersQueries,
    ClassMergersService,
    PassagesService,
    PlacesQueries,
  ],
  exports: [
    CancellationsService,
    CandidatesQueries,
    DeferralsQueries,
    FairSharesService,
    LeaverFlags,
    LeaversQueries,
    LettersQueries,
    ListImportsQueries,
    ListImportsService,
    NominationsQueries,
    NominationsService,
    RequalifiedReservesService,
    ReservesService,
    ReviewsService,
    SeatMovesService,
    SeatSharesQueries,
    UnitAnswersService,
  ],
})
export class NominationsModule {}
