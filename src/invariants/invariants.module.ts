import { Module } from '@nestjs/common';
import { CompletionsModule } from '../completions/completions.module';
import { NominationsModule } from '../nominations/nominations.module';
import { ExaminationsService } from './examinations.service';
import { InvariantsJobs } from './invariants.jobs';
import { InvariantsService } from './invariants.service';

@Module({
  imports: [NominationsModule, CompletionsModule],
  providers: [InvariantsService, ExaminationsService, InvariantsJobs],
  exports: [InvariantsService, ExaminationsService],
})
export class InvariantsModule {}
