import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { inTime } from '../deadlines';
import { JobQueue } from '../jobs/job-queue';
import { type LastLook, RecurringLooks } from '../jobs/recurring-looks';
import { PlatformSettings } from '../settings';
import { NotReady } from './health.refusals';

export interface Ready {
  readonly status: 'ok';
  readonly queue: Readonly<Record<string, number>>;
  readonly looks: readonly LastLook[];
}

/** Whether the process can do its work, told in time whatever hangs. */
@Injectable()
export class Readiness {
  /** A question that hangs is not asked again beside itself. */
  private readonly asked = new Map<string, Promise<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly looks: RecurringLooks,
    private readonly settings: PlatformSettings,
  ) {}

  /** @throws NotReady naming what does not answer, and the recurring looks that are overdue */
  async examine(): Promise<Ready> {
    const [database, queue, looks] = await Promise.allSettled([
      this.ask('PostgreSQL', () => this.database.read('SELECT 1')),
      this.ask('The queue', () => this.queue.counts()),
      this.ask('The record of looks', () => this.looks.last()),
    ]);
    const said = looks.status === 'fulfilled' ? looks.value : [];
    const overdue = said.filter(({ isOverdue }) => isOverdue).map(({ look }) => look);
    const isAway = database.status === 'rejected' || looks.status === 'rejected';
    if (isAway || queue.status === 'rejected' || overdue.length > 0)
      throw new NotReady(
        { database: isAway ? 'away' : 'ok', queue: queue.status === 'rejected' ? 'away' : 'ok', overdue },
        [database, queue, looks].flatMap((answer) => (answer.status === 'rejected' ? reasonOf(answer) : [])),
      );
    return { status: 'ok', queue: queue.value, looks: said };
  }

  private ask<T>(what: string, question: () => Promise<T>): Promise<T> {
    const answer =
      (this.asked.get(what) as Promise<T> | undefined) ?? question().finally(() => this.asked.delete(what));
    this.asked.set(what, answer);
    return inTime(this.settings.deadlines.healthSeconds, what, answer);
  }
}

const reasonOf = ({ reason }: PromiseRejectedResult) => String((reason as Error).cause ?? reason);
