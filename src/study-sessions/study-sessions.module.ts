import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { ScansModule } from '../scans/scans.module';
import { EnrollmentsModule } from '../enrollments/enrollments.module';
import { OrganizationModule } from '../organization/organization.module';
import { ParticipationController } from './participation.controller';
import { ParticipationPages } from './participation.pages';
import { ParticipationQueries } from './participation.queries';
import { RegistrationsService } from './registrations.service';
import { RollsJobs } from './rolls.jobs';
import { RollsQueries } from './rolls.queries';
import { RollsService } from './rolls.service';
import { StudyOverviews } from './study-overviews';
import { StudyPlanPages } from './study-plan.pages';
import { StudySessionsController } from './study-sessions.controller';
import { StudySessionsPages } from './study-sessions.pages';
import { StudySessionsQueries } from './study-sessions.queries';
import { StudySessionsService } from './study-sessions.service';
import { UnitRolls } from './unit-rolls';
import { UnitsThatChangeService } from './units-that-change.service';

@Module({
  imports: [OrganizationModule, ScansModule, ClassesModule, EnrollmentsModule],
  controllers: [
    StudySessionsController,
    ParticipationController,
    StudySessionsPages,
    StudyPlanPages,
    ParticipationPages,
  ],
  providers: [
    StudySessionsService,
    RegistrationsService,
    RollsService,
    RollsJobs,
    RollsQueries,
    UnitRolls,
    StudyOverviews,
    StudySessionsQueries,
    ParticipationQueries,
    UnitsThatChangeService,
  ],
  exports: [
    StudySessionsService,
    StudySessionsQueries,
    RegistrationsService,
    RollsService,
    ParticipationQueries,
    UnitsThatChangeService,
  ],
})
export class StudySessionsModule {}
