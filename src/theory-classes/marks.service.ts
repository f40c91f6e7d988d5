import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { aboutOthers } from '../platform/access/oneself';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { InvalidInput, NotFound } from '../platform/problems/refusals';
import { examBarOf } from './exam-bar';
import { ExamBarsQueries } from './exam-bars.queries';
import { type Attempt, changesBy, type MarkChange, type MarkEntry, type Sitting, type StoredMark } from './mark-sheet';
import type { RosterPerson } from './mark-comparison';
import { MarksQueries } from './marks.queries';
import { holdOpen } from './hold-open';
import { mayEnterMarks } from './theory-classes.policy';
import { markActions } from './theory-classes.words';
import type { ModuleKind } from './module-kinds';

/** A mark of one person; attempt 1 unless told. */
export interface NewMark {
  readonly moduleId: string;
  readonly mark: number | null;
  readonly attempt?: Attempt | undefined;
  /** The module of another class of the course the examination was sat in. */
  readonly satInModuleId?: string | undefined;
}

export interface MarksEntered {
  readonly changed: number;
  /** The enrollment of the one who enters: present only when others were entered and it was left to somebody else. */
  readonly refused?: readonly string[];
}

interface MarkedEnrollment {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
}

interface MarkedModule {
  readonly id: string;
  readonly kind: ModuleKind;
}

@Injectable()
export class MarksService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: MarksQueries,
    private readonly bars: ExamBarsQueries,
  ) {}

  /**
   * Enters or corrects marks of one person.
   * @param reason why marks that were there already change; needed then
   * @throws MarksLocked | NotATheoryClass | AboutOneself | InvalidInput naming `marks.n.…` or `reason`
   */
  async enter(
    actor: Actor,
    enrollmentId: string,
    marks: readonly NewMark[],
    reason: string | null = null,
  ): Promise<MarksEntered> {
    const [enrollment] = await this.database.read<{ classId: string }>(
      `SELECT class_id FROM enrollments WHERE id = $1`,
      [enrollmentId],
    );
    if (!enrollment || !mayEnterMarks(actor, enrollment.classId)) throw new NotFound();
    const entries = marks.map(({ attempt = 1, ...mark }) => ({ ...mark, attempt, enrollmentId }));
    return this.enterAll(actor, enrollment.classId, entries, { reason, list: 'marks' });
  }

  /**
   * Enters or corrects marks of many people: all of them, or none, but for one's own.
   * @param how why marks that were there already change, and what the entries are called in the fields of a refusal
   */
  async enterAll(
    actor: Actor,
    classId: string,
    entries: readonly MarkEntry[],
    how: { readonly reason?: string | null; readonly list?: 'entries' | 'marks' } = {},
  ): Promise<MarksEntered> {
    return this.database.inTransaction((tx) => this.enterWith(tx, actor, classId, entries, how));
  }

  /** As {@link enterAll}, inside a transaction under way. */
  async enterWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    entries: readonly MarkEntry[],
    { reason = null, list = 'entries' }: { readonly reason?: string | null; readonly list?: 'entries' | 'marks' },
  ): Promise<MarksEntered> {
    await holdOpen(tx, actor, classId, mayEnterMarks);
    const enrollments = await this.lockEnrollments(tx, classId, entries);
    const modules = await this.assertKnown(tx, classId, entries, enrollments, list);
    await this.assertSatInCourse(tx, classId, entries, list);

    const sitting = await this.sitting(tx, classId, enrollments, modules);
    const { changes, problems } = changesBy(entries, await this.stored(tx, enrollments), sitting);
    if (problems.length > 0) {
      throw new InvalidInput(
        problems.map(({ index, code, message }) => ({ field: `${list}.${index}.mark`, code, message })),
      );
    }
    if (reason === null && changes.some(({ revision }) => revision > 1)) throw reasonNeeded();
    const personOf = new Map(enrollments.map(({ id, personId }) => [id, personId]));
    const others = aboutOthers(actor, changes, ({ enrollmentId }) => personOf.get(enrollmentId));
    await this.store(tx, actor, others, reason);
    await this.journalChanges(tx, actor, { classId, enrollments, changes: others, reason });
    const refused = [
      ...new Set(changes.filter((one) => !others.includes(one)).map(({ enrollmentId }) => enrollmentId)),
    ];
    return { changed: others.length, ...(refused.length > 0 ? { refused } : {}) };
  }

  /** The roster of a class with its newest lines of marks, for what is about to be entered to be compared with. */
  async underWay(
    tx: Tx,
    classId: string,
  ): Promise<{
    readonly roster: readonly RosterPerson[];
    readonly stored: readonly StoredMark[];
    readonly sitting: Sitting;
    /** Their names, by their ids. */
    readonly modules: ReadonlyMap<string, string>;
  }> {
    const roster = await tx.rows<RosterPerson & MarkedEnrollment>(
      `SELECT e.id, e.id AS enrollment_id, p.code, p.full_name, e.person_id, e.unit_id
       FROM enrollments e JOIN persons p ON p.id = e.person_id WHERE e.class_id = $1 AND e.ended_at IS NULL`,
      [classId],
    );
    const modules = await tx.rows<MarkedModule & { name: string }>(
      `SELECT id, kind, name FROM modules WHERE class_id = $1 FOR SHARE`,
      [classId],
    );
    return {
      roster,
      stored: await this.stored(tx, roster),
      sitting: await this.sitting(tx, classId, roster, modules),
      modules: new Map(modules.map(({ id, name }) => [id, name])),
    };
  }

  /** Holds the class open and these people, so that nobody else enters marks of them. */
  async hold(tx: Tx, actor: Actor, classId: string, enrollmentIds: readonly string[]): Promise<void> {
    await holdOpen(tx, actor, classId, mayEnterMarks);
    await tx.execute(`SELECT FROM enrollments WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`, [enrollmentIds]);
  }

  /** Who may sit which examination, and below which mark there is a re-sit. */
  private async sitting(
    tx: Tx,
    classId: string,
    enrollments: readonly MarkedEnrollment[],
    modules: readonly MarkedModule[],
  ): Promise<Sitting> {
    const { minimum, maximumAbsentShare } = await this.queries.rules(classId, tx);
    const ids = enrollments.map(({ id }) => id);
    const sittings = await this.bars.sittings(classId, ids, tx);
    const kinds = new Map(modules.map(({ id, kind }) => [id, kind]));
    return {
      minimum,
      barOf: (enrollmentId, moduleId) => {
        const { absence, permission } = sittings.of(enrollmentId, moduleId);
        return examBarOf(kinds.get(moduleId)!, absence, maximumAbsentShare, permission);
      },
    };
  }

  /** Two people entering marks of the same person take turns. */
  private async lockEnrollments(tx: Tx, classId: string, entries: readonly MarkEntry[]): Promise<MarkedEnrollment[]> {
    return tx.rows(
      `SELECT id, person_id, unit_id FROM enrollments
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
  ): Promise<MarkedModule[]> {
    const modules = await tx.rows<MarkedModule>(`SELECT id, kind FROM modules WHERE class_id = $1 FOR SHARE`, [
      classId,
    ]);
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
    return modules;
  }

  /** An examination is sat in one's own class, or in another of the course. */
  private async assertSatInCourse(tx: Tx, classId: string, entries: readonly MarkEntry[], list: string): Promise<void> {
    const elsewhere = entries.flatMap(({ satInModuleId }) => satInModuleId ?? []);
    if (elsewhere.length === 0) return;
    const known = await tx.rows<{ id: string }>(
      `SELECT m.id FROM modules m JOIN classes c ON c.id = m.class_id JOIN classes own ON own.id = $2 AND own.course_id = c.course_id
       WHERE m.id = ANY ($1) AND c.id <> own.id`,
      [elsewhere, classId],
    );
    const knownIds = new Set(known.map(({ id }) => id));
    const unknown = entries.flatMap(({ satInModuleId }, index): FieldError[] =>
      satInModuleId === undefined || knownIds.has(satInModuleId)
        ? []
        : [{ field: `${list}.${index}.satInModuleId`, code: 'not_in_the_course', message: notInTheCourse }],
    );
    if (unknown.length > 0) throw new InvalidInput(unknown);
  }

  private async stored(tx: Tx, enrollments: readonly MarkedEnrollment[]): Promise<StoredMark[]> {
    return tx.rows(
      `SELECT DISTINCT ON (enrollment_id, module_id, attempt) enrollment_id, module_id, attempt, mark::float8 AS mark, revision
       FROM module_marks WHERE enrollment_id = ANY ($1) ORDER BY enrollment_id, module_id, attempt, revision DESC`,
      [enrollments.map(({ id }) => id)],
    );
  }

  private async store(tx: Tx, actor: Actor, changes: readonly MarkChange[], reason: string | null): Promise<void> {
    await tx.execute(
      `INSERT INTO module_marks (enrollment_id, module_id, attempt, revision, mark, reason, entered_at, entered_by, sat_in_module_id, exam_id)
       SELECT "enrollmentId", "moduleId", attempt, revision, mark, CASE WHEN revision > 1 THEN $2::text END, $3::timestamptz, $4::uuid, "satInModuleId",
         coalesce("examId", (SELECT k.exam_id FROM module_marks k WHERE k.enrollment_id = "enrollmentId" AND k.module_id = "moduleId"
           AND k.attempt = c.attempt AND k.revision = c.revision - 1))
       FROM jsonb_to_recordset($1::jsonb) AS c ("enrollmentId" uuid, "moduleId" uuid, attempt smallint, revision int, mark numeric, "satInModuleId" uuid, "examId" uuid)`,
      [JSON.stringify(changes), reason, this.clock.now(), actor.accountId],
    );
  }

  /** A line for each person, so that the person's own history is whole. */
  private async journalChanges(
    tx: Tx,
    actor: Actor,
    {
      classId,
      enrollments,
      changes,
      reason,
    }: {
      readonly classId: string;
      readonly enrollments: readonly MarkedEnrollment[];
      readonly changes: readonly MarkChange[];
      readonly reason: string | null;
    },
  ): Promise<void> {
    const lines = enrollments.flatMap(({ id, personId, unitId }) => {
      const own = changes.filter(({ enrollmentId }) => enrollmentId === id);
      if (own.length === 0) return [];
      const line = { subject: { type: 'enrollment', id }, classId, personId, unitId };
      const facts = {
        changes: own.map(({ moduleId, attempt, from, mark, satInModuleId, examId }) => ({
          moduleId,
          attempt,
          from,
          to: mark,
          ...(satInModuleId && { satInModuleId }),
          ...(examId && { examId }),
        })),
      };
      const isCorrection = own.some(({ revision }) => revision > 1);
      return [
        {
          action: isCorrection ? markActions.corrected : markActions.entered,
          ...line,
          ...(isCorrection && { reason }),
          facts,
        },
      ];
    });
    await this.journal.write(tx, actor, ...lines);
  }
}

const reasonNeeded = () =>
  InvalidInput.field('reason', 'reason_needed', {
    vi: 'Có điểm đã lưu trước đây bị sửa hoặc bỏ. Hãy ghi lý do, ví dụ: chấm phúc khảo, nhập nhầm dòng.',
    en: 'Marks that were saved before are changed or taken back. Write why, for example: marked again on appeal, entered in the wrong line.',
  });
const notOnTheRoster = {
  vi: 'Người này không (hoặc không còn) trong danh sách học viên của lớp. Hãy tải lại trang.',
  en: 'This person is not, or no longer, on the roster of the class. Reload the page.',
};
const notInTheCourse = {
  vi: 'Kỳ thi ở lớp khác phải là học phần của một lớp khác cùng chương trình.',
  en: 'An examination elsewhere must be of a module of another class of the course.',
};
const notAModule = {
  vi: 'Học phần này không có trong lớp. Hãy tải lại trang.',
  en: 'The class has no such module. Reload the page.',
};
