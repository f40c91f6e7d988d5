import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { ReminderState } from '../rules/rule';
import { type Audience, isOnRoster } from './audience';

/** A message as everybody it went to may read it, with how far it has come. */
export interface ClassMessage {
  readonly id: string;
  readonly classId: string;
  readonly audience: Audience;
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** The number of the group in its class; null where it went to all of them. */
  readonly group: number | null;
  readonly subject: string;
  readonly body: string;
  readonly writtenAt: Date;
  readonly writtenByName: string;
  readonly leavesAt: Date;
  readonly takenBackAt: Date | null;
  readonly takenBackByName: string | null;
  readonly recipients: number;
  /** How many of them it has come to which state with. */
  readonly states: Readonly<Partial<Record<ReminderState, number>>>;
}

export interface UnitOfClass {
  readonly id: string;
  readonly name: string;
}

const message = `
  SELECT m.id, m.class_id, m.audience, m.unit_id, unit_name_on(m.unit_id, m.written_at::date) AS unit_name, m.group_number AS "group", m.subject, m.body,
    m.written_at, w.name AS written_by_name, m.leaves_at, m.taken_back_at, t.name AS taken_back_by_name,
    coalesce(s.recipients, 0)::int AS recipients, coalesce(s.states, '{}') AS states
  FROM class_messages m JOIN accounts w ON w.id = m.written_by LEFT JOIN accounts t ON t.id = m.taken_back_by
  LEFT JOIN LATERAL (
    SELECT sum(o.people) AS recipients, jsonb_object_agg(o.outcome, o.people) AS states FROM (
      SELECT outcome, count(*) AS people FROM reminder_lines r
      WHERE r.rule = 'class_message' AND split_part(r.occurrence, ':', 1) = m.id::text AND r.resend_of IS NULL GROUP BY outcome) o) s ON true`;

export const messageOrders = ['writtenAt', '-writtenAt'] as const;
export type MessageOrder = (typeof messageOrders)[number];

const orders: Orders<MessageOrder, ClassMessage> = {
  writtenAt: [
    {
      column: `date_trunc('milliseconds', m.written_at)`,
      type: 'timestamptz',
      value: ({ writtenAt }) => writtenAt.toISOString(),
    },
    { column: 'm.id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class ClassMessagesQueries {
  constructor(private readonly database: Database) {}

  /** The newest first unless told. */
  async of(
    classId: string,
    {
      sort = '-writtenAt',
      ...part
    }: { sort?: MessageOrder | undefined; after?: string | undefined; limit?: number | undefined } = {},
  ): Promise<PageOf<ClassMessage>> {
    const parameters: unknown[] = [classId];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const rows = await this.database.read<ClassMessage>(
      `${message} WHERE m.class_id = $1 AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async message(id: string, tx: Tx = this.database.reader): Promise<ClassMessage | null> {
    const [row] = await tx.rows<ClassMessage>(`${message} WHERE m.id = $1`, [id]);
    return row ?? null;
  }

  /** Whether somebody is among its recipients. */
  async isTo(id: string, recipients: readonly string[]): Promise<boolean> {
    const rows = await this.database.read(
      `SELECT FROM reminders r WHERE r.rule = 'class_message' AND split_part(r.occurrence, ':', 1) = $1 AND r.recipient = ANY ($2::uuid[]) LIMIT 1`,
      [id, recipients],
    );
    return rows.length > 0;
  }

  /** The units that have people in a class, by their names of today (`today`). */
  async units(classId: string, today: string): Promise<UnitOfClass[]> {
    return this.database.read(
      `SELECT u.id, n.name FROM (
         SELECT e.unit_id AS id FROM enrollments e WHERE e.class_id = $1 AND ${isOnRoster}
         UNION SELECT unit_id FROM nominations WHERE class_id = $1 AND ended_at IS NULL AND state IN ('submitted', 'endorsed', 'returned')) u
       CROSS JOIN LATERAL (SELECT unit_name_on(u.id, $2::date) AS name) n ORDER BY n.name COLLATE "vi-x-icu"`,
      [classId, today],
    );
  }
}
