import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CoursesModule } from '../courses/courses.module';
import { TrainingRecordsModule } from '../training-records/training-records.module';
import { DiplomasPages } from './diplomas.pages';
import { DiplomasService } from './diplomas.service';
import { MarksPages } from './marks.pages';
import { MarksService } from './marks.service';
import { ModulesPages } from './modules.pages';
import { ModulesService } from './modules.service';
import { TheoryClassesController } from './theory-classes.controller';
import { TheoryClassesQueries } from './theory-classes.queries';

@Module({
  imports: [ClassesModule, CoursesModule, TrainingRecordsModule],
  controllers: [TheoryClassesController, MarksPages, ModulesPages, DiplomasPages],
  providers: [ModulesService, MarksService, DiplomasService, TheoryClassesQueries],
  exports: [ModulesService, MarksService, DiplomasService, TheoryClassesQueries],
})
export class TheoryClassesModule {}
