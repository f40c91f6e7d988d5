import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Import, ImportPlace, ImportState, TriedFile } from '../platform/imports/import.entity';
import { Imports } from '../platform/imports/imports';
import { ImportsQueries } from '../platform/imports/imports.queries';
import type { ChangedRow } from '../platform/imports/promises';
import { Journal } from '../platform/journal/journal';
import { foldName } from '../platform/names';
import { found, NotFound } from '../platform/problems/refusals';
import type { Choice } from '../platform/sheets/choice';
import { readTables } from '../platform/sheets/tables';
import type { Upload } from '../platform/uploads';
import {
  certificateVerdicts,
  type ComparedCertificate,
  compareCertificates,
  type KnownHolder,
  type SaidBeside,
} from './certificate-comparison';
import { certificateImports } from './certificate-imports.queries';
import {
  CertificatesAlreadyEntered,
  CertificatesBuiltOn,
  CertificatesChangedSinceDryRun,
  CertificatesNotEntered,
  NobodyInCertificates,
} from './certificate-imports.refusals';
import { certificateImportActions } from './certificate-imports.words';
import { type CertificateRow, certificateTable, readCertificates } from './certificate-sheet';
import { numbersTaken } from './earlier-certificates.queries';
import { EarlierCertificatesService } from './earlier-certificates.service';
import { TheoryLevelsService } from './theory-levels.service';
import { certificateKeepers } from './training-records.policy';
import { TrainingRecordsService } from './training-records.service';

interface Entered {
  readonly entered: number;
}

/** Certificates of earlier classes by sheet: compared with the people there are, entered as compared, and taken back. */
@Injectable()
export class CertificateImportsService extends Imports<CertificateRow, ComparedCertificate, object, Entered> {
  protected readonly kind = certificateImports;

  constructor(
    database: Database,
    journal: Journal,
    clock: Clock,
    private readonly earlier: EarlierCertificatesService,
    private readonly records: TrainingRecordsService,
    private readonly theoryLevels: TheoryLevelsService,
    private readonly imports: ImportsQueries,
  ) {
    super(database, journal, clock);
  }

  /**
   * Compares a sheet with the people of a unit and of those below it, and keeps the outcome; nothing is entered.
   * @returns the import's id
   * @throws NotFound | a refusal of the sheet | NobodyInCertificates
   */
  async preview(actor: Actor, unitId: string, beside: SaidBeside, file: Upload, choice: Choice = {}): Promise<string> {
    this.assertMay(actor, { classId: null, unitId });
    const { rows, ...read } = readCertificates(await readTables(file, certificateTable, choice));
    if (rows.length === 0) throw new NobodyInCertificates(file.name);
    return this.keep(actor, { unitId }, file, { rows, read: { ...read, beside } });
  }

  /** Reads a file that was sent once more, as chosen; it becomes a dry run of its own. @returns the new import's id */
  async readAgain(actor: Actor, id: string, choice: Choice): Promise<string> {
    const sent = found(await this.imports.sent(certificateImports, id));
    const [said] = await this.database.read<{ beside: SaidBeside }>(
      `SELECT read->'beside' AS beside FROM imports WHERE id = $1`,
      [id],
    );
    return this.preview(actor, sent.unitId!, said!.beside, sent.file, choice);
  }

  protected assertMay(actor: Actor, { unitId }: ImportPlace): void {
    if (!actor.reaches(certificateKeepers, unitId!)) throw new NotFound();
  }

  protected async judge(tx: Tx, actor: Actor, { unitId, read }: TriedFile, seen: readonly CertificateRow[]) {
    const numbered = seen.flatMap(({ number }) => (number === null ? [] : [{ number, issuedBy: '' }]));
    const rows = compareCertificates(seen, {
      people: await this.people(tx, unitId!, seen),
      courses: await this.earlier.coursesOf(tx),
      taken: await numbersTaken(tx, numbered),
      beside: read['beside'] as SaidBeside,
      today: this.clock.today(),
      isSender: (personId) => actor.is(personId),
    });
    return { rows };
  }

  protected readonly promiseOf = ({ verdict, personId, certificate }: ComparedCertificate) =>
    verdict === 'new' ? { personId, certificate } : null;

  protected async hold(tx: Tx, _: Actor, __: Import, rows: readonly ComparedCertificate[]): Promise<void> {
    await tx.execute(`SELECT FROM persons WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [
      rows.flatMap(({ personId }) => personId ?? []),
    ]);
    await this.earlier.holdNumbers(tx);
  }

  protected async carryOut(tx: Tx, actor: Actor, { unitId }: Import, rows: readonly ComparedCertificate[]) {
    const fresh = rows.filter(({ verdict }) => verdict === 'new');
    const holders = new Map((await this.people(tx, unitId!, fresh)).map((holder) => [holder.id, holder]));
    const ids = await this.earlier.enterWith(
      tx,
      actor,
      fresh.map(({ personId, certificate }) => ({ holder: holders.get(personId!)!, certificate: certificate! })),
    );
    const entered = rows.map((row) => (row.verdict === 'new' ? { ...row, recordId: ids[fresh.indexOf(row)]! } : row));
    return { outcome: { entered: fresh.length }, rows: entered };
  }

  /** Every line is withdrawn with the reason; a file of which one was corrected since stays whole. */
  protected override async takeBack(
    tx: Tx,
    actor: Actor,
    found: Import,
    rows: readonly ComparedCertificate[],
    reason: string | null,
  ): Promise<Entered> {
    await this.hold(tx, actor, found, rows);
    const entered = rows.filter(({ recordId }) => recordId !== undefined);
    const ids = entered.map(({ recordId }) => recordId!);
    const kept = await tx.rows<{ id: string }>(`SELECT id FROM training_records_in_force WHERE id = ANY ($1::uuid[])`, [
      ids,
    ]);
    const inForce = new Set(kept.map(({ id }) => id));
    const gone = entered.filter(({ recordId }) => !inForce.has(recordId!));
    if (gone.length > 0) throw new CertificatesBuiltOn(gone);
    await this.records.withdraw(tx, actor, ids, reason!);
    for (const personId of new Set(entered.map(({ personId }) => personId!)))
      await this.theoryLevels.settle(tx, actor, personId);
    return { entered: ids.length };
  }

  protected changed(rows: readonly ChangedRow<ComparedCertificate>[]) {
    return new CertificatesChangedSinceDryRun(rows.map(({ was }) => was));
  }

  protected refusalOf(wanted: ImportState) {
    return wanted === 'applied' ? new CertificatesAlreadyEntered() : new CertificatesNotEntered();
  }

  protected told({ state, sha256 }: Import, rows: readonly ComparedCertificate[]) {
    const counts = certificateVerdicts.map(
      (one) => [one, rows.filter(({ verdict }) => verdict === one).length] as const,
    );
    return { action: certificateImportActions[state], facts: { ...Object.fromEntries(counts), sha256 } };
  }

  /** Of the unit and those below it, who bears a code or a name of the file. */
  private async people(
    tx: Tx,
    unitId: string,
    rows: readonly { readonly fullName: string; readonly code?: string | null }[],
  ): Promise<KnownHolder[]> {
    return tx.rows(
      `SELECT p.id, p.code, p.full_name, p.birth_date, p.unit_id, n.name_vi AS unit_name
       FROM persons p JOIN unit_names n ON n.unit_id = p.unit_id AND n.valid @> $2::date
       WHERE p.same_as_id IS NULL AND p.unit_id IN (SELECT units_below($1, $2::date))
         AND (p.folded_name = ANY ($3::text[]) OR p.code = ANY ($4::text[])) ORDER BY p.id`,
      [
        unitId,
        this.clock.today(),
        rows.map(({ fullName }) => foldName(fullName)),
        rows.flatMap(({ code }) => code ?? []),
      ],
    );
  }
}
