import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Mailer } from '../platform/mailer/mailer';
import { NoticesService } from '../platform/notices/notices.service';
import { PlatformSettings } from '../platform/settings';
import type { ClosingStep, Settlement } from './closing-steps';
import { ClosingWorkQueries } from './closing-work.queries';
import { resultMail, resultNotice } from './result-mail';

/** Tells everybody once how they came out: by mail, and inside the service who has an account. */
@Injectable()
export class ResultNoticesService {
  constructor(
    private readonly work: ClosingWorkQueries,
    private readonly mailer: Mailer,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  readonly telling: ClosingStep = {
    left: (tx, { plan }) => this.work.countUntold(tx, plan.trainingClass.id),
    next: (tx, settlement, size) => this.tellNext(tx, settlement, size),
  };

  private async tellNext(tx: Tx, { plan: { trainingClass } }: Settlement, size: number): Promise<number> {
    const people = await this.work.untold(tx, trainingClass.id, size);
    await this.mailer.write(
      tx,
      people.flatMap((person) => {
        const { to, accountId } = person;
        return to === null ? [] : [{ to, accountId, ...resultMail(person, trainingClass, this.settings.publicUrl) }];
      }),
    );
    const notice = resultNotice(trainingClass);
    await this.notices.write(
      tx,
      people.flatMap(({ accountId }) => (accountId === null ? [] : [{ accountId, ...notice }])),
    );
    await tx.query(`UPDATE completions SET told_at = $2 WHERE id = ANY ($1)`, [
      people.map(({ completionId }) => completionId),
      this.clock.now(),
    ]);
    return people.length;
  }
}
