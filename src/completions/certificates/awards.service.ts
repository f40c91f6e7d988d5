import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { dayOf } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { DiplomasService } from '../../theory-classes/diplomas.service';
import { TheoryLevelsService } from '../../training-records/theory-levels.service';
import { TrainingRecordsService } from '../../training-records/training-records.service';
import { CertificateRegister } from './register';
import type { AwardSteps, ClosingStep, Settlement } from '../closing-steps';
import { ClosingWorkQueries, type Graduate, type Owed } from '../closing-work.queries';

type Give = (tx: Tx, settlement: Settlement, graduates: readonly Graduate[]) => Promise<unknown>;

/**
 * What completing a class brings: a certificate or a diploma to come, a line in the ledger, and a higher theory level,
 * which a diploma leads to only once the school has issued it.
 */
@Injectable()
export class AwardsService implements AwardSteps {
  constructor(
    private readonly work: ClosingWorkQueries,
    private readonly register: CertificateRegister,
    private readonly diplomas: DiplomasService,
    private readonly theoryLevels: TheoryLevelsService,
    private readonly records: TrainingRecordsService,
  ) {}

  readonly numbering = this.step(
    ({ award }) => (award.kind === 'none' ? null : award.kind),
    async (tx, { actor, award, at }, graduates) => {
      if (award.kind === 'certificate') await this.register.issue(tx, actor, award, dayOf(at), graduates);
      if (award.kind !== 'diploma') return;
      const { school } = award;
      await this.diplomas.open(
        tx,
        graduates.map(({ enrollmentId }) => ({ enrollmentId, school })),
      );
    },
  );

  readonly recording = this.step(
    () => 'record',
    async (tx, { actor, award, plan: { course } }, graduates) => {
      await this.record(tx, actor, graduates);
      if (award.kind !== 'diploma' || !course.raisesTo) return;
      // Of a class that was reopened the school may have issued some already.
      const issued = graduates.filter(({ awardNumber }) => awardNumber !== null).map(({ personId }) => personId);
      await this.theoryLevels.raise(tx, actor, issued, course.raisesTo);
    },
  );

  readonly raising = this.step(
    ({ plan, award }) => (plan.course.raisesTo && award.kind !== 'diploma' ? 'level' : null),
    (tx, { actor, plan }, graduates) =>
      this.theoryLevels.raise(
        tx,
        actor,
        graduates.map(({ personId }) => personId),
        plan.course.raisesTo!,
      ),
  );

  /** The lines of the ledger of these people, who have none. */
  async record(tx: Tx, actor: Actor, graduates: readonly Graduate[]): Promise<void> {
    const lines = graduates.map(({ fullName: holderName, ...line }) => ({ ...line, holderName }));
    await this.records.write(tx, actor, lines);
  }

  /** @param owed what the step gives; null when the course gives none of it */
  private step(owed: (settlement: Settlement) => Owed | null, give: Give): ClosingStep {
    return {
      left: async (tx, settlement) => {
        const what = owed(settlement);
        const { trainingClass, course } = settlement.plan;
        return what === null ? [] : this.work.owed(tx, trainingClass.id, what, course.raisesTo);
      },
      next: async (tx, settlement, ids) => {
        const what = owed(settlement);
        if (what === null) return 0;
        const { trainingClass, course } = settlement.plan;
        const graduates = await this.work.graduates(tx, trainingClass.id, what, course.raisesTo, ids);
        await give(tx, settlement, graduates);
        return graduates.length;
      },
    };
  }
}
