import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { PlanLinePages } from './plan-line.pages';
import { TrainingPlansController } from './training-plans.controller';
import { TrainingPlansPages } from './training-plans.pages';
import { TrainingPlansQueries } from './training-plans.queries';
import { TrainingPlansService } from './training-plans.service';

@Module({
  imports: [CoursesModule, ClassesModule],
  controllers: [TrainingPlansController, TrainingPlansPages, PlanLinePages],
  providers: [TrainingPlansService, TrainingPlansQueries],
  exports: [TrainingPlansQueries],
})
export class TrainingPlansModule {}
