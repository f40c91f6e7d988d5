import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { InvalidInput, NotFound } from '../platform/problems/refusals';
import { type Attempt, changesBy, type MarkChange, type MarkEntry, type StoredMark } from './mark-sheet';
import { holdOpen } from './hold-open';
import { mayEnterMarks } from './theory-classes.policy';

/** A mark of one person; attempt 1 unless told. */
export interface NewMark {
  readonly moduleId: string;
  readonly mark: number | null;
  readonly attempt?: Attempt | undefined;
}

interface MarkedEnrollment {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
}

@Injectable()
export class MarksService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters or corrects marks of one person. Returns how many changed.
   * @throws MarksLocked | NotATheoryClass | InvalidInput naming `marks.n.…`
   */
  async enter(actor: Actor, enrollmentId: string, marks: readonly NewMark[]): Promise<number> {
    const [enrollment] = await this.database.read<{ classId: string }>(
      `SELECT class_id AS "classId" FROM enrollments WHERE id = $1`,
      [enrollmentId],
    );
    if (!enrollment || !mayEnterMarks(actor, enrollment.classId)) throw new NotFound();
    const entries = marks.map(({ attempt = 1, ...mark }) => ({ ...mark, attempt, enrollmentId }));
    return this.enterAll(actor, enrollment.classId, entries, 'marks');
  }

  /**
   * Enters or corrects marks of many people: all of them, or none.
   * @param list what the entries are called in the fields of a refusal
   * @returns how many marks changed
   */
  async enterAll(
    actor: Actor,
    classId: string,
    entries: readonly MarkEntry[],
    list: 'entries' | 'marks' = 'entries',
  ): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      await holdOpen(tx, actor, classId, mayEnterMarks);
      const enrollments = await this.lockEnrollments(tx, classId, entries);
      await this.assertKnown(tx, classId, entries, enrollments, list);

      const { changes, problems } = changesBy(entries, await this.stored(tx, enrollments));
      if (problems.length > 0) {
        throw new InvalidInput(
          problems.map(({ index, code, message }) => ({ field: `${list}.${index}.mark`, code, message })),
        );
      }
      await this.store(tx, actor, changes);
      await this.journalChanges(tx, actor, classId, enrollments, changes);
      return changes.length;
    });
  }

  /** Two people entering marks of the same person take turns. */
  private async lockEnrollments(tx: Tx, classId: string, entries: readonly MarkEntry[]): Promise<MarkedEnrollment[]> {
    return tx.query(
      `SELECT id, person_id AS "personId", unit_id AS "unitId" FROM enrollments
       WHERE id = ANY ($1) AND class_id = $2 AND ended_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
      [[...new Set(entries.map(({ enrollmentId }) => enrollmentId))], classId],
    );
  }

  private async assertKnown(
    tx: Tx,
    classId: string,
    entries: readonly MarkEntry[],
    enrollments: readonly MarkedEnrollment[],
    list: string,
  ): Promise<void> {
    const modules: { id: string }[] = await tx.query(`SELECT id FROM modules WHERE class_id = $1 FOR SHARE`, [classId]);
    const knownModules = new Set(modules.map(({ id }) => id));
    const knownEnrollments = new Set(enrollments.map(({ id }) => id));
    const unknown = entries.flatMap(({ enrollmentId, moduleId }, index): FieldError[] => {
      if (!knownEnrollments.has(enrollmentId))
        return [{ field: `${list}.${index}.mark`, code: 'not_on_the_roster', message: notOnTheRoster }];
      if (!knownModules.has(moduleId))
        return [{ field: `${list}.${index}.moduleId`, code: 'not_a_module', message: notAModule }];
      return [];
    });
    if (unknown.length > 0) throw new InvalidInput(unknown);
  }

  private async stored(tx: Tx, enrollments: readonly MarkedEnrollment[]): Promise<StoredMark[]> {
    return tx.query(
      `SELECT enrollment_id AS "enrollmentId", module_id AS "moduleId", attempt, mark::float8 AS mark
       FROM module_marks WHERE enrollment_id = ANY ($1)`,
      [enrollments.map(({ id }) => id)],
    );
  }

  private async store(tx: Tx, actor: Actor, changes: readonly MarkChange[]): Promise<void> {
    const rows = (of: readonly MarkChange[]) => [
      of.map(({ enrollmentId }) => enrollmentId),
      of.map(({ moduleId }) => moduleId),
      of.map(({ attempt }) => attempt),
    ];
    const set = changes.filter(({ mark }) => mark !== null);
    await tx.query(
      `INSERT INTO module_marks (enrollment_id, module_id, attempt, mark, entered_at, entered_by)
       SELECT *, $5::timestamptz, $6::uuid FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::numeric[])
       ON CONFLICT (enrollment_id, module_id, attempt) DO UPDATE
       SET mark = excluded.mark, entered_at = excluded.entered_at, entered_by = excluded.entered_by`,
      [...rows(set), set.map(({ mark }) => mark), this.clock.now(), actor.accountId],
    );
    await tx.query(
      `DELETE FROM module_marks WHERE (enrollment_id, module_id, attempt) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::smallint[]))`,
      rows(changes.filter(({ mark }) => mark === null)),
    );
  }

  /** A line for each person, so that the person's own history is whole. */
  private async journalChanges(
    tx: Tx,
    actor: Actor,
    classId: string,
    enrollments: readonly MarkedEnrollment[],
    changes: readonly MarkChange[],
  ): Promise<void> {
    const lines = enrollments.flatMap(({ id, personId, unitId }) => {
      const own = changes.filter(({ enrollmentId }) => enrollmentId === id);
      if (own.length === 0) return [];
      const facts = {
        changes: own.map(({ moduleId, attempt, from, mark }) => ({ moduleId, attempt, from, to: mark })),
      };
      return [{ action: 'marks.entered', subject: { type: 'enrollment', id }, classId, personId, unitId, facts }];
    });
    await this.journal.write(tx, actor, ...lines);
  }
}

const notOnTheRoster = {
  vi: 'Người này không (hoặc không còn) trong danh sách học viên của lớp. Hãy tải lại trang.',
  en: 'This person is not, or no longer, on the roster of the class. Load the page again.',
};
const notAModule = {
  vi: 'Học phần này không có trong lớp. Hãy tải lại trang.',
  en: 'The class has no such module. Load the page again.',
};
