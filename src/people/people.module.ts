import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module';
import { ContactChanges } from './contacts/changes.service';
import { CorrectionAnswers } from './corrections/answers.service';
import { CorrectionsController } from './corrections/corrections.controller';
import { CorrectionsPages } from './corrections/corrections.pages';
import { CorrectionsQueries } from './corrections/corrections.queries';
import { CorrectionsService } from './corrections/corrections.service';
import { CorrectionExportsService } from './corrections/exports.service';
import { DuplicatesJobs } from './mergers/duplicates.jobs';
import { DuplicatesQueries } from './mergers/duplicates.queries';
import { DuplicatesService } from './mergers/duplicates.service';
import { PersonMergersController } from './mergers/mergers.controller';
import { PersonMergersPages } from './mergers/mergers.pages';
import { MergersQueries } from './mergers/mergers.queries';
import { PersonMergersService } from './mergers/mergers.service';
import { MovesService } from './moves.service';
import { OwnContactsController } from './by-hand/own-contacts.controller';
import { OwnContactsPages } from './by-hand/own-contacts.pages';
import { PeopleController } from './people.controller';
import { PeoplePages } from './people.pages';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { PersonFormPages } from './by-hand/person-form.pages';
import { PersonPages } from './person.pages';
import { ContradictionsQueries } from './posts/contradictions.queries';
import { PostsController } from './posts/posts.controller';
import { PostsPages } from './posts/posts.pages';
import { PostsQueries } from './posts/posts.queries';
import { PostsService } from './posts/posts.service';
import { UnknownTextsQueries } from './posts/unknown-texts.queries';
import { UnsettledPostsPages } from './posts/unsettled-posts.pages';
import { PostWorkbooksService } from './posts/workbooks.service';
import { RosterImportsController } from './rosters/imports.controller';
import { RosterImportsPages } from './rosters/imports.pages';
import { RosterImportsQueries } from './rosters/imports.queries';
import { RosterImportsService } from './rosters/imports.service';

@Module({
  imports: [OrganizationModule],
  controllers: [
    PersonMergersController,
    PeopleController,
    OwnContactsController,
    RosterImportsController,
    PersonMergersPages,
    PersonFormPages,
    OwnContactsPages,
    CorrectionsController,
    CorrectionsPages,
    PeoplePages,
    PersonPages,
    RosterImportsPages,
    PostsController,
    UnsettledPostsPages,
    PostsPages,
  ],
  providers: [
    ContactChanges,
    PeopleQueries,
    PeopleService,
    MovesService,
    CorrectionAnswers,
    CorrectionsQueries,
    CorrectionsService,
    CorrectionExportsService,
    RosterImportsQueries,
    RosterImportsService,
    DuplicatesJobs,
    DuplicatesQueries,
    DuplicatesService,
    MergersQueries,
    PersonMergersService,
    PostsQueries,
    PostsService,
    PostWorkbooksService,
    UnknownTextsQueries,
    ContradictionsQueries,
  ],
  exports: [
    PeopleQueries,
    PeopleService,
    MovesService,
    RosterImportsService,
    CorrectionsQueries,
    DuplicatesQueries,
    UnknownTextsQueries,
    ContradictionsQueries,
  ],
})
export class PeopleModule {}
