import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, InPerson } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { ShownOnce } from '../platform/idempotency/shown-once';
import type { PageOf } from '../platform/paging';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { webhookKeepers } from './webhooks.policy';
import { type WebhookDeliveryItem, type WebhookItem, WebhooksQueries } from './webhooks.queries';
import {
  AddWebhookRequest,
  ChangeWebhookRequest,
  ReplayDeliveriesRequest,
  WebhookDeliveriesRequest,
} from './webhooks.requests';
import { WebhooksService } from './webhooks.service';

const rotateIt = {
  vi: 'Khóa bí mật chỉ hiện một lần. Nếu chưa nhận được, hãy đổi khóa (POST /api/v1/webhooks/{id}/secret-rotation) với Idempotency-Key mới.',
  en: 'The secret is shown once only. If you did not receive it, rotate it (POST /api/v1/webhooks/{id}/secret-rotation) with a new Idempotency-Key.',
};

/** Programs that are told of reminders, such as a gateway for SMS; signed by the Standard Webhooks convention. */
@ApiTags('webhooks')
@Controller('api/v1/webhooks')
@Access(webhookKeepers)
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly queries: WebhooksQueries,
  ) {}

  @Get()
  async list(): Promise<PageOf<WebhookItem>> {
    return { items: await this.queries.list(), next: null };
  }

  /** Answers with the secret, which is never told again. */
  @Post()
  @InPerson()
  @ShownOnce(rotateIt)
  async add(
    @CurrentActor() actor: Actor,
    @Body() request: AddWebhookRequest,
  ): Promise<WebhookItem & { secret: string }> {
    const { id, secret } = await this.webhooks.add(actor, request);
    return { ...(await this.item(id)), secret };
  }

  @Get(':id')
  async show(@PathId() id: string): Promise<WebhookItem> {
    return this.item(id);
  }

  @Patch(':id')
  @InPerson()
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: ChangeWebhookRequest,
  ): Promise<WebhookItem> {
    await this.webhooks.change(actor, id, request);
    return this.item(id);
  }

  /** A new secret, told once; the one before it signs too for a day. */
  @Post(':id/secret-rotation')
  @InPerson()
  @HttpCode(200)
  @ShownOnce(rotateIt)
  async rotateSecret(@CurrentActor() actor: Actor, @PathId() id: string): Promise<{ secret: string }> {
    const { secret } = await this.webhooks.rotateSecret(actor, id);
    return { secret };
  }

  @Get(':id/deliveries')
  async deliveries(
    @PathId() id: string,
    @Query() filter: WebhookDeliveriesRequest,
  ): Promise<PageOf<WebhookDeliveryItem>> {
    await this.item(id);
    return this.queries.deliveries(id, filter);
  }

  /** Tries again what was given up: one delivery, or all. */
  @Post(':id/replays')
  @HttpCode(200)
  async replay(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { deliveryId }: ReplayDeliveriesRequest,
  ): Promise<{ count: number }> {
    return { count: await this.webhooks.replay(actor, id, deliveryId ?? null) };
  }

  private async item(id: string): Promise<WebhookItem> {
    return found(await this.queries.webhook(id));
  }
}
