import { Injectable } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { type LongJob, LongJobs } from '../../platform/jobs/long-jobs';
import { Journal } from '../../platform/journal/journal';
import { NotFound } from '../../platform/problems/refusals';
import { unitsInvitedBy } from '../accounts.policy';
import { accountActions } from '../accounts.words';
import { ActorsQueries } from '../actors.queries';
import { InvitationsService } from './invitations.service';
import { invitationWords } from './invitations.words';
import { RostersQueries } from './rosters.queries';
import { isWithin } from '../../platform/access/reach';

export const rosterKind = 'roster_invitation';

/** What is done while its reader waits; more is long work. */
const atOnce = 200;

/** Invites whoever of a unit has an address and no account yet. Who that is is found anew for each part, so nobody is invited twice. */
@Injectable()
export class RostersService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly longJobs: LongJobs,
    private readonly queries: RostersQueries,
    private readonly invitations: InvitationsService,
    private readonly actors: ActorsQueries,
  ) {}

  /** @returns how many were invited, or the work that invites them @throws NotFound */
  async invite(actor: Actor, unitId: string): Promise<{ readonly invited: number; readonly jobId: string | null }> {
    assertInvites(actor, unitId);
    const { toInvite: total } = await this.queries.accounts(unitId);
    return this.database.inTransaction(async (tx) => {
      if (total <= atOnce) return { invited: await this.inviteNext(tx, actor, unitId), jobId: null };
      const jobId = await this.longJobs.request(tx, actor, { kind: rosterKind, subjectId: unitId, unitId, total });
      return { invited: 0, jobId };
    });
  }

  /** Goes on with every roster that is being invited. */
  async resume(): Promise<void> {
    for (const job of await this.longJobs.unfinished(rosterKind)) while (await this.step(job));
  }

  /** Nobody goes on in the name of who was locked, or left the unit to others. @returns whether anything may be left */
  private async step({ id, subjectId: unitId, requestedBy }: LongJob): Promise<boolean> {
    const actor = requestedBy ? await this.actors.ofAccount(requestedBy) : Actor.service('invitations');
    const goesOn = requestedBy === null || (actor !== null && isWithin(unitsInvitedBy(actor), unitId));
    return this.database.inTransaction(async (tx) => {
      const [job] = await this.database.read<{ done: number }>(
        `SELECT done FROM long_jobs WHERE id = $1 AND state IN ('queued', 'running') FOR UPDATE SKIP LOCKED`,
        [id],
        tx,
      );
      if (!job) return false;
      if (!actor || !goesOn) {
        await this.longJobs.fail(tx, id, invitationWords.vi.stopped);
        return false;
      }
      const invited = await this.inviteNext(tx, actor, unitId);
      if (invited === 0) await this.longJobs.finish(tx, id);
      else await this.longJobs.progress(tx, id, job.done + invited);
      return invited > 0;
    });
  }

  private async inviteNext(tx: Tx, actor: Actor, unitId: string): Promise<number> {
    const invitees = await this.queries.invitees(unitId, atOnce, undefined, tx);
    const opened = await this.database.read<{ id: string; personId: string }>(
      `INSERT INTO accounts (person_id, email, name, locale, created_at)
       SELECT i."personId", i.email, i.name, 'vi', $2 FROM jsonb_to_recordset($1::jsonb) AS i ("personId" uuid, email citext, name text)
       ON CONFLICT DO NOTHING RETURNING id, person_id`,
      [JSON.stringify(invitees), this.clock.now()],
      tx,
    );
    const accounts = opened.map((account) => ({ ...account, unitId }));
    await this.journal.write(
      tx,
      actor,
      ...accounts.map(({ id, personId }) => ({
        action: accountActions.created,
        subject: { type: 'account', id },
        personId,
        unitId,
      })),
    );
    await this.invitations.inviteWith(tx, actor, accounts);
    return accounts.length;
  }
}

/** Whether the unit is there says who counts its people. @throws NotFound for a unit of others */
export function assertInvites(actor: Actor, unitId: string): void {
  if (!isWithin(unitsInvitedBy(actor), unitId)) throw new NotFound();
}
