import { listQuery } from '../platform/paging';
import { Text } from '../platform/request-fields';

const mailOrders = ['writtenAt', '-writtenAt'] as const;
export type MailOrder = (typeof mailOrders)[number];

export class MailListQuery extends listQuery(mailOrders) {}

export class NoteReturnRequest {
  @Text({ max: 500, description: 'What the returned message says.' })
  readonly reason: string;
}
