import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { letterheadKeepers } from './letterheads.policy';
import { LetterheadsQueries, type SignedLetterhead } from './letterheads.queries';
import { LetterheadRequest } from './letterheads.requests';
import { LetterheadsService } from './letterheads.service';

@ApiTags('organization')
@Controller('api/v1/letterhead')
@Access(letterheadKeepers)
export class LetterheadsController {
  constructor(
    private readonly service: LetterheadsService,
    private readonly letterheads: LetterheadsQueries,
  ) {}

  /** The head of what the Bloc prints, and who signs. */
  @Get()
  async show(): Promise<SignedLetterhead> {
    return this.letterheads.ofBloc();
  }

  /** Replaces it; papers printed from now on carry it. */
  @Put()
  async keep(@CurrentActor() actor: Actor, @Body() letterhead: LetterheadRequest): Promise<SignedLetterhead> {
    await this.service.keep(actor, { ...letterhead, signerName: letterhead.signerName ?? null });
    return this.letterheads.ofBloc();
  }
}
