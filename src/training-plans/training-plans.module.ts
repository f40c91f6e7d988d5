import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { OrganizationModule } from '../organization/organization.module';
import { PlanLinePages } from './plan-line.pages';
import { AnswersOfMergedUnits } from './proposals/answers-of-merged-units';
import { PlanCommentsService } from './proposals/comments.service';
import { PlanWorkQueries } from './proposals/plan-work.queries';
import { PlanConfirmationsService } from './proposals/confirmations.service';
import { PlanProposalPages } from './proposals/proposal.pages';
import { PlanProposalsController } from './proposals/proposals.controller';
import { PlanProposalsPages } from './proposals/proposals.pages';
import { PlanProposalsQueries } from './proposals/proposals.queries';
import { PlanProposalsService } from './proposals/proposals.service';
import { PlanSeasonsService } from './proposals/seasons.service';
import { PlanWorkbooks } from './proposals/workbooks';
import { TrainingPlansController } from './training-plans.controller';
import { TrainingPlansPages } from './training-plans.pages';
import { TrainingPlansQueries } from './training-plans.queries';
import { TrainingPlansService } from './training-plans.service';

@Module({
  imports: [OrganizationModule, CoursesModule, ClassesModule],
  controllers: [
    TrainingPlansController,
    PlanProposalsController,
    TrainingPlansPages,
    PlanProposalsPages,
    PlanLinePages,
    PlanProposalPages,
  ],
  providers: [
    TrainingPlansService,
    TrainingPlansQueries,
    PlanSeasonsService,
    PlanProposalsService,
    PlanProposalsQueries,
    PlanConfirmationsService,
    PlanCommentsService,
    PlanWorkbooks,
    PlanWorkQueries,
    AnswersOfMergedUnits,
  ],
  exports: [PlanProposalsQueries, TrainingPlansQueries, PlanWorkQueries, AnswersOfMergedUnits],
})
export class TrainingPlansModule {}
