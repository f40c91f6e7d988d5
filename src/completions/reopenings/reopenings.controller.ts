import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { classClosers } from '../completions.policy';
import { type Reopening, ReopeningsQueries, type ToTakeBack } from './reopenings.queries';
import { ReopeningRequest } from './reopenings.requests';
import { ReopeningsService } from './reopenings.service';

export interface ReopeningsOfClass {
  /** What reopening it now would take back; a decision is needed once certificates were handed out or told of. */
  readonly toTakeBack: ToTakeBack;
  readonly items: readonly Reopening[];
}

@ApiTags('completions')
@Controller('api/v1/classes/:id')
@Access(classClosers)
export class ReopeningsController {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly reopenings: ReopeningsQueries,
    private readonly service: ReopeningsService,
  ) {}

  /** Each time the class was reopened, the newest first, and what reopening it now would take back. */
  @Get('reopenings')
  async list(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ReopeningsOfClass> {
    await this.classes.seen(actor, id);
    return { toTakeBack: await this.reopenings.toTakeBack(id), items: await this.reopenings.ofClass(id) };
  }

  /** A class that was closed by mistake goes on. Certificates are revoked and keep their numbers; records are withdrawn. */
  @Post('reopening')
  @HttpCode(204)
  async reopen(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: ReopeningRequest): Promise<void> {
    await this.service.reopen(actor, id, request);
  }
}
