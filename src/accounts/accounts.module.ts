import { Global, Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module';
import { ActorSource } from '../platform/access/access.guard';
import { SignInAgain } from '../platform/access/sign-in-again';
import { AccountNews } from './account-news.service';
import { AccountsController } from './accounts.controller';
import { AccountsPages } from './accounts.pages';
import { AccountsService } from './accounts.service';
import { ActorsQueries } from './actors.queries';
import { ApiTokensService } from './api-tokens.service';
import { FirstAdministratorController } from './first-administrator.controller';
import { FirstAdministratorPages } from './first-administrator.pages';
import { FirstAdministratorService } from './first-administrator.service';
import { ForgottenController } from './forgotten/forgotten.controller';
import { ForgottenJobs } from './forgotten/forgotten.jobs';
import { ForgottenPages } from './forgotten/forgotten.pages';
import { ForgottenService } from './forgotten/forgotten.service';
import { PasswordCodesService } from './forgotten/password-codes.service';
import { LinkRequestsService } from './forgotten/link-requests.service';
import { GrantLoansController } from './grant-loans.controller';
import { GrantLoansPages } from './grant-loans.pages';
import { GrantLoansQueries } from './grant-loans.queries';
import { GrantLoansService } from './grant-loans.service';
import { DirectoryController } from './directory/directory.controller';
import { DirectoryPages } from './directory/directory.pages';
import { DirectoryQueries } from './directory/directory.queries';
import { DirectoryService } from './directory/directory.service';
import { LetInService } from './directory/let-in.service';
import { AccountExportsService } from './directory/exports.service';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsJobs } from './invitations/invitations.jobs';
import { InvitationsPages } from './invitations/invitations.pages';
import { InvitationsService } from './invitations/invitations.service';
import { RostersQueries } from './invitations/rosters.queries';
import { RostersService } from './invitations/rosters.service';
import { SlipsService } from './invitations/slips.service';
import { LinkMailsService } from './links/link-mails.service';
import { OneTimeLinksService } from './links/one-time-links.service';
import { AccountsOfIdentities } from './open-id/accounts-of-identities.service';
import { OpenIdAttempts } from './open-id/attempts.service';
import { IdentityProvider } from './open-id/identity-provider';
import { LinkedIdentitiesService } from './open-id/linked-identities.service';
import { OpenIdController } from './open-id/open-id.controller';
import { OpenIdPages } from './open-id/open-id.pages';
import { OpenIdService } from './open-id/open-id.service';
import { OwnAccountController } from './own/own-account.controller';
import { OwnAccountPages } from './own/own-account.pages';
import { OwnAccountService } from './own/own-account.service';
import { SecondFactorsController } from './second-factors/second-factors.controller';
import { SecondFactorsPages } from './second-factors/second-factors.pages';
import { SecondFactorsService } from './second-factors/second-factors.service';
import { SignInLimits } from './sign-in-limits';
import { VisitsService } from './visits.service';
import { SignInsService } from './sign-ins.service';
import { TypedPasswords } from './typed-passwords.service';

// Global because the guard on the ground asks it who acts.
@Global()
@Module({
  imports: [OrganizationModule],
  controllers: [
    AccountsController,
    AccountsPages,
    FirstAdministratorController,
    FirstAdministratorPages,
    GrantLoansController,
    GrantLoansPages,
    SecondFactorsController,
    SecondFactorsPages,
    OpenIdController,
    OpenIdPages,
    OwnAccountController,
    OwnAccountPages,
    ForgottenController,
    ForgottenPages,
    InvitationsController,
    InvitationsPages,
    DirectoryController,
    DirectoryPages,
  ],
  providers: [
    AccountsService,
    SecondFactorsService,
    SignInLimits,
    TypedPasswords,
    SignInsService,
    ApiTokensService,
    FirstAdministratorService,
    GrantLoansService,
    GrantLoansQueries,
    OneTimeLinksService,
    LinkMailsService,
    IdentityProvider,
    OpenIdAttempts,
    AccountsOfIdentities,
    LinkedIdentitiesService,
    OpenIdService,
    OwnAccountService,
    LinkRequestsService,
    ForgottenService,
    PasswordCodesService,
    AccountNews,
    ForgottenJobs,
    InvitationsService,
    InvitationsJobs,
    RostersQueries,
    RostersService,
    SlipsService,
    DirectoryQueries,
    DirectoryService,
    AccountExportsService,
    LetInService,
    ActorsQueries,
    { provide: ActorSource, useClass: VisitsService },
    { provide: SignInAgain, useExisting: SignInsService },
  ],
  exports: [
    AccountsService,
    ActorsQueries,
    ActorSource,
    SignInAgain,
    FirstAdministratorService,
    DirectoryQueries,
    GrantLoansQueries,
  ],
})
export class AccountsModule {}
