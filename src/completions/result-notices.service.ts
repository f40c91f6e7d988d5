import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { type Mail, Mailer } from '../platform/mailer/mailer';
import { type MailWriter, MailWriters, type WaitingMail, type WrittenAnew } from '../platform/mailer/mail-writers';
import { NoticesService } from '../platform/notices/notices.service';
import { PlatformSettings } from '../platform/settings';
import type { ClosingStep, Settlement } from './closing-steps';
import { ClosingWorkQueries, type ToldResult } from './closing-work.queries';
import { resultMail, resultNotice } from './result-mail';

/** Tells everybody once how they came out: by mail, and inside the service who has an account. */
@Injectable()
export class ResultNoticesService implements MailWriter, OnModuleInit {
  readonly name = 'results';

  constructor(
    private readonly work: ClosingWorkQueries,
    private readonly mailer: Mailer,
    private readonly writers: MailWriters,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  readonly telling: ClosingStep = {
    left: (tx, { plan }) => this.work.untold(tx, plan.trainingClass.id),
    next: (tx, settlement, ids) => this.tell(tx, settlement, ids),
  };

  onModuleInit(): void {
    this.writers.add(this);
  }

  /** A certificate may have been replaced or revoked since, an address corrected. */
  async writeAnew(tx: Tx, mails: readonly WaitingMail[]): Promise<ReadonlyMap<string, WrittenAnew>> {
    const results = await this.work.told(
      tx,
      mails.flatMap(({ about }) => about ?? []),
    );
    return new Map(
      mails.map(({ id, about }): [string, WrittenAnew] => {
        const result = results.find(({ completionId }) => completionId === about);
        return [id, (result && this.mailOf(result)) ?? 'not_needed'];
      }),
    );
  }

  /** Null when there is no address. */
  private mailOf({ trainingClass, ...person }: ToldResult): Mail | null {
    const { to, accountId, completionId: about } = person;
    if (to === null) return null;
    return { to, accountId, writer: this.name, about, ...resultMail(person, trainingClass, this.settings.publicUrl) };
  }

  private async tell(tx: Tx, { plan: { trainingClass } }: Settlement, ids: readonly string[]): Promise<number> {
    const people = await this.work.ofUntold(tx, trainingClass.id, ids);
    await this.mailer.write(
      tx,
      people.flatMap((person) => {
        const mail = this.mailOf({ ...person, trainingClass });
        return mail ?? [];
      }),
    );
    const notice = resultNotice(trainingClass);
    await this.notices.write(
      tx,
      people.flatMap(({ accountId }) => (accountId === null ? [] : [{ accountId, ...notice }])),
    );
    await tx.execute(`UPDATE completions SET told_at = $2 WHERE id = ANY ($1)`, [
      people.map(({ completionId }) => completionId),
      this.clock.now(),
    ]);
    return people.length;
  }
}
