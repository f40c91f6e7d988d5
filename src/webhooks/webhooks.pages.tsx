import { Body, Get, Post, Query } from '@nestjs/common';
import { Access, InPerson } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect, Refused } from '../platform/pages/page-request';
import { found } from '../platform/problems/refusals';
import type { Refusal } from '../platform/problems/refusal';
import { PathId, readRequest } from '../platform/requests';
import { webhookKeepers } from './webhooks.policy';
import { type WebhookItem, WebhooksQueries } from './webhooks.queries';
import {
  AddWebhookRequest,
  ChangeWebhookRequest,
  ReplayDeliveriesRequest,
  WebhookPageRequest,
} from './webhooks.requests';
import { WebhooksService } from './webhooks.service';
import { webhookWords } from './webhooks.words';
import { Webhook } from './views/webhook';
import { SecretShown, Webhooks } from './views/webhooks';

@Pages('webhooks')
@Access(webhookKeepers)
export class WebhooksPages {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly queries: WebhooksQueries,
  ) {}

  @Get()
  @Help(webhookWords, 'help')
  async list(@Page() page: PageRequest): Promise<string> {
    return this.listPage(page, null);
  }

  @Post()
  @InPerson()
  @Refused<WebhooksPages>((on, refusal, page) => on.listPage(page, refusal))
  async add(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect | string> {
    const { id, secret } = await this.webhooks.add(page.actor, readRequest(AddWebhookRequest, withTopics(body)));
    return this.secretPage(page, await this.item(id), secret);
  }

  @Get(':id')
  @Help(webhookWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() filter: WebhookPageRequest): Promise<string> {
    return this.webhookPage(page, id, filter, null);
  }

  @Post(':id')
  @InPerson()
  @Refused<WebhooksPages>((on, refusal, page, id) => on.webhookPage(page, id, {}, refusal))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.webhooks.change(page.actor, id, readRequest(ChangeWebhookRequest, withTopics(body), ['name', 'url']));
    return page.done(`/webhooks/${id}`, webhookWords[page.locale].changedDone);
  }

  @Post(':id/secret-rotation')
  @InPerson()
  async rotateSecret(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    const { secret } = await this.webhooks.rotateSecret(page.actor, id);
    return this.secretPage(page, await this.item(id), secret);
  }

  @Post(':id/replays')
  async replay(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Body() { deliveryId }: ReplayDeliveriesRequest,
  ): Promise<Redirect> {
    const count = await this.webhooks.replay(page.actor, id, deliveryId ?? null);
    return page.done(`/webhooks/${id}`, webhookWords[page.locale].replayedDone(count));
  }

  private async listPage(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const webhooks = await this.queries.list();
    return page.render(
      webhookWords[page.locale].title,
      <Webhooks webhooks={webhooks} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }

  private async webhookPage(
    page: PageRequest,
    id: string,
    filter: WebhookPageRequest,
    refusal: Refusal | null,
  ): Promise<string> {
    const webhook = await this.item(id);
    const list = await this.queries.deliveries(id, { ...filter, after: filter.cursor });
    return page.render(
      webhook.name,
      <Webhook webhook={webhook} list={list} filter={filter} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }

  private secretPage(page: PageRequest, webhook: WebhookItem, secret: string): string {
    return page.render(webhook.name, <SecretShown webhook={webhook} secret={secret} />);
  }

  private async item(id: string): Promise<WebhookItem> {
    return found(await this.queries.webhook(id));
  }
}

/** A form sends one ticked box as text, several as a list. */
function withTopics(body: unknown): object {
  const { topics, ...typed } = (body ?? {}) as Record<string, unknown>;
  return topics === undefined ? typed : { ...typed, topics: [topics].flat() };
}
