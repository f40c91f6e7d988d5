import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { IfMatch, Tagged } from '../platform/etags';
import type { PageOf } from '../platform/paging';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { peopleReaders, rosterKeepers, unitsListedFor } from './people.policy';
import { PeopleQueries, type PersonItem } from './people.queries';
import { CorrectPersonRequest, CreatePersonRequest, PeopleListQuery, readCorrection } from './people.requests';
import { PeopleService } from './people.service';

@ApiTags('people')
@Controller('api/v1/people')
@Tagged()
export class PeopleController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly service: PeopleService,
  ) {}

  /** The people of the units the caller reaches, by given name unless told. */
  @Get()
  @Access(peopleReaders)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { unitId, ...query }: PeopleListQuery,
  ): Promise<PageOf<PersonItem>> {
    return this.queries.list({ ...query, unitIds: unitsListedFor(actor, unitId) });
  }

  /** Adds one person to the roster of a unit. */
  @Post()
  @Access(rosterKeepers)
  async create(@CurrentActor() actor: Actor, @Body() request: CreatePersonRequest): Promise<PersonItem> {
    return found(await this.queries.person(await this.service.create(actor, request)));
  }

  /** One person: those of the units the caller reaches, and oneself. */
  @Get(':id')
  @Access('signed_in')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PersonItem> {
    return this.service.read(actor, id);
  }

  /** Corrects what is said of a person; the next roster is compared with what it says by now. */
  @Patch(':id')
  @Access(rosterKeepers)
  @ApiBody({ type: CorrectPersonRequest })
  async correct(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<PersonItem> {
    await this.service.correct(actor, id, readCorrection(sent ?? {}), version);
    return found(await this.queries.person(id));
  }
}
