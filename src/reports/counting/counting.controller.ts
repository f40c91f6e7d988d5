import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { recounters } from '../reports.policy';
import { CountingService } from './counting.service';

@ApiTags('reports')
@Controller('api/v1/reports')
export class CountingController {
  constructor(private readonly counting: CountingService) {}

  /** Has everything counted anew that reports tell as it was kept; how far it is, `GET /jobs/:id` tells. Asking again while it waits asks once. */
  @Post('recounts')
  @HttpCode(202)
  @Access(recounters)
  async recount(@CurrentActor() actor: Actor): Promise<{ jobId: string }> {
    return { jobId: await this.counting.recount(actor) };
  }
}
