import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Import, ImportPlace, TriedFile } from '../platform/imports/import.entity';
import { Imports } from '../platform/imports/imports';
import { ImportsQueries } from '../platform/imports/imports.queries';
import type { ChangedRow } from '../platform/imports/promises';
import { Journal } from '../platform/journal/journal';
import { found, NotFound } from '../platform/problems/refusals';
import type { Choice } from '../platform/sheets/choice';
import { readTables } from '../platform/sheets/tables';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../platform/uploads';
import { holdOpen } from './hold-open';
import { type ComparedMarks, compareMarks, markVerdicts } from './mark-comparison';
import { markImports } from './mark-imports.queries';
import {
  MarksAlreadyApplied,
  MarksChangedSinceDryRun,
  NobodyInMarkSheet,
  NoModulesForMarks,
} from './mark-imports.refusals';
import { markImportActions } from './mark-imports.words';
import {
  markTable,
  markWorkbook,
  type MarkSheet,
  type MarkSheetRow,
  readMarkSheet,
  workbookWidths,
} from './mark-workbook';
import { MarksQueries } from './marks.queries';
import { MarksService } from './marks.service';
import { mayEnterMarks } from './theory-classes.policy';
import { TheoryClassesQueries } from './theory-classes.queries';
import type { ApplicationRequest } from './theory-classes.requests';
import { markActions } from './theory-classes.words';

interface MarksApplied {
  readonly changed: number;
}

/** Marks by workbook: handed out with the roster, compared when it comes back, applied as compared. */
@Injectable()
export class MarkImportsService extends Imports<MarkSheetRow, ComparedMarks, ApplicationRequest, MarksApplied> {
  protected readonly kind = markImports;

  constructor(
    database: Database,
    journal: Journal,
    clock: Clock,
    private readonly classes: ClassesQueries,
    private readonly theoryClasses: TheoryClassesQueries,
    private readonly queries: MarksQueries,
    private readonly marks: MarksService,
    private readonly imports: ImportsQueries,
  ) {
    super(database, journal, clock);
  }

  /** The roster of a theory class with its marks, to be filled in. It leaves a journal line. */
  async workbook(actor: Actor, classId: string): Promise<Upload> {
    const item = await this.classes.class(classId);
    if (!item || !item.hasMarks || !mayEnterMarks(actor, classId)) throw new NotFound();
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
  async preview(actor: Actor, classId: string, file: Upload, choice: Choice = {}): Promise<string> {
    const { code } = found(await this.classes.class(classId), () => mayEnterMarks(actor, classId));
    const modules = await this.theoryClasses.modules(classId);
    if (modules.length === 0) throw new NoModulesForMarks();
    const { rows, ...read } = readMarkSheet(await readTables(file, markTable(modules), choice), code, modules);
    if (rows.length === 0) throw new NobodyInMarkSheet(file.name);
    return this.keep(actor, { classId }, file, { rows, read });
  }

  /** Reads a file that was sent once more, as chosen; it becomes a dry run of its own. @returns the new import's id */
  async readAgain(actor: Actor, id: string, choice: Choice): Promise<string> {
    const sent = found(await this.imports.sent(markImports, id));
    return this.preview(actor, sent.classId!, sent.file, choice);
  }

  protected assertMay(actor: Actor, { classId }: ImportPlace): void {
    if (!mayEnterMarks(actor, classId!)) throw new NotFound();
  }

  protected async judge(tx: Tx, actor: Actor, { classId, read }: TriedFile, seen: readonly MarkSheetRow[]) {
    await holdOpen(tx, actor, classId!, mayEnterMarks);
    const { roster, stored, sitting, modules } = await this.marks.underWay(tx, classId!);
    // A module keeps its place under another name: then what the file says is no longer about it.
    const names = (read['names'] ?? {}) as MarkSheet['names'];
    const isMeant = (id: string) => modules.has(id) && modules.get(id) === (names[id] ?? modules.get(id));
    const rows = seen.map((row) => ({ ...row, marks: row.marks.filter(({ moduleId }) => isMeant(moduleId)) }));
    return { rows: compareMarks(rows, roster, stored, sitting, actor) };
  }

  protected readonly promiseOf = ({ changes }: ComparedMarks) => changes;

  protected async hold(tx: Tx, actor: Actor, { classId }: Import, rows: readonly ComparedMarks[]): Promise<void> {
    const people = rows.flatMap(({ changes }) => changes.map(({ enrollmentId }) => enrollmentId));
    await this.marks.hold(tx, actor, classId!, people);
  }

  protected async carryOut(
    tx: Tx,
    actor: Actor,
    { classId }: Import,
    rows: readonly ComparedMarks[],
    { reason = null }: { readonly reason?: string | null },
  ) {
    const entries = rows
      .flatMap((row) => row.changes)
      .map(({ enrollmentId, moduleId, attempt, mark }) => ({ enrollmentId, moduleId, attempt, mark }));
    const { changed } = await this.marks.enterWith(tx, actor, classId!, entries, { reason });
    return { outcome: { changed } };
  }

  protected changed(rows: readonly ChangedRow<ComparedMarks>[]) {
    return new MarksChangedSinceDryRun(rows.map(({ was, is }) => (was.changes.length > 0 ? was : is)));
  }

  protected refusalOf() {
    return new MarksAlreadyApplied();
  }

  protected told({ state, sha256 }: Import, rows: readonly ComparedMarks[]) {
    const counts = markVerdicts.map((one) => [one, rows.filter(({ verdict }) => verdict === one).length] as const);
    const marks = rows.reduce((sum, { changes }) => sum + changes.length, 0);
    const action = state === 'previewed' ? markImportActions.previewed : markImportActions.applied;
    return { action, facts: { ...Object.fromEntries(counts), marks, sha256 } };
  }
}
