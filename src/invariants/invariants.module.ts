import { Module } from '@nestjs/common';
import { CompletionsModule } from '../completions/completions.module';
import { NominationsModule } from '../nominations/nominations.module';
import { InvariantsJobs } from './invariants.jobs';
import { InvariantsService } from './invariants.service';

@Module({
  imports: [NominationsModule, CompletionsModule],
  providers: [InvariantsService, InvariantsJobs],
  exports: [InvariantsService],
})
export class InvariantsModule {}
