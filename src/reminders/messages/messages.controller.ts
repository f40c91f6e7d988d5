import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../../classes/classes.queries';
import { assertRunsClass } from '../../enrollments/enrollments.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { type PageOf, PageQuery } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { messageWriters } from './messages.policy';
import { type ClassMessage, ClassMessagesQueries } from './messages.queries';
import { ClassMessageRequest } from './messages.requests';
import { ClassMessagesService, type MessagePreview } from './messages.service';

@ApiTags('reminders')
@Controller('api/v1')
export class ClassMessagesController {
  constructor(
    private readonly messages: ClassMessagesService,
    private readonly queries: ClassMessagesQueries,
    private readonly classes: ClassesQueries,
  ) {}

  /** What was written to people of a class, the newest first, each with what became of it. */
  @Get('classes/:id/messages')
  @Access(messageWriters)
  async list(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { limit, after }: PageQuery,
  ): Promise<PageOf<ClassMessage>> {
    assertRunsClass(actor, await this.classes.class(id));
    return this.queries.of(id, { after, limit });
  }

  /**
   * Writes to people of a class: by mail, and in the service to whoever has an account, each once. It leaves five minutes
   * later, so that it can be taken back. `GET /reminders?messageId=` lists what became of each recipient.
   */
  @Post('classes/:id/messages')
  @Access(messageWriters)
  async send(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() message: ClassMessageRequest,
  ): Promise<ClassMessage> {
    return (await this.queries.message(await this.messages.send(actor, id, message)))!;
  }

  /** What it would say, to how many, and whom it would not reach; stores nothing. */
  @Post('classes/:id/messages/preview')
  @Access(messageWriters)
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() message: ClassMessageRequest,
  ): Promise<MessagePreview> {
    return this.messages.preview(actor, id, message);
  }

  /** For whoever runs the class, and whoever it went to. */
  @Get('class-messages/:id')
  @Access('signed_in')
  async message(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ClassMessage> {
    return this.messages.seen(actor, id);
  }

  /** Takes back what has not left. */
  @Post('class-messages/:id/taking-back')
  @Access(messageWriters)
  @HttpCode(200)
  async takeBack(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ClassMessage> {
    await this.messages.takeBack(actor, id);
    return (await this.queries.message(id))!;
  }
}
