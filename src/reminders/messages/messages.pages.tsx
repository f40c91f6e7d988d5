import { randomUUID } from 'node:crypto';
import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { groupChoices } from '../../classes/places/choices';
import { assertRunsClass } from '../../enrollments/enrollments.policy';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { remindersVisibleTo } from '../reminders.policy';
import { RemindersQueries } from '../reminders.queries';
import { RemindersPageRequest } from '../reminders.requests';
import { mayWriteToClass, messageWriters } from './messages.policy';
import { ClassMessagesQueries } from './messages.queries';
import { ClassMessageRequest, ClassMessagesPageQuery, NewClassMessageQuery } from './messages.requests';
import { ClassMessagesService, type MessagePreview } from './messages.service';
import { messageWords } from './messages.words';
import { ClassMessagePage } from './views/message';
import { ClassMessages } from './views/messages';
import { MessageProgress } from './views/progress';
import { WriteToClass } from './views/write';

@Pages()
export class ClassMessagesPages {
  constructor(
    private readonly messages: ClassMessagesService,
    private readonly queries: ClassMessagesQueries,
    private readonly reminders: RemindersQueries,
    private readonly classes: ClassesQueries,
    private readonly clock: Clock,
  ) {}

  @Get('classes/:id/messages')
  @Help(messageWords, 'help')
  @Access(messageWriters)
  async list(@Page() page: PageRequest, @PathId() id: string, @Query() { sort, cursor }: ClassMessagesPageQuery) {
    const item = await this.classToWriteTo(page, id);
    const list = await this.queries.of(id, { sort, after: cursor });
    return page.render(
      messageWords[page.locale].ofClass(item.name),
      <ClassMessages item={item} actor={page.actor} list={list} sort={sort} isFirstPage={cursor === undefined} />,
    );
  }

  @Get('classes/:id/messages/new')
  @Help(messageWords, 'helpToWrite')
  @Access(messageWriters)
  async form(@Page() page: PageRequest, @PathId() id: string, @Query() { audience, unitId }: NewClassMessageQuery) {
    return this.writePage(page, id, { audience: audience ?? 'participants', unitId, key: randomUUID() });
  }

  @Post('classes/:id/messages/preview')
  @Access(messageWriters)
  @HttpCode(200)
  @Refused<ClassMessagesPages>((on, refusal, page, id) => on.writePage(page, id, page.typed, { refusal }))
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<string> {
    const preview = await this.messages.preview(page.actor, id, readRequest(ClassMessageRequest, body));
    return this.writePage(page, id, page.typed, { preview });
  }

  @Post('classes/:id/messages')
  @Access(messageWriters)
  @Refused<ClassMessagesPages>((on, refusal, page, id) => on.writePage(page, id, page.typed, { refusal }))
  async send(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const sent = await this.messages.send(page.actor, id, readRequest(ClassMessageRequest, body));
    return page.done(`/class-messages/${sent}`, messageWords[page.locale].queued);
  }

  @Get('class-messages/:id')
  @Help(messageWords, 'helpOfOne')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() filter: RemindersPageRequest): Promise<string> {
    return this.messagePage(page, id, filter, null);
  }

  /** What htmx asks for from when it leaves until everybody is told. */
  @Get('class-messages/:id/progress')
  @Access(messageWriters)
  async progress(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return page.fragment(<MessageProgress message={await this.messages.seen(page.actor, id)} now={this.clock.now()} />);
  }

  @Post('class-messages/:id/taking-back')
  @Access(messageWriters)
  @Refused<ClassMessagesPages>((on, refusal, page, id) => on.messagePage(page, id, {}, refusal))
  async takeBack(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const stopped = await this.messages.takeBack(page.actor, id);
    return page.done(`/class-messages/${id}`, messageWords[page.locale].takenBack(stopped));
  }

  private async classToWriteTo({ actor }: PageRequest, id: string) {
    const item = await this.classes.class(id);
    assertRunsClass(actor, item);
    return item;
  }

  private async writePage(
    page: PageRequest,
    id: string,
    values: FormValues,
    { preview = null, refusal = null }: { preview?: MessagePreview | null; refusal?: Refusal | null } = {},
  ): Promise<string> {
    const item = await this.classToWriteTo(page, id);
    const units = await this.queries.units(id, this.clock.today());
    const groups = await groupChoices(this.classes, id, page.locale);
    return page.render(
      messageWords[page.locale].writeTo(item.name),
      <WriteToClass item={item} units={units} groups={groups} values={values} preview={preview} refusal={refusal} />,
      refusal,
    );
  }

  private async messagePage(
    page: PageRequest,
    id: string,
    { cursor, sort, state }: RemindersPageRequest,
    refusal: Refusal | null,
  ): Promise<string> {
    const { actor } = page;
    const message = await this.messages.seen(actor, id);
    const item = await this.classes.seen(actor, message.classId);
    const lines = mayWriteToClass(actor, item.id)
      ? await this.reminders.list(remindersVisibleTo(actor), { messageId: id, after: cursor, sort, state })
      : null;
    return page.render(
      message.subject,
      <ClassMessagePage
        item={item}
        actor={actor}
        message={message}
        lines={lines}
        query={{ sort, state }}
        isFirstPage={cursor === undefined}
        now={this.clock.now()}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
