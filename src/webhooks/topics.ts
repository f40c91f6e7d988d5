import type { Bilingual } from '../platform/messages/words';

/** Something a webhook can be told of. */
export interface WebhookTopic {
  /** `<noun>.<what happened>`; goes out as the type of the message. */
  readonly code: string;
  readonly name: Bilingual;
}

const declared = new Map<string, WebhookTopic>();

/** Declares a topic beside the code that writes it. */
export function declareWebhookTopic(topic: WebhookTopic): void {
  if (declared.has(topic.code)) throw new Error(`The webhook topic ${topic.code} is declared twice.`);
  declared.set(topic.code, topic);
}

export const webhookTopics = (): readonly WebhookTopic[] => [...declared.values()];
