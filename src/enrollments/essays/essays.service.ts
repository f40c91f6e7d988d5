import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ClassState, hasEnded } from '../../classes/training-class.states';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { ChangedMeanwhile, found, NotAllowed, NotFound } from '../../platform/problems/refusals';
import type { Upload } from '../../platform/uploads';
import { Enrollment } from '../enrollment.entity';
import { assertMayMarkEssay, mayHandInEssay, mayReadEssay, maySeeEnrollment } from '../enrollments.policy';
import { type EssayFile, readEssayFile } from './file';
import { essayIsEmpty } from './file.refusals';
import { EssayNotHandedIn, EssaysLocked } from './essays.refusals';
import { Essay } from './essay.entity';
import { essayActions } from './essays.words';

/** What is handed in: text, a file, or both. */
export interface EssayContent {
  readonly body?: string | undefined;
  readonly file?: Upload | null;
  /** Without a new file: the one of the version before stays with the essay. */
  readonly keepsFile?: boolean | undefined;
}

export interface EssayAcceptance {
  readonly mark?: number | undefined;
  readonly version?: number | undefined;
}

@Injectable()
export class EssaysService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands an essay in, or a new version of one that was not accepted; the versions before are kept.
   * @throws EssayMarked | EssayAccepted | EssaysLocked | EnrollmentEnded | InvalidInput for an empty essay or a file that is not taken
   */
  async handIn(actor: Actor, enrollmentId: string, { body, file, keepsFile }: EssayContent): Promise<void> {
    const looked = file ? await readEssayFile(file) : null;
    await this.database.inTransaction(async (tx) => {
      const { enrollment, essay } = await this.load(tx, actor, enrollmentId);
      if (!mayHandInEssay(actor, enrollment, essay !== null)) throw new NotAllowed();
      await this.assertOpen(tx, enrollment);
      essay?.assertReplaceable();
      const keptFileId = keepsFile ? (essay?.fileId ?? null) : null;
      if (!body && !looked && !keptFileId) throw essayIsEmpty();
      const at = this.clock.now();
      const fileId = looked ? await this.keepFile(tx, enrollmentId, looked) : keptFileId;
      const dueAt = essay?.dueAgainAt ?? (await this.termOf(tx, enrollment.classId));
      const version = { body: body ?? null, fileId, dueAt };
      if (essay) await this.keepVersion(tx, essay);
      essay?.replace(version, at);
      await tx.save(essay ?? tx.create(Essay, { enrollmentId, ...version, handedInAt: at }));
      await this.journal.write(tx, actor, {
        action: essay ? essayActions.replaced : essayActions.handed_in,
        ...subjectOf(enrollment),
        facts: {
          characters: body?.length ?? 0,
          file: looked?.kind ?? null,
          late: dueAt !== null && at > dueAt,
          byTheWriter: actor.personId === enrollment.personId,
        },
      });
    });
  }

  /**
   * Accepts an essay, with a mark where the class gives marks.
   * @param version the one that was read; left out, the one that stands
   * @throws EssayNotHandedIn | EssaysLocked | EnrollmentEnded | ChangedMeanwhile when another version came since
   */
  async accept(actor: Actor, enrollmentId: string, { mark, version }: EssayAcceptance = {}): Promise<void> {
    if (mark !== undefined) return this.mark(actor, enrollmentId, mark, version);
    await this.decide(actor, enrollmentId, version, async (tx, essay, enrollment) => {
      essay.accept(this.clock.now(), actor.accountId);
      await tx.save(essay);
      await this.journal.write(tx, actor, {
        action: essayActions.accepted,
        ...subjectOf(enrollment),
        facts: { version: essay.number },
      });
    });
  }

  /** Marks an essay, which accepts it, or corrects its mark; throws as {@link accept} does. */
  async mark(actor: Actor, enrollmentId: string, mark: number, version?: number): Promise<void> {
    await this.decide(actor, enrollmentId, version, async (tx, essay, enrollment) => {
      const before = essay.mark;
      essay.giveMark(mark, this.clock.now(), actor.accountId);
      await tx.save(essay);
      await this.journal.write(tx, actor, {
        action: essayActions.marked,
        ...subjectOf(enrollment),
        facts: { from: before === null ? null : Number(before), to: mark },
      });
    });
  }

  /** Asks the writer for a better version by a new day; throws as {@link accept} does, and InvalidInput for a day gone by. */
  async sendBack(
    actor: Actor,
    enrollmentId: string,
    { reason, dueAt, version }: { reason: string; dueAt: Date; version?: number | undefined },
  ): Promise<void> {
    await this.decide(actor, enrollmentId, version, async (tx, essay, enrollment) => {
      essay.sendBack(reason, dueAt, this.clock.now(), actor.accountId);
      await tx.save(essay);
      await this.journal.write(tx, actor, {
        action: essayActions.sent_back,
        ...subjectOf(enrollment),
        reason,
        facts: { version: essay.number, dueAt },
      });
    });
  }

  /** Takes a file out, whatever version it came with; what others take is journalled. @throws NotFound */
  async file(actor: Actor, enrollmentId: string, fileId: string): Promise<Upload> {
    return this.database.inTransaction(async (tx) => {
      const enrollment = found(await tx.findOneBy(Enrollment, { id: enrollmentId }), (enrollment) =>
        mayReadEssay(actor, enrollment),
      );
      const [file] = await tx.rows<{ kind: string; content: Buffer; classCode: string; personCode: string }>(
        `SELECT f.kind, f.content, c.code AS class_code, p.code AS person_code
         FROM essay_files f JOIN enrollments e ON e.id = f.enrollment_id JOIN classes c ON c.id = e.class_id JOIN persons p ON p.id = e.person_id
         WHERE f.id = $1 AND f.enrollment_id = $2`,
        [fileId, enrollmentId],
      );
      if (!file) throw new NotFound();
      if (actor.personId !== enrollment.personId) {
        const facts = { fileId };
        await this.journal.write(tx, actor, { action: essayActions.file_downloaded, ...subjectOf(enrollment), facts });
      }
      return { name: `thu-hoach-${file.classCode}-${file.personCode}.${file.kind}`, content: file.content };
    });
  }

  private async decide(
    actor: Actor,
    enrollmentId: string,
    version: number | undefined,
    work: (tx: Tx, essay: Essay, enrollment: Enrollment) => Promise<void>,
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { enrollment, essay } = await this.load(tx, actor, enrollmentId);
      assertMayMarkEssay(actor, enrollment);
      await this.assertOpen(tx, enrollment);
      if (!essay) throw new EssayNotHandedIn();
      if (version !== undefined && version !== essay.number) throw new ChangedMeanwhile();
      await work(tx, essay, enrollment);
    });
  }

  private async keepFile(tx: Tx, enrollmentId: string, { name, kind, content }: EssayFile): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = await tx.row<{ id: string }>(
      `INSERT INTO essay_files (enrollment_id, name, kind, size, sha256, content) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [enrollmentId, name, kind, content.length, sha256, content],
    );
    return file.id;
  }

  private async keepVersion(tx: Tx, { enrollmentId, number }: Essay): Promise<void> {
    await tx.execute(
      `INSERT INTO essay_versions (enrollment_id, number, body, file_id, handed_in_at, due_at, decision, decided_at, decided_by, decision_reason)
       SELECT enrollment_id, number, body, file_id, handed_in_at, due_at, decision, decided_at, decided_by, decision_reason
       FROM essays WHERE enrollment_id = $1 AND number = $2`,
      [enrollmentId, number],
    );
  }

  private async termOf(tx: Tx, classId: string): Promise<Date | null> {
    const [term] = await tx.rows<{ dueAt: Date }>(`SELECT due_at FROM essay_terms WHERE class_id = $1`, [classId]);
    return term?.dueAt ?? null;
  }

  /** Two changes of one essay take turns: the enrollment is locked. */
  private async load(
    tx: Tx,
    actor: Actor,
    enrollmentId: string,
  ): Promise<{ enrollment: Enrollment; essay: Essay | null }> {
    const enrollment = found(
      await tx.findOne(Enrollment, {
        where: { id: enrollmentId },
        lock: { mode: 'pessimistic_write' },
      }),
      (enrollment) => maySeeEnrollment(actor, enrollment),
    );
    return { enrollment, essay: await tx.findOneBy(Essay, { enrollmentId }) };
  }

  /** Holds the class as it is: it cannot be closed while an essay is being recorded. */
  private async assertOpen(tx: Tx, enrollment: Enrollment): Promise<void> {
    const trainingClass = await tx.row<{ state: ClassState }>(`SELECT state FROM classes WHERE id = $1 FOR SHARE`, [
      enrollment.classId,
    ]);
    if (hasEnded(trainingClass.state)) throw new EssaysLocked();
    enrollment.assertLive();
  }
}

const subjectOf = ({ id, classId, personId, unitId }: Enrollment) => ({
  subject: { type: 'enrollment', id },
  classId,
  personId,
  unitId,
});
