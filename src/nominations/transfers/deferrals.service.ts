import { Injectable } from '@nestjs/common';
import { type Deferral, EnrollmentsService } from '../../enrollments/enrollments.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { AdmissionsService } from '../admissions.service';
import { NominationsService } from '../nominations.service';
import { nominationActions } from '../nominations.words';
import { LearnersService } from './learners.service';
import { decidedLater, deferredIntoThePast } from './transfers.refusals';

/** Somebody leaves a class by decision and learns on in a later one of the course: nothing is lost, and they come first. */
@Injectable()
export class DeferralsService {
  constructor(
    private readonly database: Database,
    private readonly learners: LearnersService,
    private readonly nominations: NominationsService,
    private readonly admissions: AdmissionsService,
    private readonly enrollments: EnrollmentsService,
    private readonly clock: Clock,
  ) {}

  /** The seat goes to the next reserve. @throws InvalidInput | NotByNomination | NominationOver | ClassOver */
  async defer(actor: Actor, enrollmentId: string, deferral: Deferral): Promise<void> {
    const today = this.clock.today();
    if (deferral.until <= today) throw deferredIntoThePast(deferral.until);
    if (deferral.decidedOn > today) throw decidedLater();
    await this.database.inTransaction(async (tx) => {
      const leaving = await this.learners.loadToLeave(tx, actor, enrollmentId);
      const admission = await this.admissions.of(tx, leaving.classId);
      this.admissions.assertNotOver(admission);
      leaving.defer(this.clock.now(), deferral.reason);
      await this.nominations.end(tx, actor, admission, leaving, nominationActions.deferred);
      await this.enrollments.defer(tx, actor, enrollmentId, deferral);
    });
  }
}
