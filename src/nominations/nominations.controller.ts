import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ClassesQueries } from '../classes/classes.queries';
import { OrganizationQueries } from '../organization/organization.queries';
import { unitsVisibleTo } from '../people/people.policy';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Takes } from '../platform/limits/largest-body';
import type { Bilingual } from '../platform/messages/words';
import type { PageOf } from '../platform/paging';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { type CandidateItem, CandidatesQueries } from './candidates.queries';
import {
  assertMayNominateFor,
  deciders,
  maySeeNomination,
  nominators,
  reviewers,
  unitNominatedFor,
} from './nominations.policy';
import {
  presentNominees,
  presentReviews,
  type RowResult,
  stateSentence,
  nextStep,
  type NextStep,
} from './nominations.present';
import { type NominationItem, NominationsQueries } from './nominations.queries';
import {
  EndorsementRequest,
  GroupLetterOfManyRequest,
  NominateEachRequest,
  NominateRequest,
  NominationsQuery,
  NoneThisTimeRequest,
  RankingRequest,
  ReasonRequest,
  ReturnRequest,
  ReviewsRequest,
  SubmissionRequest,
  SubstitutionRequest,
  UnitQuery,
} from './nominations.requests';
import { NominationsService } from './nominations.service';
import { RankingsService } from './rankings.service';
import { ReviewsService } from './reviews.service';
import { UnitAnswersService } from './unit-answers.service';

type NominationShown = NominationItem & { readonly sentence: Bilingual; readonly nextStep: NextStep };

@ApiTags('nominations')
@Controller('api/v1')
export class NominationsController {
  constructor(
    private readonly nominations: NominationsService,
    private readonly rankings: RankingsService,
    private readonly reviews: ReviewsService,
    private readonly answers: UnitAnswersService,
    private readonly queries: NominationsQueries,
    private readonly candidates: CandidatesQueries,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly clock: Clock,
  ) {}

  /** The unit's people who are not nominated yet, the most needful eligible first, each with reasons and checks. */
  @Get('classes/:id/candidates')
  @Access(nominators)
  async listCandidates(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() { unitId }: UnitQuery,
  ): Promise<PageOf<CandidateItem>> {
    await this.classes.seen(actor, classId);
    const unit = unitNominatedFor(actor, unitId);
    assertMayNominateFor(actor, unit);
    const items = await this.candidates.of(classId, unit);
    if (items.length === 0) found(await this.organization.unit(unit));
    return { items, next: null };
  }

  /** Nominates one person; with a letter it is submitted at once. */
  @Post('classes/:id/nominations')
  @Access(nominators)
  async nominate(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { unitId, ...wanted }: NominateRequest,
  ): Promise<NominationShown> {
    const nominee = { ...wanted, unitId: unitNominatedFor(actor, unitId) };
    return this.withSentence(await this.nominations.nominate(actor, classId, nominee));
  }

  /** Nominates several people of one unit; a result per person. */
  @Post('classes/:id/nominations/batch')
  @Access(nominators)
  @HttpCode(200)
  async nominateEach(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { personIds, unitId, ...terms }: NominateEachRequest,
    @Req() request: FastifyRequest,
  ): Promise<{ results: RowResult[] }> {
    const unit = unitNominatedFor(actor, unitId);
    const wanted = personIds.map((personId) => ({ ...terms, personId, unitId: unit }));
    return {
      results: presentNominees(await this.nominations.nominateEach(actor, classId, wanted), request),
    };
  }

  /** The unit nominates nobody this time: an answer, so that it is not reminded again. */
  @Post('classes/:id/none-this-time')
  @Access(nominators)
  @HttpCode(204)
  async answerNone(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { unitId, note }: NoneThisTimeRequest,
  ): Promise<void> {
    await this.answers.answerNone(actor, classId, unitNominatedFor(actor, unitId), note ?? null);
  }

  /** The nominations the caller may see. */
  @Get('nominations')
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() query: NominationsQuery): Promise<PageOf<NominationShown>> {
    const page = await this.queries.list({
      ...query,
      visibleUnits: unitsVisibleTo(actor),
      visiblePerson: actor.personId,
    });
    return { ...page, items: page.items.map((item) => this.withSentence(item)) };
  }

  @Get('nominations/:id')
  @Access('signed_in')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<NominationShown> {
    const nomination = found(await this.queries.nomination(id), (nomination) => maySeeNomination(actor, nomination));
    return this.withSentence(nomination);
  }

  /** Sends a draft, or one that was returned, with the unit's letter. */
  @Post('nominations/:id/submission')
  @Access(nominators)
  @HttpCode(200)
  async submit(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { letter, ...terms }: SubmissionRequest,
  ): Promise<NominationShown> {
    await this.nominations.submit(actor, id, letter, terms);
    return this.shown(id);
  }

  /** Puts a reserve at a place of its unit's order; those behind make room. */
  @Post('nominations/:id/ranking')
  @Access(nominators)
  @HttpCode(200)
  async rank(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { place }: RankingRequest,
  ): Promise<NominationShown> {
    await this.rankings.place(actor, id, place);
    return this.shown(id);
  }

  /** The Group's word, with its letter where that was written; of its only officer, the word of the Bloc's training office. */
  @Post('nominations/:id/endorsement')
  @Access(deciders)
  @HttpCode(200)
  async endorse(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { letter }: EndorsementRequest,
  ): Promise<NominationShown> {
    await this.reviews.endorse(actor, id, letter);
    return this.shown(id);
  }

  /** The Group's letter for many it endorsed before; a result per row. */
  @Post('nominations/group-letters')
  @Access(deciders)
  @HttpCode(200)
  async recordGroupLetter(
    @CurrentActor() actor: Actor,
    @Body() { nominationIds, letter }: GroupLetterOfManyRequest,
    @Req() request: FastifyRequest,
  ): Promise<{ results: RowResult[] }> {
    const results = await this.reviews.recordGroupLetter(actor, nominationIds, letter);
    return { results: presentReviews(results, request) };
  }

  /** Accepts and enrolls. */
  @Post('nominations/:id/acceptance')
  @Access(reviewers)
  @HttpCode(200)
  async accept(@CurrentActor() actor: Actor, @PathId() id: string): Promise<NominationShown> {
    await this.reviews.accept(actor, id);
    return this.shown(id);
  }

  /** Correct and send again; the place is kept until a day. */
  @Post('nominations/:id/return')
  @Access(deciders)
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason, correctBy }: ReturnRequest,
  ): Promise<NominationShown> {
    await this.reviews.return(actor, id, reason, correctBy);
    return this.shown(id);
  }

  @Post('nominations/:id/rejection')
  @Access(deciders)
  @HttpCode(200)
  async reject(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<NominationShown> {
    await this.reviews.reject(actor, id, reason);
    return this.shown(id);
  }

  /** The seat goes to the unit's next reserve in the same transaction. */
  @Post('nominations/:id/withdrawal')
  @Access(nominators)
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<NominationShown> {
    await this.nominations.withdraw(actor, id, reason);
    return this.shown(id);
  }

  /** Somebody else of the unit takes over seat or rank. Answers the newcomer's nomination. */
  @Post('nominations/:id/substitution')
  @Access(nominators)
  async substitute(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() newcomer: SubstitutionRequest,
  ): Promise<NominationShown> {
    return this.shown(await this.nominations.substitute(actor, id, newcomer));
  }

  /** Many decisions in one go; a result per row. */
  @Post('nominations/reviews')
  @Takes({ kilobytes: 512 })
  @Access(deciders)
  @HttpCode(200)
  async review(
    @CurrentActor() actor: Actor,
    @Body() { decisions }: ReviewsRequest,
    @Req() request: FastifyRequest,
  ): Promise<{ results: RowResult[] }> {
    return {
      results: presentReviews(await this.reviews.decideEach(actor, decisions), request),
    };
  }

  private async shown(id: string): Promise<NominationShown> {
    return this.withSentence((await this.queries.nomination(id))!);
  }

  private withSentence(nomination: NominationItem): NominationShown {
    return { ...nomination, sentence: stateSentence(nomination), nextStep: nextStep(nomination, this.clock.today()) };
  }
}
