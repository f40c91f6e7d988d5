import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CalendarPagesModule } from './calendar-pages.module';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { CalendarFeedsPages } from './calendar-feeds.pages';
import { CalendarFeedsQueries } from './calendar-feeds.queries';
import { CalendarFeedsService } from './calendar-feeds.service';
import { CalendarsController } from './calendars.controller';
import { FeedReadsService } from './feed-reads.service';
import { InvitationsJobs } from './invitations.jobs';
import { InvitationsQueries } from './invitations.queries';
import { InvitationsService } from './invitations.service';
import { LecturerCallsController } from './lecturers/calls.controller';
import { LecturerCallsPages } from './lecturers/calls.pages';
import { LecturerCallsQueries } from './lecturers/calls.queries';
import { LecturerCallsService } from './lecturers/calls.service';

@Module({
  imports: [ClassesModule, CalendarPagesModule],
  controllers: [
    CalendarsController,
    CalendarFeedsController,
    CalendarFeedsPages,
    LecturerCallsController,
    LecturerCallsPages,
  ],
  providers: [
    CalendarFeedsService,
    CalendarFeedsQueries,
    FeedReadsService,
    InvitationsService,
    InvitationsQueries,
    InvitationsJobs,
    LecturerCallsQueries,
    LecturerCallsService,
  ],
  exports: [InvitationsService, LecturerCallsQueries],
})
export class CalendarsModule {}
