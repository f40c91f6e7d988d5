import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { isUnderWay } from '../../classes/training-class.states';
import { EnrollmentsService } from '../../enrollments/enrollments.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { type Admission, AdmissionsService } from '../admissions.service';
import type { Check } from '../checks';
import { Nomination } from '../nomination.entity';
import { NotEligible } from '../nominations.refusals';
import { NominationsService } from '../nominations.service';
import { nominationActions } from '../nominations.words';
import { about } from '../reserves.service';
import { LearnersService } from './learners.service';
import { NoSeatToMoveTo, notAnotherClass } from './transfers.refusals';

/** Somebody learns on in another class of the course: one seat before, one seat after, and what was learned comes along. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly learners: LearnersService,
    private readonly nominations: NominationsService,
    private readonly admissions: AdmissionsService,
    private readonly seats: SeatsService,
    private readonly enrollments: EnrollmentsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the enrollment in the other class. @throws NoSeatToMoveTo | NotByNomination | NominationOver | PersonBusy | ClassOver */
  async transfer(
    actor: Actor,
    enrollmentId: string,
    { classId, reason }: { readonly classId: string; readonly reason: string },
  ): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const leaving = await this.learners.loadToLeave(tx, actor, enrollmentId, [classId]);
      const [from, into] = [await this.admissions.of(tx, leaving.classId), await this.into(tx, classId)];
      if (into.trainingClass.courseId !== from.trainingClass.courseId || classId === leaving.classId)
        throw notAnotherClass();
      leaving.transfer(this.clock.now(), reason);
      await this.nominations.end(tx, actor, from, leaving, nominationActions.transferred);
      const arriving = await this.seated(tx, actor, leaving, into);
      const { id: nominationId, personId, unitId } = arriving;
      const continuesId = enrollmentId;
      const id = await this.enrollments.enroll(tx, actor, { classId, personId, unitId, nominationId, continuesId });
      await this.journal.write(tx, actor, {
        ...about(arriving),
        action: nominationActions.taken_over,
        reason,
        facts: { from: leaving.id },
      });
      return id;
    });
  }

  private async into(tx: Tx, classId: string): Promise<Admission> {
    const admission = await this.admissions.of(tx, classId);
    if (!isUnderWay(admission.trainingClass.state)) throw notAnotherClass();
    return admission;
  }

  /** The nomination goes on in the other class as it was accepted, with a seat of it; of a unit that was merged, as one of what it became. */
  private async seated(tx: Tx, actor: Actor, leaving: Nomination, into: Admission): Promise<Nomination> {
    const { id: classId, name, poolOpen } = into.trainingClass;
    const { personId } = leaving;
    const { unitId } = await tx.row<{ unitId: string }>(`SELECT unit_it_became($1) AS unit_id`, [leaving.unitId]);
    const checked = await this.admissions.check(tx, into, unitId, [personId]);
    const { checks } = found(checked.get(personId));
    const blocks = checks.filter(standsInTheWay);
    if (blocks.length > 0) throw new NotEligible(blocks);
    const arriving = await tx.save(
      tx.create(Nomination, leaving.into(classId, unitId, actor.accountId, this.clock.now(), checks)),
    );
    const seat = await this.seats.takeNow(tx, { classId, unitId, nominationId: arriving.id, poolToo: poolOpen });
    if (seat === null) throw new NoSeatToMoveTo(name);
    return arriving;
  }
}

/** Who was admitted to the course stays admitted; only that nobody is in two classes at once is asked anew. */
const standsInTheWay = ({ rule, outcome }: Check) =>
  outcome === 'block' && (rule === 'overlap' || rule === 'same_course');
