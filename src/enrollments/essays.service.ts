import { Injectable } from '@nestjs/common';
import type { ClassState } from '../classes/training-class.states';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { Enrollment } from './enrollment.entity';
import { mayHandInEssay, mayMarkEssays, maySeeEnrollment } from './enrollments.policy';
import { EssayNotHandedIn, EssaysLocked } from './essays.refusals';
import { Essay } from './essay.entity';
import { isShut } from './marking-moment';

@Injectable()
export class EssaysService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Hands an essay in, or a new version of one not marked yet. @throws EssayMarked | EssaysLocked | EnrollmentEnded */
  async handIn(actor: Actor, enrollmentId: string, body: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { enrollment, essay } = await this.load(tx, actor, enrollmentId);
      if (!mayHandInEssay(actor, enrollment, essay !== null)) throw new NotAllowed();
      await this.assertOpen(tx, enrollment);
      const at = this.clock.now();
      essay?.replace(body, at);
      await tx.save(essay ?? tx.create(Essay, { enrollmentId, body, handedInAt: at }));
      await this.journal.write(tx, actor, {
        action: essay ? 'essays.replaced' : 'essays.handed_in',
        ...subjectOf(enrollment),
        facts: { characters: body.length, byTheWriter: actor.personId === enrollment.personId },
      });
    });
  }

  /** Marks an essay, or corrects its mark. @throws EssayNotHandedIn | EssaysLocked | EnrollmentEnded */
  async mark(actor: Actor, enrollmentId: string, mark: number): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { enrollment, essay } = await this.load(tx, actor, enrollmentId);
      if (!mayMarkEssays(actor)) throw new NotAllowed();
      await this.assertOpen(tx, enrollment);
      if (!essay) throw new EssayNotHandedIn();
      const before = essay.mark;
      essay.giveMark(mark, this.clock.now(), actor.accountId);
      await tx.save(essay);
      await this.journal.write(tx, actor, {
        action: 'essays.marked',
        ...subjectOf(enrollment),
        facts: { from: before === null ? null : Number(before), to: mark },
      });
    });
  }

  /** Two changes of one essay take turns: the enrollment is locked. */
  private async load(
    tx: Tx,
    actor: Actor,
    enrollmentId: string,
  ): Promise<{ enrollment: Enrollment; essay: Essay | null }> {
    const enrollment = await tx.findOne(Enrollment, {
      where: { id: enrollmentId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!enrollment || !maySeeEnrollment(actor, enrollment)) throw new NotFound();
    return { enrollment, essay: await tx.findOneBy(Essay, { enrollmentId }) };
  }

  /** Holds the class as it is: it cannot be closed while an essay is being recorded. */
  private async assertOpen(tx: Tx, enrollment: Enrollment): Promise<void> {
    const [trainingClass]: { state: ClassState }[] = await tx.query(
      `SELECT state FROM classes WHERE id = $1 FOR SHARE`,
      [enrollment.classId],
    );
    if (isShut(trainingClass!.state)) throw new EssaysLocked();
    enrollment.assertLive();
  }
}

const subjectOf = ({ id, classId, personId, unitId }: Enrollment) => ({
  subject: { type: 'enrollment', id },
  classId,
  personId,
  unitId,
});
