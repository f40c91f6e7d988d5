import { Injectable } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import type { Tx } from '../platform/database/database';
import { dayOf } from '../platform/clock';
import { DiplomasService } from '../theory-classes/diplomas.service';
import { TrainingRecordsService } from '../training-records/training-records.service';
import { CertificateRegister, type IssuedCertificate } from './certificate-register';
import type { Graduate, Settlement } from './completions.service';

/** What completing a class brings: a certificate or a diploma to come, a higher theory level, and a line in the ledger. */
@Injectable()
export class AwardsService {
  constructor(
    private readonly register: CertificateRegister,
    private readonly diplomas: DiplomasService,
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsService,
  ) {}

  async give(tx: Tx, settlement: Settlement, graduates: readonly Graduate[]): Promise<void> {
    if (graduates.length === 0) return;
    const { award, actor, plan } = settlement;
    if (award.kind === 'diploma') {
      const { school } = award;
      await this.diplomas.open(
        tx,
        graduates.map(({ enrollmentId }) => ({ enrollmentId, school })),
      );
    }
    const { raisesTo } = plan.course;
    if (raisesTo) {
      await this.people.raiseTheoryLevel(
        tx,
        actor,
        graduates.map(({ personId }) => ({ personId, level: raisesTo })),
      );
    }
    // Late, because whoever holds the register holds up every other class that is being closed.
    const certificates =
      award.kind === 'certificate' ? await this.register.issue(tx, actor, award, dayOf(settlement.at), graduates) : [];
    await this.write(tx, settlement, graduates, certificates);
  }

  /** Names, unit and position as they are on the day. */
  private async write(
    tx: Tx,
    { actor, plan: { trainingClass, course } }: Settlement,
    graduates: readonly Graduate[],
    certificates: readonly IssuedCertificate[],
  ): Promise<void> {
    const certificateOf = new Map(certificates.map((certificate) => [certificate.completionId, certificate]));
    const lines = graduates.map(({ personId, completionId, fullName, unitName, position, grade }) => ({
      personId,
      courseId: course.id,
      completionId,
      holderName: fullName,
      courseName: course.nameVi,
      className: trainingClass.name,
      unitName,
      position,
      startedOn: trainingClass.opensOn,
      endedOn: trainingClass.closesOn,
      grade,
      awardNumber: certificateOf.get(completionId)?.number ?? null,
      theoryLevel: course.raisesTo,
      validUntil: certificateOf.get(completionId)?.validUntil ?? null,
    }));
    await this.records.write(tx, actor, lines);
  }
}
