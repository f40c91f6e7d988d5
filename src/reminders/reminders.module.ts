import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { OrganizationModule } from '../organization/organization.module';
import { PeopleModule } from '../people/people.module';
import { WebhooksModule } from '../webhooks/webhooks.module';
import { DueRemindersQueries } from './due-reminders.queries';
import { OfficeHeadsController } from './settings/heads.controller';
import { OfficeHeadsPages } from './settings/heads.pages';
import { OfficeHeadsQueries } from './settings/heads.queries';
import { OfficeHeadsService } from './settings/heads.service';
import { ClassMessagesController } from './messages/messages.controller';
import { ClassMessagesPages } from './messages/messages.pages';
import { ClassMessagesQueries } from './messages/messages.queries';
import { ClassMessagesService } from './messages/messages.service';
import { NoticesController } from './notices/notices.controller';
import { NoticesPages } from './notices/notices.pages';
import { NoticesQueries } from './notices/notices.queries';
import { ReminderAnswersController } from './answers/answers.controller';
import { ReminderAnswersPages } from './answers/answers.pages';
import { ReminderAnswersQueries } from './answers/answers.queries';
import { ReminderAnswersService } from './answers/answers.service';
import { ReminderChoicesController } from './choices/choices.controller';
import { ReminderChoicesPages } from './choices/choices.pages';
import { ReminderChoicesQueries } from './choices/choices.queries';
import { ReminderChoicesService } from './choices/choices.service';
import { CalendarMailService } from './calendar-mail.service';
import { ReminderPostService } from './post.service';
import { ReminderRenewalService } from './renewal.service';
import { ReminderResendsService } from './resends.service';
import { ReminderTextsController } from './texts/texts.controller';
import { ReminderTextsPages } from './texts/texts.pages';
import { ReminderTextsQueries } from './texts.queries';
import { ReminderWebhooks } from './webhooks';
import { ReminderWriters } from './writers';
import './reminders.backlog';
import { ReminderTextsService } from './texts/texts.service';
import { RemindersController } from './reminders.controller';
import { RemindersJobs } from './reminders.jobs';
import { RemindersPages } from './reminders.pages';
import { RemindersQueries } from './reminders.queries';
import { RemindersService } from './reminders.service';
import { RemindersWorkbookService } from './workbook.service';
import { RuleSettingsController } from './settings/settings.controller';
import { RuleSettingsPages } from './settings/settings.pages';
import { RuleSettingsQueries } from './settings/settings.queries';
import { RuleSettingsService } from './settings/settings.service';
import { UnsubscribeAddresses } from './unsubscribe-addresses';
import { UnsubscribePages } from './choices/unsubscribe.pages';

@Module({
  imports: [CalendarsModule, WebhooksModule, OrganizationModule, PeopleModule, CoursesModule, ClassesModule],
  controllers: [
    ReminderAnswersController,
    ReminderAnswersPages,
    OfficeHeadsController,
    OfficeHeadsPages,
    RemindersController,
    RemindersPages,
    RuleSettingsController,
    RuleSettingsPages,
    ReminderTextsController,
    ReminderTextsPages,
    ReminderChoicesController,
    ReminderChoicesPages,
    UnsubscribePages,
    ClassMessagesController,
    ClassMessagesPages,
    NoticesController,
    NoticesPages,
  ],
  providers: [
    OfficeHeadsQueries,
    OfficeHeadsService,
    RemindersService,
    DueRemindersQueries,
    CalendarMailService,
    ReminderPostService,
    ReminderRenewalService,
    ReminderWriters,
    ReminderResendsService,
    ReminderTextsQueries,
    ReminderWebhooks,
    ReminderTextsService,
    RemindersQueries,
    RemindersWorkbookService,
    RemindersJobs,
    ReminderAnswersQueries,
    ReminderAnswersService,
    RuleSettingsQueries,
    RuleSettingsService,
    ReminderChoicesQueries,
    ReminderChoicesService,
    UnsubscribeAddresses,
    NoticesQueries,
    ClassMessagesQueries,
    ClassMessagesService,
  ],
  exports: [
    RuleSettingsService,
    CalendarMailService,
    RemindersService,
    RemindersQueries,
    NoticesQueries,
    UnsubscribeAddresses,
  ],
})
export class RemindersModule {}
