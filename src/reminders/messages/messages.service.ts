import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { assertRunsClass } from '../../enrollments/enrollments.policy';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Mail } from '../../platform/mailer/mailer';
import { found, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { DueRemindersQueries } from '../due-reminders.queries';
import { grouped } from '../mail';
import { outcomeOf, waysOf } from '../reminder';
import type { DueReminder } from '../rules/definition';
import type { ReminderReason } from '../rules/rule';
import { ReminderTextsQueries } from '../texts.queries';
import { ReminderWriters } from '../writers';
import { audiencesOfUnits, type Audience, recipientsOf } from './audience';
import { mayWriteToClass } from './messages.policy';
import { type ClassMessage, ClassMessagesQueries } from './messages.queries';
import {
  MessageLeft,
  MessageTakenBack,
  MessageWithdrawn,
  messageToNobody,
  nameInMessageSubject,
  unitOfNoUse,
  groupOfNoUse,
} from './messages.refusals';
import { messageActions } from './messages.words';

interface MessageToClass {
  readonly audience: Audience;
  readonly unitId?: string | undefined;
  /** Its number in the class. */
  readonly group?: number | undefined;
  readonly subject: string;
  readonly body: string;
  /** Of the form: the same words sent by it again are the same message. */
  readonly key?: string | undefined;
}

/** Somebody the message does not reach, and why. */
interface Unreached {
  readonly name: string;
  readonly unitName: string | null;
  readonly reason: ReminderReason;
}

/** What would go out, exactly but for the address by which its reader stops such mail: it was written and taken back. */
export interface MessagePreview {
  readonly recipients: number;
  readonly byMail: number;
  /** Told in the service alone. */
  readonly byNoticeOnly: number;
  readonly unreached: readonly Unreached[];
  /** The mail to the first of them; without one, the notice has its subject. */
  readonly subject: string;
  readonly body: string;
  readonly leavesAt: Date;
}

/** Long enough to see a slip in what was sent, short enough for “the hall has changed”. */
const leavesAfterMinutes = 5;

/** Messages to people of a class: written into the ledger of reminders, which sends them once and knows what became of each (I8). */
@Injectable()
export class ClassMessagesService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesQueries,
    private readonly queries: ClassMessagesQueries,
    private readonly due: DueRemindersQueries,
    private readonly writers: ReminderWriters,
    private readonly texts: ReminderTextsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Returns its id; of what was sent by the same form before, that of the first. @throws NotFound | NotAllowed | InvalidInput */
  async send(actor: Actor, classId: string, typed: MessageToClass): Promise<string> {
    const message = withPlainLines(typed);
    await this.assertSendable(actor, classId, message);
    return this.database.inTransaction(async (tx) => (await this.write(tx, actor, classId, message)).id);
  }

  /** Writes it and takes it back. @throws NotFound | NotAllowed | InvalidInput */
  async preview(actor: Actor, classId: string, typed: MessageToClass): Promise<MessagePreview> {
    const message = withPlainLines(typed);
    await this.assertSendable(actor, classId, message);
    return this.database.tryOut(async (tx) => {
      // Without a form the link in it would be another each time.
      const { id, leavesAt } = await this.write(tx, actor, classId, { ...message, key: message.key ?? classId });
      const today = this.clock.today();
      const moment = { now: this.clock.now(), today, quietUntil: null };
      const lines = await this.due.ofMessage(tx, moment, id);
      const told = lines.filter((line) => outcomeOf(line, moment).state === 'written');
      const example = told.find((line) => waysOf(line).mail) ?? lines[0]!;
      const writer = await this.writers.at(tx, today);
      const mail = writer.mailOf(grouped([example]));
      return {
        recipients: lines.length,
        byMail: told.filter((line) => waysOf(line).mail).length,
        byNoticeOnly: told.filter((line) => !waysOf(line).mail).length,
        unreached: lines.flatMap((line) => unreachedIn(line, outcomeOf(line, moment).reason)),
        subject: mail.subject,
        body: withoutKey(mail),
        leavesAt,
      };
    });
  }

  /**
   * What has not left does not leave. Returns how many it does not reach.
   * @throws NotFound | NotAllowed | MessageTakenBack | MessageLeft when it reached everybody
   */
  async takeBack(actor: Actor, id: string): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      const [held] = await tx.rows<{ classId: string; takenBackAt: Date | null }>(
        `SELECT class_id, taken_back_at FROM class_messages WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!held) throw new NotFound();
      if (!mayWriteToClass(actor, held.classId)) throw new NotAllowed();
      if (held.takenBackAt) throw new MessageTakenBack();
      await tx.execute(`UPDATE class_messages SET taken_back_at = $2, taken_back_by = $3 WHERE id = $1`, [
        id,
        this.clock.now(),
        actor.accountId,
      ]);
      // What is written and has not left is left out as its mail leaves; what is not written ends here.
      const { stopped } = await tx.row<{ stopped: number }>(
        `WITH ended AS (
           UPDATE reminders r SET state = 'suppressed', state_reason = 'taken_back'
           WHERE r.rule = 'class_message' AND split_part(r.occurrence, ':', 1) = $1 AND r.state = 'due' RETURNING 1)
         SELECT (SELECT count(*) FROM ended) + count(*) AS stopped FROM reminder_lines r
         WHERE r.rule = 'class_message' AND split_part(r.occurrence, ':', 1) = $1 AND r.outcome = 'written'`,
        [id],
      );
      if (stopped === 0) throw new MessageLeft();
      await this.journal.write(tx, actor, {
        action: messageActions.taken_back,
        subject: { type: 'class_message', id },
        classId: held.classId,
        facts: { stopped },
      });
      return stopped;
    });
  }

  /** For whoever runs its class, and whoever it went to. @throws NotFound | MessageWithdrawn */
  async seen(actor: Actor, id: string): Promise<ClassMessage> {
    const message = found(await this.queries.message(id));
    if (mayWriteToClass(actor, message.classId)) return message;
    const own = [actor.personId, actor.accountId].filter((one) => one !== null);
    if (!(await this.queries.isTo(id, own))) throw new NotFound();
    if (message.takenBackAt) throw new MessageWithdrawn();
    return message;
  }

  private async assertSendable(
    actor: Actor,
    classId: string,
    { audience, unitId, group, subject }: MessageToClass,
  ): Promise<void> {
    assertRunsClass(actor, await this.classes.class(classId));
    if (unitId !== undefined && !audiencesOfUnits.includes(audience)) throw unitOfNoUse();
    if (group !== undefined && audience !== 'participants') throw groupOfNoUse();
    const names = await this.texts.namesIn(subject);
    if (names.length > 0) throw nameInMessageSubject(names.join(', '));
  }

  /** The message and a line of the ledger for each recipient, in one order. @throws InvalidInput when there is nobody */
  private async write(
    tx: Tx,
    actor: Actor,
    classId: string,
    message: MessageToClass,
  ): Promise<{ readonly id: string; readonly leavesAt: Date }> {
    const { audience, unitId, group, subject, body } = message;
    const now = this.clock.now();
    const leavesAt = new Date(now.getTime() + leavesAfterMinutes * 60_000);
    const id = idOf(actor, classId, message);
    const written = await tx.rows<{ id: string }>(
      `INSERT INTO class_messages (id, class_id, audience, unit_id, group_number, subject, body, written_at, written_by, leaves_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT class_messages_once DO NOTHING RETURNING id`,
      [id, classId, audience, unitId ?? null, group ?? null, subject, body, now, actor.accountId, leavesAt],
    );
    if (written.length === 0) return tx.row(`SELECT id, leaves_at FROM class_messages WHERE id = $1`, [id]);
    const recipients = await tx.execute(
      `INSERT INTO reminders (rule, account_id, person_id, lecturer_id, class_id, unit_id, days_before, anchor, due_on, over_at, occurrence, state, planned_at, not_before)
       SELECT 'class_message', a.account_id, a.person_id, a.lecturer_id, $1, a.unit_id, 0, $3, $3, 'infinity', concat_ws(':', $4::text, $3::date, 0), 'due', $5, $6
       FROM (${recipientsOf[audience]}) a ORDER BY coalesce(a.account_id, a.person_id, a.lecturer_id)
       ON CONFLICT ON CONSTRAINT reminders_once DO NOTHING`,
      [classId, unitId ?? null, this.clock.today(), id, now, leavesAt, group ?? null],
    );
    if (recipients === 0) throw messageToNobody();
    await this.journal.write(tx, actor, {
      action: messageActions.sent,
      subject: { type: 'class_message', id },
      classId,
      unitId: unitId ?? null,
      facts: { audience, recipients },
    });
    return { id, leavesAt };
  }
}

const unreachedIn = ({ recipientName, unitName }: DueReminder, reason: ReminderReason | null): Unreached[] =>
  reason === null ? [] : [{ name: recipientName, unitName, reason }];

/** Whoever writes to people does not choose for them. */
const withoutKey = ({ body, unsubscribe }: Mail) =>
  unsubscribe ? body.replaceAll(unsubscribe, unsubscribe.replace(/[^/]+$/, '…')) : body;

/** Changed words are another message, though the browser went back to the same form. */
function idOf(actor: Actor, classId: string, { key, audience, unitId, group, subject, body }: MessageToClass): string {
  if (key === undefined) return randomUUID();
  const sent = JSON.stringify([actor.accountId, classId, key, audience, unitId, group, subject, body]);
  const hash = createHash('sha256').update(sent).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** Browsers end lines in two signs, and a paragraph of a mail begins after two ends of lines. */
const withPlainLines = (message: MessageToClass): MessageToClass => ({
  ...message,
  body: message.body.replace(/\r\n?/g, '\n'),
});
