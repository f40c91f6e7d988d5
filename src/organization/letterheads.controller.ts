import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { letterheadKeepers } from './letterheads.policy';
import { LetterheadsQueries, type SignedLetterhead } from './letterheads.queries';
import { blockOf, LetterheadRequest, SignatureRequest } from './letterheads.requests';
import type { SignatureBlock, SignedPaper } from './signatures';
import { SignaturesService } from './signatures.service';
import { SignedPaperPipe } from './signed-paper.pipe';
import { LetterheadsService } from './letterheads.service';

@ApiTags('organization')
@Controller('api/v1/letterhead')
@Access(letterheadKeepers)
export class LetterheadsController {
  constructor(
    private readonly service: LetterheadsService,
    private readonly letterheads: LetterheadsQueries,
    private readonly signing: SignaturesService,
  ) {}

  /** The head of what the Bloc prints, and who signs. */
  @Get()
  async show(): Promise<SignedLetterhead> {
    return this.letterheads.ofBloc();
  }

  /** The papers somebody else signs, by kind. */
  @Get('signatures')
  async signatures(): Promise<{ readonly items: readonly { paper: SignedPaper; block: SignatureBlock }[] }> {
    return { items: await this.letterheads.signatures() };
  }

  /** Who signs papers of a kind; without `onBehalf`, whom the letterhead names. */
  @Put('signatures/:paper')
  @HttpCode(204)
  async keepSignature(
    @CurrentActor() actor: Actor,
    @Param('paper', SignedPaperPipe) paper: SignedPaper,
    @Body() block: SignatureRequest,
  ): Promise<void> {
    await this.signing.keep(actor, paper, blockOf(block));
  }

  /** Replaces it; papers printed from now on carry it. */
  @Put()
  async keep(@CurrentActor() actor: Actor, @Body() sent: LetterheadRequest): Promise<SignedLetterhead> {
    const { nonMembers, ...letterhead } = sent;
    await this.service.keep(actor, { ...letterhead, signerName: letterhead.signerName ?? null }, nonMembers);
    return this.letterheads.ofBloc();
  }
}
