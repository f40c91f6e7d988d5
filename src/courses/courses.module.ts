import { Module } from '@nestjs/common';
import { CourseFormPages } from './course-form.pages';
import { CourseRulesPages } from './course-rules.pages';
import { CoursesController } from './courses.controller';
import { CoursesPages } from './courses.pages';
import { CoursesQueries } from './courses.queries';
import { CoursesService } from './courses.service';

@Module({
  controllers: [CoursesController, CourseFormPages, CoursesPages, CourseRulesPages],
  providers: [CoursesQueries, CoursesService],
  exports: [CoursesQueries, CoursesService],
})
export class CoursesModule {}
