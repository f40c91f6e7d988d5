import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { type MailAttachment, Mailer } from '../platform/mailer/mailer';
import { type MailWriter, MailWriters, type WaitingMail, type WrittenAnew } from '../platform/mailer/mail-writers';
import { PlatformSettings } from '../platform/settings';
import { calendarFiles, invitationMail } from './invitation-mail';
import { invitationActions } from './invitation-mail.words';
import { MailToCome, type Timetable } from './mail-to-come';
import { type DueInvitation, type InvitationEnvelope, InvitationsQueries } from './invitations.queries';

/** What one run takes, so that a class announced to a thousand people holds nobody up; the next goes on at once. */
const peopleAtOnce = 100;
const byItself = Actor.service('calendars');

interface Invited {
  /** Mails. */
  readonly written: number;
  readonly isMore: boolean;
}

/**
 * Keeps the calendars people have by mail right: found by query, told once. A person is taken by one run at a time, and
 * the key of the ledger holds even without that.
 */
@Injectable()
export class InvitationsService implements MailWriter, OnModuleInit {
  readonly name = 'invitations';

  constructor(
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly mailer: Mailer,
    private readonly writers: MailWriters,
    private readonly toCome: MailToCome,
    private readonly journal: Journal,
    private readonly settings: PlatformSettings,
  ) {}

  onModuleInit(): void {
    this.writers.add(this);
  }

  /** Tells the next people. */
  async send(atOnce = peopleAtOnce): Promise<Invited> {
    return this.database.inTransaction(async (tx) => {
      const toldOtherwise = await this.toCome.of(tx);
      const { people, isMore } = await this.queries.takePeople(tx, atOnce, toldOtherwise);
      return { written: people.length === 0 ? 0 : await this.tell(tx, people, toldOtherwise), isMore };
    });
  }

  /** What a mail says at the moment it leaves: all its person is to be told of its class by then. */
  async writeAnew(tx: Tx, mails: readonly WaitingMail[]): Promise<ReadonlyMap<string, WrittenAnew>> {
    const ids = mails.map(({ id }) => id);
    const envelopes = await this.queries.envelopes(tx, ids);
    const people = envelopes.map(({ personId }) => personId);
    await this.queries.holdPeople(tx, people);
    const due = await this.queries.claim(
      tx,
      people,
      envelopes.map(({ classId }) => classId),
    );
    const mailOf = new Map(envelopes.map((envelope) => [envelopeOf(envelope), envelope.mailId]));
    await this.queries.noteMails(
      tx,
      groupedByMail(due).map((told) => ({ mailId: mailOf.get(envelopeOf(told[0]))!, told })),
    );
    const told = new Map(groupedByMail(await this.queries.told(tx, ids)).map((of) => [of[0].mailId, of]));
    const known = new Set(envelopes.map(({ mailId }) => mailId));
    return new Map(
      ids.map((id): [string, WrittenAnew] => {
        const of = told.get(id);
        return [id, of ? invitationMail(of, this.settings) : known.has(id) ? 'not_needed' : 'superseded'];
      }),
    );
  }

  /** What an earlier mail tells of a half-day that has changed since, while it is about to leave. */
  async outdated(tx: Tx, mailIds: readonly string[]): Promise<readonly string[]> {
    return this.queries.outdated(tx, mailIds);
  }

  /** The files by which these calendars follow, for a message of another writer that tells of the same classes. */
  async takeAlong(tx: Tx, timetables: readonly Timetable[]): Promise<CalendarFiles[]> {
    const people = timetables.map(({ personId }) => personId);
    await this.queries.holdPeople(tx, people);
    const due = await this.queries.claim(
      tx,
      people,
      timetables.map(({ classId }) => classId),
    );
    return groupedByMail(due.filter(isWorthTelling)).map((told) => this.filesOf(told));
  }

  /** Notes which message took them. */
  async noteTaken(tx: Tx, taken: readonly { readonly mailId: string; readonly files: CalendarFiles }[]): Promise<void> {
    await this.queries.noteMails(
      tx,
      taken.map(({ mailId, files: { told } }) => ({ mailId, told })),
    );
  }

  /** The same as such messages leave: what is due by then, each with its message. */
  async takeAlongAnew(tx: Tx, envelopes: readonly InvitationEnvelope[]): Promise<ReadonlyMap<string, CalendarFiles>> {
    if (envelopes.length === 0) return new Map();
    await this.queries.bringForward(tx, envelopes);
    const due = await this.takeAlong(tx, envelopes);
    const mailOf = new Map(envelopes.map((envelope) => [envelopeOf(envelope), envelope.mailId]));
    await this.noteTaken(
      tx,
      due.map((files) => ({ mailId: mailOf.get(envelopeOf(files.told[0]))!, files })),
    );
    const told = await this.queries.told(
      tx,
      envelopes.map(({ mailId }) => mailId),
    );
    return new Map(groupedByMail(told).map((of) => [of[0].mailId, this.filesOf(of)]));
  }

  private filesOf(told: Told): CalendarFiles {
    return { told, ...calendarFiles(told, this.settings) };
  }

  private async tell(tx: Tx, people: readonly string[], toldOtherwise: readonly Timetable[]): Promise<number> {
    const claimed = (await this.queries.claim(tx, people, null, toldOtherwise)).filter(isWorthTelling);
    const groups = groupedByMail(claimed);
    const mailIds = await this.mailer.write(
      tx,
      groups.map((told) => ({ ...invitationMail(told, this.settings), writer: this.name })),
    );
    await this.queries.noteMails(
      tx,
      groups.map((told, index) => ({ mailId: mailIds[index]!, told })),
    );
    await this.journal.write(tx, byItself, ...linesOf(groups));
    return groups.length;
  }
}

/** What a message of another writer takes along. */
export interface CalendarFiles {
  readonly told: readonly [DueInvitation, ...DueInvitation[]];
  readonly attachments: readonly MailAttachment[];
  /** What to say of them. */
  readonly paragraphs: readonly string[];
}

/** Nobody is told that something they never heard of fell away. */
const isWorthTelling = ({ method, isKnown }: DueInvitation) => method === 'REQUEST' || isKnown;

type Told<I extends DueInvitation = DueInvitation> = readonly [I, ...I[]];

const envelopeOf = ({ personId, classId }: Pick<DueInvitation, 'personId' | 'classId'>) => `${personId} ${classId}`;

/** One mail per person and class, however many half-days it tells of. */
function groupedByMail<I extends DueInvitation>(due: readonly I[]): Told<I>[] {
  const groups = new Map<string, Told<I>>();
  for (const one of due) {
    const before = groups.get(envelopeOf(one));
    groups.set(envelopeOf(one), before ? [...before, one] : [one]);
  }
  return [...groups.values()];
}

function linesOf(groups: readonly Told[]) {
  const counts = new Map<string, number>();
  for (const [{ classId }] of groups) counts.set(classId, (counts.get(classId) ?? 0) + 1);
  return [...counts].map(([classId, count]) => ({
    action: invitationActions.invitations_sent,
    subject: { type: 'class', id: classId },
    classId,
    facts: { count },
  }));
}
