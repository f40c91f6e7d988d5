import { Injectable } from '@nestjs/common';
import { maySeeClass } from '../classes/classes.policy';
import { ClassesService } from '../classes/classes.service';
import type { Standing } from '../people/person.values';
import { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { found, NotFound } from '../platform/problems/refusals';
import { ObligedUnit } from './obliged-unit.entity';
import { type ExemptionGround, type OnRoll, placeOf, type RollPlace } from './roll';
import {
  groundNeeded,
  NobodyCalled,
  NotExemptable,
  reasonToFreezeEarly,
  RollNotTaken,
  RollTaken,
  standsSoAlready,
} from './rolls.refusals';
import { assertMayExempt } from './study-sessions.policy';
import { NotAStudySession, UnitNotCalled } from './study-sessions.refusals';
import { studyActions } from './study-sessions.words';

export interface RollCount {
  readonly takenOn: Day;
  readonly units: number;
  readonly members: number;
  /** Of the members, those who need not attend. */
  readonly exempt: number;
  readonly nonMembers: number;
}

/** A person on the roll of a unit called to a study. */
export interface RollPerson {
  readonly classId: string;
  readonly unitId: string;
  readonly personId: string;
}

export interface Exemption {
  readonly ground: ExemptionGround;
  /** Who decided, and the paper it is on. */
  readonly decidedBy: string;
}

export interface RollCorrection {
  readonly place: RollPlace;
  readonly ground?: ExemptionGround | undefined;
  readonly decision: string;
  readonly reason: string;
}

const clockwork = Actor.service('Chốt danh sách học tập');

/** The day a study begins: its first half-day, or the day the class opens while no timetable says otherwise. */
export const firstDay = `coalesce((SELECT min(h.day) FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL), c.opens_on)`;

/** Who is on the roll of each called unit: open until the first day begins, then frozen for good. */
@Injectable()
export class RollsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Freezes the rolls of every study whose first day has begun; units called since get theirs. Returns how many units. */
  async freezeDue(): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `SELECT c.id FROM classes c WHERE class_is_under_way(c.state) AND ${firstDay} <= $1
         AND EXISTS (SELECT FROM obliged_units o WHERE o.class_id = c.id AND o.roll_taken_on IS NULL) ORDER BY c.opens_on, c.id`,
      [this.clock.today()],
    );
    let units = 0;
    for (const { id } of due) {
      units += await this.database.inTransaction(async (tx) => {
        await this.classes.loadForUpdate(tx, id);
        return (await this.freezeOpen(tx, clockwork, id, null))?.units ?? 0;
      });
    }
    return units;
  }

  /**
   * Freezes the rolls that are still open, as the rosters stand today.
   * @throws InvalidInput without a reason before the first day | NobodyCalled | RollTaken when none is open
   */
  async takeRoll(actor: Actor, classId: string, reason?: string): Promise<RollCount> {
    return this.database.inTransaction(async (tx) => {
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      trainingClass.assertCanChange();
      const study = await tx.row<{ kind: string; firstDay: Day }>(
        `SELECT k.kind, ${firstDay} AS first_day FROM classes c JOIN courses k ON k.id = c.course_id WHERE c.id = $1`,
        [classId],
      );
      if (study.kind !== 'study_session') throw new NotAStudySession();
      const called = await tx.findBy(ObligedUnit, { classId });
      if (called.length === 0) throw new NobodyCalled();
      if (called.every((unit) => unit.hasRoll)) throw new RollTaken(called[0]!.rollTakenOn!);
      if (this.clock.today() < study.firstDay && !reason) throw reasonToFreezeEarly(study.firstDay);
      return (await this.freezeOpen(tx, actor, classId, reason ?? null))!;
    });
  }

  /** Until the roll is frozen its unit says who need not attend; again changes ground or decision. @throws RollTaken | NotExemptable */
  async exempt(actor: Actor, at: RollPerson, { ground, decidedBy }: Exemption): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.loadOpenUnit(tx, actor, at);
      const person = found(await this.onRoster(tx, at));
      if (person.standing === 'non_member') throw new NotExemptable();
      await tx.execute(
        `INSERT INTO exemptions (class_id, unit_id, person_id, ground, decided_by, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (class_id, unit_id, person_id) DO UPDATE
         SET ground = $4, decided_by = $5, recorded_at = $6, recorded_by = $7`,
        [at.classId, at.unitId, at.personId, ground, decidedBy, this.clock.now(), actor.accountId],
      );
      await this.write(tx, actor, studyActions.exempted, at, { ground });
    });
  }

  /** The member is obliged again; nothing changes when there was no exemption. @throws RollTaken */
  async liftExemption(actor: Actor, at: RollPerson): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.loadOpenUnit(tx, actor, at);
      const lifted = await tx.execute(
        `DELETE FROM exemptions WHERE class_id = $1 AND unit_id = $2 AND person_id = $3`,
        [at.classId, at.unitId, at.personId],
      );
      if (lifted > 0) await this.write(tx, actor, studyActions.exemption_lifted, at, {});
    });
  }

  /** What a frozen roll says wrongly is put right by a line of its own. @throws RollNotTaken | NotExemptable | InvalidInput */
  async correct(actor: Actor, at: RollPerson, { place, ground, decision, reason }: RollCorrection): Promise<void> {
    if (place === 'exempt' && !ground) throw groundNeeded();
    await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.classes.loadToManage(tx, actor, at.classId);
      assertMayExempt(actor, at);
      trainingClass.assertCanChange();
      const unit = await this.calledUnit(tx, at);
      if (!unit.hasRoll) throw new RollNotTaken();
      const [found] = await tx.rows<{ standing: Standing; listed: OnRoll | null; ofUnit: boolean }>(
        `SELECT p.standing, p.unit_id = $2 OR EXISTS (SELECT FROM enrollments e WHERE e.class_id = $1 AND e.unit_id = $2 AND e.person_id = p.id)
             OR EXISTS (SELECT FROM roll_lines r WHERE r.class_id = $1 AND r.unit_id = $2 AND r.person_id = p.id) AS of_unit,
           (SELECT jsonb_build_object('standing', f.standing, 'exemptGround', f.exempt_ground) FROM frozen_rolls f
            WHERE f.class_id = $1 AND f.unit_id = $2 AND f.person_id = p.id) AS listed
         FROM persons p WHERE p.id = $3`,
        [at.classId, at.unitId, at.personId],
      );
      if (!found?.ofUnit) throw new NotFound();
      const { listed } = found;
      if (placeOf(listed) === place && (place !== 'exempt' || listed?.exemptGround === ground)) throw standsSoAlready();
      await tx.execute(
        `INSERT INTO roll_corrections (class_id, unit_id, person_id, listed, standing, full_name, sort_name, position, exempt_ground,
           decision, reason, corrected_at, corrected_by)
         SELECT $1, $2, p.id, $4, $5, coalesce(r.full_name, p.full_name), coalesce(r.sort_name, p.sort_name), coalesce(r.position, p.position),
           $6, $7, $8, $9, $10
         FROM persons p LEFT JOIN roll_lines r ON r.class_id = $1 AND r.unit_id = $2 AND r.person_id = p.id AND r.id = 0 WHERE p.id = $3`,
        [
          at.classId,
          at.unitId,
          at.personId,
          place !== 'off_roll',
          standingAt(place, listed?.standing ?? found.standing),
          place === 'exempt' ? ground : null,
          decision,
          reason,
          this.clock.now(),
          actor.accountId,
        ],
      );
      await this.write(
        tx,
        actor,
        studyActions.roll_corrected,
        at,
        { from: placeOf(listed), to: place, decision },
        reason,
      );
    });
  }

  private async freezeOpen(tx: Tx, actor: Actor, classId: string, reason: string | null): Promise<RollCount | null> {
    const open = (await tx.findBy(ObligedUnit, { classId })).filter((unit) => !unit.hasRoll);
    if (open.length === 0) return null;
    return this.freezeWith(
      tx,
      actor,
      classId,
      open.map(({ unitId }) => unitId),
      reason,
    );
  }

  /** Of units whose rolls are open; the class must be locked. */
  async freezeWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    unitIds: readonly string[],
    reason: string | null,
  ): Promise<RollCount> {
    const takenOn = this.clock.today();
    const count = await tx.row<Omit<RollCount, 'takenOn' | 'units'>>(
      `WITH frozen AS (
         INSERT INTO roll_entries (class_id, unit_id, person_id, full_name, sort_name, position, standing, exempt_ground, exempt_decided_by)
         SELECT $1, p.unit_id, p.id, p.full_name, p.sort_name, p.position, p.standing, x.ground, x.decided_by
         FROM persons p LEFT JOIN exemptions x
           ON x.class_id = $1 AND x.unit_id = p.unit_id AND x.person_id = p.id AND p.standing <> 'non_member'
         WHERE p.unit_id = ANY ($2) AND NOT has_left(p.left_on, $3)
           -- Whoever moved here from a unit whose roll was frozen before stays on that one.
           AND NOT EXISTS (SELECT FROM frozen_rolls f WHERE f.class_id = $1 AND f.person_id = p.id)
         RETURNING standing, exempt_ground)
       SELECT count(*) FILTER (WHERE standing <> 'non_member') AS members, count(exempt_ground) AS exempt,
         count(*) FILTER (WHERE standing = 'non_member') AS non_members FROM frozen`,
      [classId, unitIds, takenOn],
    );
    await tx.execute(`UPDATE obliged_units SET roll_taken_on = $3 WHERE class_id = $1 AND unit_id = ANY ($2)`, [
      classId,
      unitIds,
      takenOn,
    ]);
    const taken = { takenOn, units: unitIds.length, ...count };
    await this.journal.write(tx, actor, {
      action: studyActions.roll_taken,
      subject: { type: 'class', id: classId },
      classId,
      reason,
      facts: taken,
    });
    return taken;
  }

  private async loadOpenUnit(tx: Tx, actor: Actor, at: RollPerson): Promise<void> {
    // Locked, so that nobody is exempted while the roll is being frozen.
    const trainingClass = await this.classes.loadForUpdate(tx, at.classId);
    if (!maySeeClass(actor, trainingClass)) throw new NotFound();
    assertMayExempt(actor, at);
    trainingClass.assertCanChange();
    const unit = await this.calledUnit(tx, at);
    if (unit.rollTakenOn) throw new RollTaken(unit.rollTakenOn);
  }

  private async calledUnit(tx: Tx, { classId, unitId }: RollPerson): Promise<ObligedUnit> {
    const unit = await tx.findOneBy(ObligedUnit, { classId, unitId });
    if (!unit) throw new UnitNotCalled();
    return unit;
  }

  private async onRoster(tx: Tx, { unitId, personId }: RollPerson): Promise<{ standing: Standing } | null> {
    const [person] = await tx.rows<{ standing: Standing }>(
      `SELECT standing FROM persons WHERE id = $1 AND unit_id = $2 AND NOT has_left(left_on, $3) FOR SHARE`,
      [personId, unitId, this.clock.today()],
    );
    return person ?? null;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { classId, unitId, personId }: RollPerson,
    facts: Readonly<Record<string, unknown>>,
    reason: string | null = null,
  ): Promise<void> {
    const subject = { type: 'class', id: classId };
    await this.journal.write(tx, actor, { action, subject, classId, unitId, personId, reason, facts });
  }
}

/** Somebody recorded as a member who was none, or the other way round; which kind of member their record says. */
function standingAt(place: RollPlace, known: Standing): Standing {
  if (place === 'non_member') return 'non_member';
  if (place === 'off_roll') return known;
  return known === 'non_member' ? 'official' : known;
}
