import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { forLike, searchWords } from '../platform/names';
import { keysetPage, type Orders, type PageOf } from '../platform/paging';
import type { ReminderReason, ReminderRule, ReminderState } from './rules/rule';
import type { ReminderSight } from './reminders.policy';
import type { ReminderOrder, RemindersRequest } from './reminders.requests';

/** One line of the ledger. */
export interface ReminderRow {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly daysBefore: number;
  readonly dueOn: Day;
  readonly state: ReminderState;
  readonly reason: ReminderReason | null;
  /** Null when it is about no class. */
  readonly classId: string | null;
  readonly classCode: string | null;
  readonly className: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly recipientName: string;
  /** By which recipients are sorted: the given name first. */
  readonly sortName: string;
  readonly plannedAt: Date;
  readonly writtenAt: Date | null;
  /** When the message left, or the notice stood in the service. */
  readonly leftAt: Date | null;
  /** When the message was known to have come back. */
  readonly returnedAt: Date | null;
  readonly mailId: string | null;
  /** The account the message went to; null when it went to a bare address. */
  readonly mailAccountId: string | null;
  /** How often the mail server refused the message. */
  readonly mailAttempts: number | null;
  readonly mailError: string | null;
  readonly noticeId: string | null;
  /** The line it repeats, and why; null for what the service told by itself. */
  readonly resendOf: string | null;
  readonly resendReason: string | null;
}

export interface ClassInLedger {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const byId = { column: 'r.id', type: 'uuid', value: ({ id }: ReminderRow) => id };
const orders: Orders<ReminderOrder, ReminderRow> = {
  dueOn: [{ column: 'r.due_on', type: 'date', value: ({ dueOn }) => dueOn }, byId],
  recipient: [{ column: 'r.sort_name', type: 'text COLLATE "vi-x-icu"', value: ({ sortName }) => sortName }, byId],
  rule: [{ column: 'r.rule', type: 'text', value: ({ rule }) => rule }, byId],
  state: [{ column: 'r.state', type: 'text', value: ({ state }) => state }, byId],
};

const columns = (
  state: string,
) => `r.id, r.rule, r.days_before, r.due_on, ${state} AS state, r.outcome_reason AS reason,
  c.id AS class_id, c.code AS class_code, c.name AS class_name, r.unit_id, unit_name_on(r.unit_id, $1) AS unit_name,
  p.id AS person_id, r.account_id, coalesce(a.name, p.full_name, taught.full_name) AS recipient_name,
  coalesce(p.sort_name, taught.sort_name, a.name COLLATE "vi-x-icu") AS sort_name,
  r.planned_at, r.written_at, r.left_at, r.returned_at, r.mail_id, m.to_account_id AS mail_account_id,
  m.attempts AS mail_attempts, m.last_error AS mail_error, r.notice_id,
  r.resend_of, r.resend_reason`;
const mail = 'LEFT JOIN mail_messages m ON m.id = r.mail_id';
const account = 'LEFT JOIN accounts a ON a.id = r.account_id';
const person = 'LEFT JOIN persons p ON p.id = coalesce(r.person_id, a.person_id)';
const shown = `${account} ${person} LEFT JOIN lecturers taught ON taught.id = r.lecturer_id LEFT JOIN classes c ON c.id = r.class_id ${mail}`;
const lines = `SELECT ${columns('r.outcome')} FROM reminder_lines r ${shown}`;

/** Lines of the ledger, with what a list is narrowed by and in the order of. */
interface Part {
  readonly from: string;
  /** The given name of the recipient first. */
  readonly sortName?: string;
  readonly conditions?: readonly string[];
  /** The outcome of all of them: then their order is that of their ids alone. */
  readonly outcome?: string;
}

const all: Part = { from: `reminder_lines r ${account} ${person} ${mail}` };

/** Sorted by who they are to, they are read of each kind of recipient in the order of its names: the ledger has no names. */
const byRecipient: readonly Part[] = [
  {
    from: `persons p JOIN reminder_lines r ON r.recipient = p.id ${mail}`,
    sortName: 'p.sort_name',
  },
  {
    from: `persons p JOIN accounts a ON a.person_id = p.id JOIN reminder_lines r ON r.recipient = a.id ${mail}`,
    sortName: 'p.sort_name',
  },
  {
    from: `accounts a JOIN reminder_lines r ON r.recipient = a.id LEFT JOIN persons p ON p.id = a.person_id ${mail}`,
    sortName: 'a.name COLLATE "vi-x-icu"',
    conditions: ['a.person_id IS NULL'],
  },
  {
    from: `lecturers taught JOIN reminder_lines r ON r.recipient = taught.id LEFT JOIN persons p ON p.id = r.person_id ${mail}`,
    sortName: 'taught.sort_name',
  },
];

/** Whether a reader sees the line `r`; what nobody asks is not said, so that an index is met. The values it compares with are added to `parameters`. */
function inSight({ all, unitIds, classIds, personId, accountId }: ReminderSight, parameters: unknown[]): string {
  if (all) return 'true';
  const own = [personId, accountId].filter((id) => id !== null);
  const whose = { unit_id: unitIds, class_id: classIds, recipient: own };
  const ways = Object.entries(whose)
    .filter(([, ids]) => ids.length > 0)
    .map(([column, ids]) => `r.${column} = ANY ($${parameters.push(ids)}::uuid[])`);
  return `(${ways.join(' OR ') || 'false'})`;
}

@Injectable()
export class RemindersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest due day first, unless told otherwise. */
  async list(sight: ReminderSight, filter: RemindersRequest): Promise<PageOf<ReminderRow>> {
    const { sort = '-dueOn', limit, after } = filter;
    const parameters: unknown[] = [this.clock.today()];
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const narrowed = [inSight(sight, parameters), ...conditionsOf(filter, parameters)];
    // The page is cut before anything is joined that it only shows.
    const parts = partsOf(sort).map(({ from, sortName = 'NULL::text', conditions = [], outcome = 'r.outcome' }) => {
      const part = `SELECT r.id, r.due_on, r.rule, ${outcome} AS state, ${sortName} AS sort_name FROM ${from} WHERE ${[...narrowed, ...conditions].join(' AND ')}`;
      return `(SELECT * FROM (${part}) r WHERE ${page.condition} ${page.orderAndLimit})`;
    });
    const cut = `(SELECT * FROM (${parts.join(' UNION ALL ')}) r ${page.orderAndLimit})`;
    const rows = await this.database.read<ReminderRow>(
      `SELECT * FROM (SELECT ${columns('cut.state')} FROM ${cut} cut JOIN reminder_lines r ON r.id = cut.id ${shown}) r ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  /** Null when there is none, or none the reader may see. */
  async line(sight: ReminderSight, id: string): Promise<ReminderRow | null> {
    const parameters: unknown[] = [this.clock.today(), id];
    const sql = `${lines} WHERE r.id = $2 AND ${inSight(sight, parameters)}`;
    const [row] = await this.database.read<ReminderRow>(sql, parameters);
    return row ?? null;
  }

  /** All that was told, and not told, of one occurrence: the first line, then each time it was sent again. */
  async repeats({ id, resendOf }: Pick<ReminderRow, 'id' | 'resendOf'>): Promise<ReminderRow[]> {
    return this.database.read<ReminderRow>(
      `${lines} WHERE r.id = $2 OR r.resend_of = $2 ORDER BY r.resend_of IS NOT NULL, r.planned_at, r.id`,
      [this.clock.today(), resendOf ?? id],
    );
  }

  /** The newest lines of a rule to somebody. @param classId only about this class; null reads about all */
  async told(rule: ReminderRule, recipients: readonly string[], classId: string | null): Promise<ReminderRow[]> {
    return this.database.read<ReminderRow>(
      `${lines} WHERE r.rule = $2 AND r.recipient = ANY ($3::uuid[]) AND ($4::uuid IS NULL OR r.class_id = $4)
       ORDER BY r.due_on DESC, r.planned_at DESC, r.resend_of IS NULL, r.id DESC LIMIT 20`,
      [this.clock.today(), rule, recipients, classId],
    );
  }

  /** Classes the reader finds in the ledger, the latest first: for choosing one. */
  async classes(sight: ReminderSight): Promise<ClassInLedger[]> {
    const parameters: unknown[] = [];
    return this.database.read<ClassInLedger>(
      `SELECT c.id, c.code, c.name FROM classes c
       WHERE EXISTS (SELECT 1 FROM reminders r WHERE r.class_id = c.id AND ${inSight(sight, parameters)})
       ORDER BY c.opens_on DESC, c.id LIMIT 200`,
      parameters,
    );
  }
}

/** What an outcome asks of the line and its mail, said of columns that have an index: few lines are missed, few mails come back. */
const asked: Readonly<Record<ReminderState, string>> = {
  due: `r.state = 'due'`,
  suppressed: `r.state = 'suppressed'`,
  missed: `r.state = 'missed'`,
  written: 'm.delivered_at IS NULL AND m.dead_at IS NULL AND m.id IS NOT NULL',
  failed: 'm.dead_at IS NOT NULL',
  returned: 'm.returned_at IS NOT NULL',
  left: `r.state = 'written'`,
};

/** Most left, and the planner takes an outcome that is computed for rare. */
const hasOutcome = (state: ReminderState, outcome: string) =>
  state === 'left' ? `CASE WHEN r.outcome = ${outcome} THEN true ELSE false END` : `r.outcome = ${outcome}`;

/** Each order is read off an index: what follows from several tables, part by part. */
function partsOf(sort: ReminderOrder): readonly Part[] {
  if (sort.endsWith('recipient')) return byRecipient;
  if (!sort.endsWith('state')) return [all];
  return Object.entries(asked).map(([state, condition]) => ({
    ...all,
    // What is said of the line alone needs no outcome, which the planner takes for rare.
    conditions:
      condition.startsWith('r.') && state !== 'left'
        ? [condition]
        : [hasOutcome(state as ReminderState, `'${state}'`), condition],
    outcome: `'${state}'::text`,
  }));
}

/** Whom a word of a search may mean, found where names are: each word counts from its first letter. */
function recipientsNamed(search: string | undefined, parameters: unknown[]): string[] {
  const words = searchWords(search)
    .map(forLike)
    .map((word) => ({ start: `$${parameters.push(`${word}%`)}`, inside: `$${parameters.push(`% ${word}%`)}` }));
  if (words.length === 0) return [];
  const named = (name: string) =>
    words.map(({ start, inside }) => `(${name} LIKE ${start} OR ${name} LIKE ${inside})`).join(' AND ');
  return [
    `r.recipient IN (
       SELECT q.id FROM persons q WHERE ${named('q.folded_name')}
       UNION ALL SELECT o.id FROM persons q JOIN accounts o ON o.person_id = q.id WHERE ${named('q.folded_name')}
       UNION ALL SELECT o.id FROM accounts o WHERE o.person_id IS NULL AND ${named('lower(o.name)')}
       UNION ALL SELECT l.id FROM lecturers l WHERE ${named('folded_text(l.full_name)')})`,
  ];
}

/** What a list is narrowed by; the values it compares with are added to `parameters`. */
function conditionsOf(filter: RemindersRequest, parameters: unknown[]): string[] {
  const compared = {
    'r.class_id =': filter.classId,
    'r.unit_id =': filter.unitId,
    'p.id =': filter.personId,
    'r.rule =': filter.rule,
    'r.outcome_reason =': filter.reason,
    'r.due_on >=': filter.from,
    'r.due_on <=': filter.to,
  };
  const conditions = Object.entries(compared)
    .filter(([, value]) => value !== undefined)
    .map(([comparison, value]) => `${comparison} $${parameters.push(value)}`);
  if (filter.state !== undefined)
    conditions.push(hasOutcome(filter.state, `$${parameters.push(filter.state)}`), asked[filter.state]);
  if (filter.messageId !== undefined) {
    conditions.push(
      `r.rule = 'class_message' AND split_part(r.occurrence, ':', 1) = $${parameters.push(filter.messageId)}`,
    );
  }
  return [...conditions, ...recipientsNamed(filter.search, parameters)];
}
