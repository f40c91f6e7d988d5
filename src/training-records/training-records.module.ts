import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { TrainingRecordsController } from './training-records.controller';
import { TrainingRecordsPages } from './training-records.pages';
import { TrainingRecordsQueries } from './training-records.queries';
import { TrainingRecordsService } from './training-records.service';

@Module({
  imports: [PeopleModule],
  controllers: [TrainingRecordsController, TrainingRecordsPages],
  providers: [TrainingRecordsQueries, TrainingRecordsService],
  exports: [TrainingRecordsQueries, TrainingRecordsService],
})
export class TrainingRecordsModule {}
