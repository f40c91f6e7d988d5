import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { OrganizationModule } from '../organization/organization.module';
import { NoticesController } from './notices.controller';
import { NoticesPages } from './notices.pages';
import { NoticesQueries } from './notices.queries';
import { NoticesService } from './notices.service';
import { DueRemindersQueries } from './due-reminders.queries';
import { ReminderPostService } from './reminder-post.service';
import { ReminderTextsQueries } from './reminder-texts.queries';
import { ReminderWebhooks } from './reminder-webhooks';
import './reminders.backlog';
import { RemindersController } from './reminders.controller';
import { RemindersJobs } from './reminders.jobs';
import { RemindersPages } from './reminders.pages';
import { RemindersQueries } from './reminders.queries';
import { RemindersService } from './reminders.service';

@Module({
  imports: [OrganizationModule, ClassesModule],
  controllers: [RemindersController, NoticesController, RemindersPages, NoticesPages],
  providers: [
    RemindersService,
    DueRemindersQueries,
    ReminderPostService,
    ReminderTextsQueries,
    ReminderWebhooks,
    RemindersQueries,
    RemindersJobs,
    NoticesService,
    NoticesQueries,
  ],
  exports: [RemindersService, RemindersQueries, NoticesQueries],
})
export class RemindersModule {}
