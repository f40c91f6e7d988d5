import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { EnrollmentsModule } from '../enrollments/enrollments.module';
import { OrganizationModule } from '../organization/organization.module';
import { ParticipationQueries } from './participation.queries';
import { RegistrationsService } from './registrations.service';
import { StudyOverviews } from './study-overviews';
import { StudyPlanPages } from './study-plan.pages';
import { StudySessionsController } from './study-sessions.controller';
import { StudySessionsPages } from './study-sessions.pages';
import { StudySessionsQueries } from './study-sessions.queries';
import { StudySessionsService } from './study-sessions.service';

@Module({
  imports: [OrganizationModule, ClassesModule, EnrollmentsModule],
  controllers: [StudySessionsController, StudySessionsPages, StudyPlanPages],
  providers: [StudySessionsService, RegistrationsService, StudyOverviews, StudySessionsQueries, ParticipationQueries],
  exports: [StudySessionsService, RegistrationsService, ParticipationQueries],
})
export class StudySessionsModule {}
