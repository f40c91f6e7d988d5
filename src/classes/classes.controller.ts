import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { IfMatch, Tagged } from '../platform/etags';
import type { PageOf } from '../platform/paging';
import { PathId } from '../platform/requests';
import { classPlanners } from './classes.policy';
import { ClassesQueries, type ClassItem } from './classes.queries';
import {
  AnnouncementRequest,
  ChangeClassRequest,
  ClassListQuery,
  ConfirmationRequest,
  NewClassRequest,
  readClassChanges,
} from './classes.requests';
import { ClassesService } from './classes.service';

@ApiTags('classes')
@Controller('api/v1/classes')
@Tagged()
export class ClassesController {
  constructor(
    private readonly service: ClassesService,
    private readonly classes: ClassesQueries,
  ) {}

  /** The classes the caller may see; drafts are the office's alone. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() query: ClassListQuery): Promise<PageOf<ClassItem>> {
    return this.classes.list({ ...query, actor });
  }

  /** Plans a class as a draft with all its seats in the common pool. */
  @Post()
  @Access(classPlanners)
  async create(@CurrentActor() actor: Actor, @Body() newClass: NewClassRequest): Promise<ClassItem> {
    return this.answer(actor, await this.service.create(actor, newClass));
  }

  /** One class; its `ETag` is for `If-Match` when changing it. */
  @Get(':id')
  @Access('signed_in')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ClassItem> {
    return this.answer(actor, id);
  }

  /** Changes what was sent; with `If-Match` only when nobody changed the class meanwhile (412). */
  @Patch(':id')
  @Access(classPlanners)
  @ApiBody({ type: ChangeClassRequest })
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<ClassItem> {
    await this.service.change(actor, id, readClassChanges(sent ?? {}), version);
    return this.answer(actor, id);
  }

  /** Calls the units to nominate within a window. */
  @Post(':id/announcement')
  @Access(classPlanners)
  @HttpCode(200)
  async announce(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { callOpensAt, callClosesAt }: AnnouncementRequest,
  ): Promise<ClassItem> {
    await this.service.announce(actor, id, {
      callOpensAt: new Date(callOpensAt),
      callClosesAt: new Date(callClosesAt),
    });
    return this.answer(actor, id);
  }

  /** Records the opening decision: the class will take place. */
  @Post(':id/confirmation')
  @Access(classPlanners)
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { decision }: ConfirmationRequest,
  ): Promise<ClassItem> {
    await this.service.confirm(actor, id, decision);
    return this.answer(actor, id);
  }

  private async answer(actor: Actor, id: string): Promise<ClassItem> {
    return this.classes.seen(actor, id);
  }
}
