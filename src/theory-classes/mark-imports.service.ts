import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { InvalidInput, NotFound } from '../platform/problems/refusals';
import { readWorkbook } from '../platform/sheets/workbook';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../platform/uploads';
import { holdOpen } from './hold-open';
import { type ComparedMarks, compareMarks } from './mark-comparison';
import type { MarkChange } from './mark-sheet';
import { markWorkbook, readMarkSheet, workbookWidths } from './mark-workbook';
import { MarksQueries } from './marks.queries';
import { MarksService } from './marks.service';
import {
  MarksAlreadyApplied,
  MarksChangedSinceDryRun,
  NobodyInMarkSheet,
  NoModulesForMarks,
} from './mark-imports.refusals';
import { markImportActions } from './mark-imports.words';
import { mayEnterMarks } from './theory-classes.policy';
import { TheoryClassesQueries } from './theory-classes.queries';
import { markActions } from './theory-classes.words';

/** Marks by workbook: handed out with the roster, compared when it comes back, applied as compared. */
@Injectable()
export class MarkImportsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesQueries,
    private readonly theoryClasses: TheoryClassesQueries,
    private readonly queries: MarksQueries,
    private readonly marks: MarksService,
  ) {}

  /** The roster of a theory class with its marks, to be filled in. It leaves a journal line. */
  async workbook(actor: Actor, classId: string): Promise<Upload> {
    const item = await this.classes.class(classId);
    if (!item || item.courseKind !== 'theory' || !mayEnterMarks(actor, classId)) throw new NotFound();
    const [modules, { items }] = await Promise.all([
      this.theoryClasses.modules(classId),
      this.queries.marks(classId, { limit: null }),
    ]);
    const content = await writeXlsx('Bảng điểm', workbookWidths(modules), markWorkbook(item, modules, items));
    await this.journal.write(this.database.reader, actor, {
      action: markActions.downloaded,
      subject: { type: 'class', id: classId },
      classId,
      facts: { people: items.length },
    });
    return { name: `bang-diem-${item.code.replace(/[/\\]/g, '-')}.xlsx`, content };
  }

  /**
   * Compares a workbook with the marks there are and keeps the outcome; the marks themselves stay.
   * @returns the import's id
   * @throws NotFound | MarksLocked | NotATheoryClass | NoModulesForMarks | a refusal of the sheet | NobodyInMarkSheet
   */
  async preview(actor: Actor, classId: string, file: Upload): Promise<string> {
    if (!mayEnterMarks(actor, classId)) throw new NotFound();
    const modules = await this.theoryClasses.modules(classId);
    if (modules.length === 0) throw new NoModulesForMarks();
    const sheet = readMarkSheet(await readWorkbook(file), modules);
    if (sheet.rows.length === 0) throw new NobodyInMarkSheet(file.name);
    return this.database.inTransaction(async (tx) => {
      await holdOpen(tx, actor, classId, mayEnterMarks);
      const { roster, stored, sitting } = await this.marks.underWay(tx, classId);
      const rows = compareMarks(sheet.rows, roster, stored, sitting, actor);
      const sha256 = createHash('sha256').update(file.content).digest('hex');
      const [{ id }]: [{ id: string }] = await tx.query(
        `INSERT INTO mark_imports (class_id, file_name, content, sha256, unread_columns, uploaded_at, uploaded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [classId, file.name, file.content, sha256, sheet.unreadColumns, this.clock.now(), actor.accountId],
      );
      await tx.query(
        `INSERT INTO mark_import_rows (import_id, row_number, verdict, code, full_name, enrollment_id, changes, problems)
         SELECT $1, r."rowNumber", r.verdict, r.code, r."fullName", r."enrollmentId", r.changes, r.problems
         FROM jsonb_to_recordset($2::jsonb) r ("rowNumber" int, verdict text, code text, "fullName" text, "enrollmentId" uuid, changes jsonb, problems jsonb)`,
        [id, JSON.stringify(rows)],
      );
      await this.write(tx, actor, markImportActions.previewed, { id, classId, sha256 }, rows);
      return id;
    });
  }

  /**
   * Enters exactly the marks of the dry run, or none, but for one's own. Returns how many.
   * @param reason why marks that were there already change; needed then
   * @throws NotFound | MarksLocked | MarksAlreadyApplied | MarksChangedSinceDryRun | InvalidInput naming `reason`
   */
  async apply(actor: Actor, id: string, reason: string | null): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      const [markImport]: { classId: string; sha256: string; appliedAt: Date | null }[] = await tx.query(
        `SELECT class_id AS "classId", sha256, applied_at AS "appliedAt" FROM mark_imports WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!markImport || !mayEnterMarks(actor, markImport.classId)) throw new NotFound();
      if (markImport.appliedAt) throw new MarksAlreadyApplied();
      const rows: ComparedMarks[] = await tx.query(
        `SELECT row_number AS "rowNumber", verdict, changes FROM mark_import_rows WHERE import_id = $1 ORDER BY row_number`,
        [id],
      );
      const changes = rows.flatMap((row) => row.changes);
      const count = await this.enter(tx, actor, markImport.classId, changes, reason);
      await tx.query(`UPDATE mark_imports SET applied_at = $2, applied_by = $3 WHERE id = $1`, [
        id,
        this.clock.now(),
        actor.accountId,
      ]);
      await this.write(tx, actor, markImportActions.applied, { id, ...markImport }, rows);
      return count;
    });
  }

  private async enter(
    tx: Tx,
    actor: Actor,
    classId: string,
    changes: readonly MarkChange[],
    reason: string | null,
  ): Promise<number> {
    await holdOpen(tx, actor, classId, mayEnterMarks);
    const moved = await this.marks.countMoved(tx, changes);
    if (moved > 0) throw new MarksChangedSinceDryRun(moved);
    try {
      const entries = changes.map(({ enrollmentId, moduleId, attempt, mark }) => ({
        enrollmentId,
        moduleId,
        attempt,
        mark,
      }));
      const { changed } = await this.marks.enterWith(tx, actor, classId, entries, { reason });
      return changed;
    } catch (error) {
      // Somebody left the class, was barred meanwhile, or a module went: the dry run no longer holds.
      const isOutdated = error instanceof InvalidInput && error.fields.some(({ field }) => field !== 'reason');
      throw isOutdated ? new MarksChangedSinceDryRun(error.fields.length) : error;
    }
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, classId, sha256 }: { readonly id: string; readonly classId: string; readonly sha256: string },
    rows: readonly Pick<ComparedMarks, 'verdict' | 'changes'>[],
  ): Promise<void> {
    const count = (verdict: ComparedMarks['verdict']) => rows.filter((row) => row.verdict === verdict).length;
    const facts = {
      changes: count('changes'),
      same: count('same'),
      refused: count('refused'),
      marks: rows.reduce((sum, row) => sum + row.changes.length, 0),
      sha256,
    };
    await this.journal.write(tx, actor, { action, subject: { type: 'mark_import', id }, classId, facts });
  }
}
