import { Injectable } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { Mailer } from '../platform/mailer/mailer';
import { PlatformSettings } from '../platform/settings';
import { invitationMail } from './invitation-mail';
import { type DueInvitation, InvitationsQueries } from './invitations.queries';

/** What one run takes; the next comes a minute later, so a class announced to a thousand people does not choke the post. */
const peopleAtOnce = 100;
const byItself = Actor.service('calendars');

/**
 * Keeps the calendars people have by mail right: found by query, told once. A person is taken by one run at a time, and
 * the key of the ledger holds even without that.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly mailer: Mailer,
    private readonly journal: Journal,
    private readonly settings: PlatformSettings,
  ) {}

  /** Returns how many mails were written. */
  async send(): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      const people = await this.queries.takePeople(tx, peopleAtOnce);
      return people.length === 0 ? 0 : this.tell(tx, people);
    });
  }

  private async tell(tx: Tx, people: readonly string[]): Promise<number> {
    const groups = groupedByMail(await this.queries.claim(tx, people));
    const mailIds = await this.mailer.write(
      tx,
      groups.map((told) => invitationMail(told, this.settings)),
    );
    await this.queries.noteMails(
      tx,
      groups.map((told, index) => ({ mailId: mailIds[index]!, told })),
    );
    await this.journal.write(tx, byItself, ...linesOf(groups));
    return groups.length;
  }
}

type Told = readonly [DueInvitation, ...DueInvitation[]];

/** One mail per person and class, however many half-days it tells of. */
function groupedByMail(due: readonly DueInvitation[]): Told[] {
  const groups = new Map<string, Told>();
  for (const one of due) {
    const key = `${one.personId} ${one.classId}`;
    const before = groups.get(key);
    groups.set(key, before ? [...before, one] : [one]);
  }
  return [...groups.values()];
}

function linesOf(groups: readonly Told[]) {
  const counts = new Map<string, number>();
  for (const [{ classId }] of groups) counts.set(classId, (counts.get(classId) ?? 0) + 1);
  return [...counts].map(([classId, count]) => ({
    action: 'calendars.invitations_sent',
    subject: { type: 'class', id: classId },
    classId,
    facts: { count },
  }));
}
