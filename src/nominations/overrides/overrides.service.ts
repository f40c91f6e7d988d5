import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { AdmissionOverride } from './override.entity';
import { AdmissionsService } from '../admissions.service';
import { assertMayDecide, mayEndorseOrReview } from '../nominations.policy';
import { unknownPerson } from '../nominations.refusals';
import { ReservesService } from '../reserves.service';
import { decisionToCome, OverrideNotNeeded } from './overrides.refusals';
import { overrideActions } from './overrides.words';

/** A decision of the authority, as it is recorded. */
export interface OverrideDecided {
  readonly personId: string;
  /** The rule of the course it sets aside. */
  readonly rule: string;
  readonly decisionNumber: string;
  readonly decisionDate: Day;
  readonly authority: string;
  readonly reason: string;
}

/** Exceptions the competent authority decided; recorded by the Group for its units, or by the office. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly database: Database,
    private readonly admissions: AdmissionsService,
    private readonly seats: SeatsService,
    private readonly reserves: ReservesService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Returns its id. @throws OverrideNotNeeded | OverrideRecorded | ClassOver */
  async record(actor: Actor, classId: string, decided: OverrideDecided): Promise<string> {
    if (decided.decisionDate > this.clock.today()) throw decisionToCome();
    return this.database.inTransaction(async (tx) => {
      // The decision may be about a reserve beside a free seat, who then moves up (I5).
      await this.seats.lockForFreeing(tx, classId);
      const admission = await this.admissions.of(tx, classId);
      this.admissions.assertNotOver(admission);
      const { personId, rule, decisionNumber, decisionDate, authority, reason } = decided;
      const unitId = await this.unitOf(tx, personId);
      assertMayDecide(actor, { unitId, personId }, mayEndorseOrReview);
      const checked = await this.admissions.check(tx, admission, unitId, [personId]);
      const stands = checked.get(personId)?.checks.find((check) => check.rule === rule);
      const isOfCourse = admission.rules.some((one) => one.rule === rule);
      if (!isOfCourse || !stands || (stands.outcome === 'pass' && !stands.override)) throw new OverrideNotNeeded();

      const override = await tx.save(
        tx.create(AdmissionOverride, {
          classId,
          personId,
          rule,
          decisionNumber,
          decisionDate,
          authority,
          reason,
          recordedAt: this.clock.now(),
          recordedBy: actor.accountId,
        }),
      );
      await this.journal.write(tx, actor, {
        ...about(override, unitId),
        action: overrideActions.recorded,
        reason,
        facts: { rule, decision: decisionNumber, of: decisionDate, authority },
      });
      await this.reserves.promote(tx, actor, admission);
      return override.id;
    });
  }

  /** Who is in the class by it stays; who is still to be accepted or waits is checked without it. Returns the class. @throws OverrideRevoked */
  async revoke(actor: Actor, id: string, reason: string): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const override = found(
        await tx.findOne(AdmissionOverride, { where: { id }, lock: { mode: 'pessimistic_write' } }),
      );
      const unitId = await this.unitOf(tx, override.personId);
      assertMayDecide(actor, { unitId, personId: override.personId }, mayEndorseOrReview);
      override.revoke(actor.accountId, this.clock.now(), reason);
      await tx.save(override);
      await this.journal.write(tx, actor, {
        ...about(override, unitId),
        action: overrideActions.revoked,
        reason,
        facts: { rule: override.rule, decision: override.decisionNumber },
      });
      return override.classId;
    });
  }

  private async unitOf(tx: Tx, personId: string): Promise<string> {
    const [person] = await tx.rows<{ unitId: string }>('SELECT unit_id FROM persons WHERE id = $1', [personId]);
    if (!person) throw unknownPerson();
    return person.unitId;
  }
}

const about = ({ id, classId, personId }: AdmissionOverride, unitId: string) =>
  ({ subject: { type: 'override', id }, classId, unitId, personId }) as const;
