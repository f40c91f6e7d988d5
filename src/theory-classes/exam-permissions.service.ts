import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput, NotFound } from '../platform/problems/refusals';
import { examBarOf, isBarred } from './exam-bar';
import { ExamBarsQueries } from './exam-bars.queries';
import { holdOpen } from './hold-open';
import { MarksQueries } from './marks.queries';
import { mayEnterMarks, mayLiftBars } from './theory-classes.policy';
import { PermissionUsed } from './theory-classes.refusals';
import { examPermissionActions } from './theory-classes.words';
import type { ModuleKind } from './module-kinds';

/** The decision of the authority that lets somebody sit examinations in spite of absence. */
export interface DecisionToLift {
  readonly moduleIds: readonly string[];
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly reason: string;
}

interface HeldEnrollment {
  readonly id: string;
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
}

@Injectable()
export class ExamPermissionsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly marks: MarksQueries,
    private readonly bars: ExamBarsQueries,
  ) {}

  /**
   * Lets somebody sit the examinations of modules that absence bars them from.
   * @throws NotFound | NotAllowed | MarksLocked | InvalidInput naming `moduleIds` or `decidedOn`
   */
  async record(actor: Actor, enrollmentId: string, decision: DecisionToLift): Promise<void> {
    await this.database.inTransaction((tx) => this.recordWith(tx, actor, enrollmentId, decision));
  }

  /** As {@link record}, inside a transaction under way. */
  async recordWith(tx: Tx, actor: Actor, enrollmentId: string, decision: DecisionToLift): Promise<void> {
    const enrollment = await this.hold(tx, actor, 'id = $1', enrollmentId);
    if (decision.decidedOn > this.clock.today()) throw InvalidInput.field('decidedOn', 'not_yet', notYet);
    const moduleIds = [...new Set(decision.moduleIds)];
    await this.assertBarred(tx, enrollment, moduleIds);
    const { decisionNumber, decidedOn, reason } = decision;
    await tx.execute(
      `INSERT INTO exam_permissions (enrollment_id, module_id, decision_number, decided_on, reason, recorded_at, recorded_by)
       SELECT $1, unnest($2::uuid[]), $3, $4, $5, $6, $7`,
      [enrollmentId, moduleIds, decisionNumber, decidedOn, reason, this.clock.now(), actor.accountId],
    );
    await this.journal.write(tx, actor, {
      action: examPermissionActions.recorded,
      ...subjectOf(enrollment),
      reason,
      facts: { moduleIds, decisionNumber, decidedOn },
    });
  }

  /** Takes a decision back that no mark rests on yet. @throws NotFound | NotAllowed | MarksLocked | PermissionUsed */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const enrollment = await this.hold(
        tx,
        actor,
        'id = (SELECT enrollment_id FROM exam_permissions WHERE id = $1 AND withdrawn_at IS NULL)',
        id,
      );
      const [permission] = await tx.rows<{ moduleId: string; decisionNumber: string; isUsed: boolean }>(
        `SELECT p.module_id, p.decision_number, EXISTS (
           SELECT FROM marks_in_force k WHERE k.enrollment_id = p.enrollment_id AND k.module_id = p.module_id
             AND k.entered_at >= p.recorded_at) AS is_used
         FROM exam_permissions p WHERE p.id = $1 AND p.withdrawn_at IS NULL`,
        [id],
      );
      if (!permission) throw new NotFound();
      if (permission.isUsed) throw new PermissionUsed();
      await tx.execute(
        `UPDATE exam_permissions SET withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 WHERE id = $1`,
        [id, this.clock.now(), actor.accountId, reason],
      );
      const { moduleId, decisionNumber } = permission;
      await this.journal.write(tx, actor, {
        action: examPermissionActions.withdrawn,
        ...subjectOf(enrollment),
        reason,
        facts: { moduleIds: [moduleId], decisionNumber },
      });
    });
  }

  /** The person's place in a class that stays open meanwhile; who enters marks of the same person waits. */
  private async hold(tx: Tx, actor: Actor, place: string, id: string): Promise<HeldEnrollment> {
    const [enrollment] = await tx.rows<HeldEnrollment>(
      `SELECT id, class_id, person_id, unit_id FROM enrollments WHERE ${place} AND ended_at IS NULL`,
      [id],
    );
    if (!enrollment || !mayEnterMarks(actor, enrollment.classId)) throw new NotFound();
    await holdOpen(tx, actor, enrollment.classId, mayLiftBars);
    assertNotAboutOneself(actor, enrollment);
    await tx.execute(`SELECT id FROM enrollments WHERE id = $1 FOR NO KEY UPDATE`, [enrollment.id]);
    return enrollment;
  }

  private async assertBarred(tx: Tx, { id, classId }: HeldEnrollment, moduleIds: readonly string[]): Promise<void> {
    const modules = await tx.rows<{ id: string; kind: ModuleKind }>(
      `SELECT id, kind FROM modules WHERE class_id = $1 AND id = ANY ($2) FOR SHARE`,
      [classId, moduleIds],
    );
    const { maximumAbsentShare } = await this.marks.rules(classId, tx);
    const sittings = await this.bars.sittings(classId, [id], tx);
    const barred = modules.filter((module) => {
      const { absence, permission } = sittings.of(id, module.id);
      return isBarred(examBarOf(module.kind, absence, maximumAbsentShare, permission));
    });
    if (barred.length < moduleIds.length) throw InvalidInput.field('moduleIds', 'not_barred', notBarred);
  }
}

const subjectOf = ({ id, classId, personId, unitId }: HeldEnrollment) => ({
  subject: { type: 'enrollment', id },
  classId,
  personId,
  unitId,
});

const notYet = {
  vi: 'Ngày quyết định chưa đến. Hãy ghi ngày trên văn bản.',
  en: 'This day is still to come; write the day of the decision.',
};
const notBarred = {
  vi: 'Có học phần mà người này đang được dự thi, không cần quyết định. Hãy tải lại trang rồi chọn lại.',
  en: 'The person may sit the examination of one of these modules as it is. Reload the page and choose anew.',
};
