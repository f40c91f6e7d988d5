import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { OrganizationModule } from '../organization/organization.module';
import { PeopleModule } from '../people/people.module';
import { DueRemindersQueries } from './due-reminders.queries';
import { NoticesController } from './notices.controller';
import { NoticesPages } from './notices.pages';
import { NoticesQueries } from './notices.queries';
import { ReminderAnswersController } from './reminder-answers.controller';
import { ReminderAnswersPages } from './reminder-answers.pages';
import { ReminderAnswersQueries } from './reminder-answers.queries';
import { ReminderAnswersService } from './reminder-answers.service';
import { ReminderChoicesController } from './reminder-choices.controller';
import { ReminderChoicesPages } from './reminder-choices.pages';
import { ReminderChoicesQueries } from './reminder-choices.queries';
import { ReminderChoicesService } from './reminder-choices.service';
import { ReminderPostService } from './reminder-post.service';
import { ReminderRenewalService } from './reminder-renewal.service';
import { ReminderResendsService } from './reminder-resends.service';
import { ReminderTextsController } from './reminder-texts.controller';
import { ReminderTextsPages } from './reminder-texts.pages';
import { ReminderTextsQueries } from './reminder-texts.queries';
import { ReminderWebhooks } from './reminder-webhooks';
import { ReminderWriters } from './reminder-writers';
import './reminders.backlog';
import { ReminderTextsService } from './reminder-texts.service';
import { RemindersController } from './reminders.controller';
import { RemindersJobs } from './reminders.jobs';
import { RemindersPages } from './reminders.pages';
import { RemindersQueries } from './reminders.queries';
import { RemindersService } from './reminders.service';
import { RemindersWorkbookService } from './reminders-workbook.service';
import { RuleSettingsController } from './rule-settings.controller';
import { RuleSettingsPages } from './rule-settings.pages';
import { RuleSettingsQueries } from './rule-settings.queries';
import { RuleSettingsService } from './rule-settings.service';
import { UnsubscribeAddresses } from './unsubscribe-addresses';
import { UnsubscribePages } from './unsubscribe.pages';

@Module({
  imports: [OrganizationModule, PeopleModule, CoursesModule, ClassesModule],
  controllers: [
    ReminderAnswersController,
    ReminderAnswersPages,
    RemindersController,
    RemindersPages,
    RuleSettingsController,
    RuleSettingsPages,
    ReminderTextsController,
    ReminderTextsPages,
    ReminderChoicesController,
    ReminderChoicesPages,
    UnsubscribePages,
    NoticesController,
    NoticesPages,
  ],
  providers: [
    RemindersService,
    DueRemindersQueries,
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
  ],
  exports: [RemindersService, RemindersQueries, NoticesQueries, UnsubscribeAddresses],
})
export class RemindersModule {}
