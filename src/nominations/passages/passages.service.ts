import { Injectable } from '@nestjs/common';
import type { PassedGroup } from '../../classes/clones/group-passages.service';
import { SeatsService } from '../../classes/seats.service';
import type { TrainingClass } from '../../classes/training-class.entity';
import { EnrollmentsService } from '../../enrollments/enrollments.service';
import { type LearningPassed, LearnersPassages } from '../../enrollments/passages/passages.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { Nomination } from '../nomination.entity';
import { nominationActions } from '../nominations.words';
import { about, ReservesService } from '../reserves.service';
import type { Place } from './places.queries';

/** Places of one class that go on in another one of the course as part of it. */
export interface Passing {
  readonly from: TrainingClass;
  readonly into: TrainingClass;
  readonly places: readonly Place[];
  readonly reason: string;
  /** A class that is split loses the seats of those who go; one that ends keeps them, free. */
  readonly seatsGo: boolean;
  /** The groups there that groups here go on in. */
  readonly groups: readonly Pick<PassedGroup, 'number' | 'toNumber'>[];
  readonly overlapReason?: string | undefined;
}

export interface Passed extends LearningPassed {
  readonly people: number;
  readonly seats: number;
  readonly reserves: number;
  /** Of them, those nobody has decided on. */
  readonly open: number;
}

/**
 * Nominations, seats and learners of one class that go to another with everything there is of them. Needs the lock for
 * freeing of both classes.
 */
@Injectable()
export class PassagesService {
  constructor(
    private readonly seats: SeatsService,
    private readonly reserves: ReservesService,
    private readonly enrollments: EnrollmentsService,
    private readonly learners: LearnersPassages,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Room for the seats must be in the pool of the class they go to. @throws PersonBusy | AlreadyNominated */
  async pass(tx: Tx, actor: Actor, passing: Passing): Promise<Passed> {
    const { from, into, places, reason, seatsGo, groups, overlapReason } = passing;
    const groupThere = new Map(groups.map(({ number, toNumber }) => [number, toNumber]));
    const ids = places.flatMap(({ nominationId }) => nominationId ?? []);
    const leaving = await tx
      .createQueryBuilder(Nomination, 'n')
      .setLock('pessimistic_write')
      .where('n.id = ANY (:ids)', { ids })
      .orderBy('n.unit_id')
      .addOrderBy('n.rank')
      .addOrderBy('n.id')
      .getMany();
    const held = await this.seats.held(tx, ids);
    if (seatsGo)
      await this.seats.remove(
        tx,
        from.id,
        held.map(({ number }) => number),
      );
    else
      await this.seats.freeThese(
        tx,
        held.map(({ nominationId }) => nominationId),
      );

    const became = new Map<string, string>();
    for (const nomination of leaving)
      became.set(nomination.id, await this.nominate(tx, actor, nomination, into, reason));
    await this.seats.occupy(
      tx,
      into.id,
      held.map(({ nominationId, unitId }) => ({ nominationId: became.get(nominationId)!, unitId })),
    );
    await this.copyDecisions(tx, from.id, into.id, places);

    const entered = places.filter(({ nominationId }) => nominationId === null);
    const officeEntryId =
      entered.length > 0 ? await this.enrollments.officeEntry(tx, actor, { classId: into.id, reason }) : undefined;
    const learning = await this.learners.pass(tx, actor, {
      fromClassId: from.id,
      classId: into.id,
      learners: places.flatMap(({ enrollmentId, nominationId, groupNumber }) =>
        enrollmentId === null
          ? []
          : [
              {
                enrollmentId,
                groupNumber: groupThere.get(groupNumber ?? 0),
                ...(nominationId ? { nominationId: became.get(nominationId)! } : { officeEntryId }),
              },
            ],
      ),
      reason,
      keepsJoining: seatsGo,
      overlapReason,
    });
    return {
      ...learning,
      people: new Set(places.map(({ personId }) => personId)).size,
      seats: held.length,
      reserves: places.filter(({ rank }) => rank !== null).length,
      open: places.filter(({ state }) => state !== null && state !== 'accepted').length,
    };
  }

  private async nominate(tx: Tx, actor: Actor, leaving: Nomination, into: TrainingClass, reason: string) {
    const now = this.clock.now();
    const stands = leaving.asItStands(into.id, actor.accountId, now);
    const { isReserve } = leaving;
    leaving.transfer(now, reason);
    await tx.save(leaving);
    const next = isReserve ? await this.reserves.nextRanks(tx, into.id, [leaving.unitId]) : null;
    const rank = next?.get(leaving.unitId) ?? null;
    const arriving = await tx.save(tx.create(Nomination, { ...stands, rank }));
    await this.journal.write(
      tx,
      actor,
      { ...about(leaving), action: nominationActions.transferred, reason, facts: { into: arriving.id } },
      { ...about(arriving), action: nominationActions.taken_over, reason, facts: { from: leaving.id } },
    );
    return arriving.id;
  }

  /** What was decided of a person in the class holds where they go. */
  private async copyDecisions(tx: Tx, fromId: string, intoId: string, places: readonly Place[]): Promise<void> {
    const people = places.map(({ personId }) => personId);
    await tx.execute(
      `INSERT INTO admission_overrides (class_id, person_id, rule, decision_number, decision_date, authority, reason, recorded_at, recorded_by)
       SELECT $2, person_id, rule, decision_number, decision_date, authority, reason, recorded_at, recorded_by
       FROM admission_overrides WHERE class_id = $1 AND person_id = ANY ($3::uuid[]) AND revoked_at IS NULL
       ON CONFLICT (class_id, person_id, rule) WHERE revoked_at IS NULL DO NOTHING`,
      [fromId, intoId, people],
    );
    await tx.execute(
      `INSERT INTO leavers (class_id, person_id, unit_id, now_of_unit_id, left_on, flagged_at, stays_since, stays_by, stays_reason)
       SELECT $2, person_id, unit_id, now_of_unit_id, left_on, flagged_at, stays_since, stays_by, stays_reason
       FROM leavers WHERE class_id = $1 AND person_id = ANY ($3::uuid[]) AND back_since IS NULL
       ON CONFLICT (class_id, person_id, unit_id, now_of_unit_id, left_on) WHERE back_since IS NULL DO NOTHING`,
      [fromId, intoId, people],
    );
  }
}
