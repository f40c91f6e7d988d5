import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { deciders } from '../nominations.policy';
import { TakenBackDecisions } from './taken-back.service';

@ApiTags('nominations')
@Controller('api/v1/nominations/:id/decision/reversal')
export class DecisionReversalsController {
  constructor(private readonly decisions: TakenBackDecisions) {}

  /** Takes the decision back while nobody was told of it (`undoUntil`): nomination, seat and whoever moved up stand as before. */
  @Post()
  @HttpCode(204)
  @Access(deciders)
  async takeBack(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.decisions.takeBack(actor, id);
  }
}
