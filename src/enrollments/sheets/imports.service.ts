import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClassItem } from '../../classes/classes.queries';
import { ClassesQueries } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotFound } from '../../platform/problems/refusals';
import type { UnreadColumn } from '../../platform/sheets/unread-columns';
import { readWorkbook } from '../../platform/sheets/workbook';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { type AttendanceImportItem, AttendanceImportsQueries } from './imports.queries';
import { AttendanceImportApplied, AttendanceMoved } from './imports.refusals';
import { type AttendanceTaken, AttendanceService } from '../attendance.service';
import { fingerprintOf, type JudgedRow, judgeSheet } from './verdicts';
import { attendanceWorkbook, type FilledSheet, readAttendanceSheet } from './workbook';
import { mayTakeAttendance } from '../enrollments.policy';
import { halfDayTitle } from '../half-day-title';
import { whyNotMarked } from '../marking-moment';
import { attendanceSheetActions } from './imports.words';

export interface ImportShown extends AttendanceImportItem {
  readonly rows: readonly JudgedRow[];
  /** What the file holds that was not read. */
  readonly unread: readonly UnreadColumn[];
  readonly fingerprint: string;
}

/** Attendance on paper comes in as a filled Excel file: tried out row by row, then recorded. */
@Injectable()
export class AttendanceImportsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: AttendanceImportsQueries,
    private readonly classes: ClassesQueries,
    private readonly attendance: AttendanceService,
  ) {}

  /** @param halfDayId only this half-day, with a column for going out; all of the class unless told */
  async workbook(actor: Actor, classId: string, halfDayId: string | null): Promise<Upload> {
    const item = await this.mine(actor, classId);
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
    const { widths, rows } = attendanceWorkbook(item, halfDays, people);
    const of = halfDayId && halfDays[0] ? ` ${halfDayTitle(halfDays[0], 'vi').replaceAll('/', '-')}` : '';
    return { name: `Điểm danh ${item.code}${of}.xlsx`, content: await writeXlsx('Điểm danh', widths, rows) };
  }

  /** Reads a filled file; nothing is recorded. @throws whatever is wrong with the file as a whole */
  async preview(actor: Actor, classId: string, file: Upload): Promise<string> {
    const item = await this.mine(actor, classId);
    const read = readAttendanceSheet(await readWorkbook(file), item.code, await this.queries.halfDays(classId));
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    return this.database.inTransaction(async (tx) => {
      const [added]: { id: string }[] = await tx.query(
        `INSERT INTO attendance_imports (class_id, file_name, sha256, sheet, uploaded_at, uploaded_by)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [classId, file.name, sha256, JSON.stringify(read), this.clock.now(), actor.accountId],
      );
      await this.journal.write(tx, actor, {
        action: attendanceSheetActions.sheet_tried,
        subject: { type: 'attendance_import', id: added!.id },
        classId,
        facts: { rows: read.rows.length },
      });
      return added!.id;
    });
  }

  /** The file against the attendance as it stands now. */
  async shown(actor: Actor, id: string): Promise<ImportShown> {
    const { sheet, ...item } = await this.import(actor, id);
    const rows = item.appliedAt ? [] : await this.judge(actor, item.classId, sheet);
    return { ...item, rows, unread: sheet.unread ?? [], fingerprint: fingerprintOf(rows) };
  }

  /** Records what the trial showed. @throws AttendanceImportApplied | AttendanceMoved when it would do something else by now */
  async apply(actor: Actor, id: string, fingerprint: string): Promise<AttendanceTaken> {
    const { classId, sheet } = await this.import(actor, id);
    return this.database.inTransaction(async (tx) => {
      const [held]: { appliedAt: Date | null }[] = await tx.query(
        `SELECT applied_at AS "appliedAt" FROM attendance_imports WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (held!.appliedAt) throw new AttendanceImportApplied();
      const rows = await this.judge(actor, classId, sheet, tx);
      if (fingerprintOf(rows) !== fingerprint) throw new AttendanceMoved();
      const taken = await this.record(tx, actor, sheet, rows);
      await tx.query(`UPDATE attendance_imports SET applied_at = $2, applied_by = $3, outcome = $4 WHERE id = $1`, [
        id,
        this.clock.now(),
        actor.accountId,
        JSON.stringify(taken),
      ]);
      return taken;
    });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    { halfDayIds }: FilledSheet,
    rows: readonly JudgedRow[],
  ): Promise<AttendanceTaken> {
    const changes = rows.flatMap((row) => row.changes);
    const total = { marked: 0, corrected: 0, unchanged: 0 };
    for (const halfDayId of halfDayIds) {
      const entries = changes.filter((change) => change.halfDayId === halfDayId).map(({ entry }) => entry);
      if (entries.length === 0) continue;
      const taken = await this.attendance.markIn(tx, actor, halfDayId, entries, 'sheet');
      total.marked += taken.marked;
      total.corrected += taken.corrected;
    }
    return { ...total, unchanged: rows.filter(({ verdict }) => verdict === 'unchanged').length };
  }

  private async judge(actor: Actor, classId: string, sheet: FilledSheet, tx?: Tx): Promise<JudgedRow[]> {
    const today = this.clock.today();
    const halfDays = await this.queries.halfDays(classId, tx);
    const closed = new Map(
      halfDays.flatMap((halfDay) => {
        const refusal = whyNotMarked(halfDay, today);
        return refusal ? [[halfDay.id, refusal.sentence] as const] : [];
      }),
    );
    const people = await this.queries.people(classId, sheet.halfDayIds, tx);
    return judgeSheet(sheet, { people, closed, isOneself: (personId) => actor.is(personId) });
  }

  private async import(actor: Actor, id: string): Promise<AttendanceImportItem & { readonly sheet: FilledSheet }> {
    const found = await this.queries.import(id);
    if (!found || !mayTakeAttendance(actor, found.classId)) throw new NotFound();
    return found;
  }

  private async mine(actor: Actor, classId: string): Promise<ClassItem> {
    const item = await this.classes.class(classId);
    if (!item || !mayTakeAttendance(actor, classId)) throw new NotFound();
    return item;
  }
}
