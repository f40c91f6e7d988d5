import { Injectable } from '@nestjs/common';
import type { ClassItem } from '../../classes/classes.queries';
import { ClassesQueries } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Import, ImportPlace, TriedFile } from '../../platform/imports/import.entity';
import { Imports } from '../../platform/imports/imports';
import { ImportsQueries } from '../../platform/imports/imports.queries';
import { type ChangedRow, fingerprintOf } from '../../platform/imports/promises';
import { Journal } from '../../platform/journal/journal';
import { found, NotFound } from '../../platform/problems/refusals';
import type { Choice } from '../../platform/sheets/choice';
import { readTables } from '../../platform/sheets/tables';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { type AttendanceTaken, AttendanceService } from '../attendance.service';
import { mayTakeAttendance } from '../enrollments.policy';
import { halfDayTitle } from '../half-day-title';
import { whyNotMarked } from '../marking-moment';
import { attendanceImports, type AttendanceImportRead, AttendanceImportsQueries } from './imports.queries';
import { movedSince } from './earlier-half-days';
import { type FilledRow, type FilledSheet, readAttendanceSheet } from './filled-sheet';
import { attendanceTable } from './headings';
import { AttendanceImportApplied, AttendanceMoved } from './imports.refusals';
import type { ImportApplicationRequest } from './imports.requests';
import { attendanceSheetActions } from './imports.words';
import { type JudgedRow, judgeSheet } from './verdicts';
import { attendanceWorkbook } from './workbook';

export interface ImportShown extends Omit<AttendanceImportRead, 'read'> {
  readonly rows: readonly JudgedRow[];
  readonly fingerprint: string;
}

/** Attendance on paper comes in as a filled Excel file: tried out row by row, then recorded. */
@Injectable()
export class AttendanceImportsService extends Imports<FilledRow, JudgedRow, ImportApplicationRequest, AttendanceTaken> {
  protected readonly kind = attendanceImports;

  constructor(
    database: Database,
    journal: Journal,
    clock: Clock,
    private readonly queries: AttendanceImportsQueries,
    private readonly imports: ImportsQueries,
    private readonly classes: ClassesQueries,
    private readonly attendance: AttendanceService,
  ) {
    super(database, journal, clock);
  }

  /** @param halfDayId only this half-day, with a column for going out; all of the class unless told */
  async workbook(actor: Actor, classId: string, halfDayId: string | null): Promise<Upload> {
    const item = await this.ofClass(actor, classId);
    const halfDays = (await this.queries.halfDays(classId)).filter(({ id }) => halfDayId === null || id === halfDayId);
    const people = await this.queries.people(
      classId,
      halfDays.map(({ id }) => id),
    );
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: attendanceSheetActions.workbook_taken,
        subject: { type: 'class', id: classId },
        classId,
        facts: { halfDayId, people: people.length },
      }),
    );
    const { widths, rows } = attendanceWorkbook(item, halfDays, people, this.clock.now());
    const of = halfDayId && halfDays[0] ? ` ${halfDayTitle(halfDays[0], 'vi').replaceAll('/', '-')}` : '';
    return { name: `Điểm danh ${item.code}${of}.xlsx`, content: await writeXlsx('Điểm danh', widths, rows) };
  }

  /** Reads a filled file; nothing is recorded. @throws whatever is wrong with the file as a whole */
  async preview(actor: Actor, classId: string, file: Upload, choice: Choice = {}): Promise<string> {
    const { code } = await this.ofClass(actor, classId);
    const halfDays = await this.queries.halfDays(classId);
    const reading = await readTables(file, attendanceTable(halfDays), choice);
    const earlier = await this.queries.earlier(classId);
    const { rows, ...read } = readAttendanceSheet(reading, { code, halfDays, earlier });
    return this.keep(actor, { classId }, file, { rows, read });
  }

  /** Reads a file that was sent once more, as chosen; it becomes a dry run of its own. @returns the new import's id */
  async readAgain(actor: Actor, id: string, choice: Choice): Promise<string> {
    const sent = found(await this.imports.sent(attendanceImports, id));
    return this.preview(actor, sent.classId!, sent.file, choice);
  }

  /** The file against the attendance as it stands now. */
  async shown(actor: Actor, id: string): Promise<ImportShown> {
    const { read, ...item } = found(await this.queries.import(id), ({ classId }) => mayTakeAttendance(actor, classId));
    const looked = item.appliedAt
      ? { rows: [], fingerprint: fingerprintOf([], this.promiseOf) }
      : await this.look(actor, { id, classId: item.classId, unitId: null, read: { ...read } });
    return { ...item, ...looked };
  }

  protected assertMay(actor: Actor, { classId }: ImportPlace): void {
    if (!mayTakeAttendance(actor, classId!)) throw new NotFound();
  }

  protected async judge(tx: Tx, actor: Actor, { classId, read }: TriedFile, rows: readonly FilledRow[]) {
    const now = this.clock.now();
    const halfDays = await this.queries.halfDays(classId!, tx);
    const titles = (read['titles'] ?? {}) as FilledSheet['titles'];
    const closed = new Map(
      halfDays.flatMap((halfDay) => {
        const was = titles[halfDay.id];
        const isMoved = was !== undefined && was !== halfDayTitle(halfDay, 'vi');
        const why = isMoved ? movedSince(was, halfDay) : whyNotMarked(halfDay, now)?.sentence;
        return why ? [[halfDay.id, why] as const] : [];
      }),
    );
    const people = await this.queries.people(classId!, read['halfDayIds'] as string[], tx);
    return { rows: judgeSheet(rows, { people, closed, isOneself: (personId) => actor.is(personId) }) };
  }

  protected readonly promiseOf = ({ changes }: JudgedRow) => changes.map(({ halfDayId, entry }) => [halfDayId, entry]);

  protected override fingerprintIn({ fingerprint }: ImportApplicationRequest): string {
    return fingerprint;
  }

  protected async hold(tx: Tx, _: Actor, { classId }: Import, rows: readonly JudgedRow[]): Promise<void> {
    await this.attendance.holdLines(
      tx,
      classId!,
      rows.flatMap(({ changes }) => changes),
    );
  }

  protected async carryOut(tx: Tx, actor: Actor, { read }: Import, rows: readonly JudgedRow[]) {
    const changes = rows.flatMap((row) => row.changes);
    const total = { marked: 0, corrected: 0, unchanged: rows.filter(({ verdict }) => verdict === 'unchanged').length };
    for (const halfDayId of read['halfDayIds'] as string[]) {
      const entries = changes.filter((change) => change.halfDayId === halfDayId).map(({ entry }) => entry);
      if (entries.length === 0) continue;
      const taken = await this.attendance.markIn(tx, actor, halfDayId, entries, 'sheet');
      total.marked += taken.marked;
      total.corrected += taken.corrected;
    }
    return { outcome: total };
  }

  protected changed(rows: readonly ChangedRow<JudgedRow>[]) {
    return new AttendanceMoved(rows.map(({ was }) => was));
  }

  protected refusalOf() {
    return new AttendanceImportApplied();
  }

  /** What it recorded is told half-day by half-day. */
  protected told({ state }: Import, rows: readonly JudgedRow[]) {
    return state === 'previewed' ? { action: attendanceSheetActions.sheet_tried, facts: { rows: rows.length } } : null;
  }

  private async ofClass(actor: Actor, classId: string): Promise<ClassItem> {
    const item = await this.classes.class(classId);
    if (!item || !mayTakeAttendance(actor, classId)) throw new NotFound();
    return item;
  }
}
