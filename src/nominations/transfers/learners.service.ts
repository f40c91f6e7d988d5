import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { Enrollment } from '../../enrollments/enrollment.entity';
import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/database';
import { found } from '../../platform/problems/refusals';
import type { Nomination } from '../nomination.entity';
import { assertMayDecide, mayReview } from '../nominations.policy';
import { NominationsService } from '../nominations.service';
import { NotByNomination } from './transfers.refusals';

/** People of a class who are about to leave it without being withdrawn. */
@Injectable()
export class LearnersService {
  constructor(
    private readonly seats: SeatsService,
    private readonly nominations: NominationsService,
  ) {}

  /**
   * The nomination somebody is in a class by, held with its class and other ones, in one order for all who move people.
   * @throws NotFound | NotAllowed | AboutOneself | NotByNomination | EnrollmentEnded
   */
  async loadToLeave(
    tx: Tx,
    actor: Actor,
    enrollmentId: string,
    otherClassIds: readonly string[] = [],
  ): Promise<Nomination> {
    const seen = found(await tx.findOneBy(Enrollment, { id: enrollmentId }));
    assertMayDecide(actor, seen, mayReview);
    if (seen.nominationId === null) throw new NotByNomination();
    for (const classId of [...new Set([seen.classId, ...otherClassIds])].toSorted())
      await this.seats.lockForFreeing(tx, classId);
    const nomination = await this.nominations.loadForUpdate(tx, seen.nominationId);
    found(await tx.findOneBy(Enrollment, { id: enrollmentId })).assertLive();
    return nomination;
  }
}
