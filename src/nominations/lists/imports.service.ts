import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotFound } from '../../platform/problems/refusals';
import { readWorkbook } from '../../platform/sheets/workbook';
import type { Upload } from '../../platform/uploads';
import { AdmissionsService } from '../admissions.service';
import { reserveNumber } from '../reserve-number';
import { ListImport } from './import.entity';
import { LetterNeeded, ListBuiltUpon, ListChangedMeanwhile, NothingToApply } from './imports.refusals';
import { ListTrials, type TriedRow } from './trials.service';
import { readNominationList } from './sheet';
import { type Letter, Nomination } from '../nomination.entity';
import { assertMayNominateFor } from '../nominations.policy';
import { NominationsService } from '../nominations.service';
import { nominationActions } from '../nominations.words';
import { listActions } from './imports.words';

/** The Excel list a unit keeps anyway: a dry run that stores no nomination, then exactly what the dry run said. */
@Injectable()
export class ListImportsService {
  constructor(
    private readonly database: Database,
    private readonly admissions: AdmissionsService,
    private readonly trials: ListTrials,
    private readonly nominations: NominationsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Reads the file and says of every row what would become of it. Returns the import's id. */
  async preview(actor: Actor, classId: string, unitId: string, file: Upload): Promise<string> {
    assertMayNominateFor(actor, unitId);
    const list = readNominationList(await readWorkbook(file));
    return this.database.inTransaction(async (tx) => {
      const admission = await this.admissions.of(tx, classId);
      this.admissions.assertOpen(admission, null);
      const listImport = await tx.save(
        tx.create(ListImport, {
          classId,
          unitId,
          fileName: file.name,
          content: file.content,
          sha256: createHash('sha256').update(file.content).digest('hex'),
          letterNumber: list.letter?.number ?? null,
          letterDate: list.letter?.date ?? null,
          state: 'previewed',
          uploadedAt: this.clock.now(),
          uploadedBy: actor.accountId,
        }),
      );
      const rows = await this.trials.tryOut(tx, admission, unitId, list);
      await this.store(tx, listImport.id, rows);
      await this.journal.write(tx, actor, {
        ...subject(listImport),
        action: listActions.previewed,
        facts: { rows: rows.length },
      });
      return listImport.id;
    });
  }

  /**
   * Does exactly what the dry run said, in one transaction.
   * @param letter when the file does not state it
   * @param acknowledged whether the sender read the warnings beside the rows
   * @throws ListChangedMeanwhile when the outcome would differ; nothing is stored then
   */
  async apply(actor: Actor, id: string, letter: Letter | null, acknowledged = false): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const listImport = await this.loadForUpdate(tx, id);
      assertMayNominateFor(actor, listImport.unitId);
      const statedLetter = letterOf(listImport) ?? letter;
      if (!statedLetter) throw new LetterNeeded();
      listImport.apply(actor.accountId, this.clock.now(), statedLetter);

      const admission = await this.admissions.of(tx, listImport.classId);
      const promised = await this.promised(tx, id);
      if (promised.length === 0) throw new NothingToApply();
      await this.nominations.lockForList(tx, admission);
      const { unitId } = listImport;
      const nominations = await this.nominations.nominateWith(
        tx,
        actor,
        admission,
        unitId,
        promised.map(({ personId }) => ({ personId, unitId, letter: statedLetter, listImportId: id, acknowledged })),
      );
      const differs = nominations.some(
        (nomination, index) => nomination.isReserve !== (promised[index]!.verdict === 'reserve'),
      );
      if (differs || (await this.isRankedOtherwise(tx, id))) throw new ListChangedMeanwhile();

      await tx.save(listImport);
      await this.link(tx, id, nominations);
      await this.journal.write(tx, actor, {
        ...subject(listImport),
        action: listActions.applied,
        facts: { nominated: nominations.length, letter: statedLetter.number },
      });
    });
  }

  /** Undoes the whole list while nothing was built on it. @throws ListBuiltUpon */
  async reverse(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const listImport = await this.loadForUpdate(tx, id);
      assertMayNominateFor(actor, listImport.unitId);
      listImport.reverse(actor.accountId, this.clock.now());
      await this.nominations.lockToEnd(tx, listImport.classId);
      const admission = await this.admissions.of(tx, listImport.classId);
      this.admissions.assertNotOver(admission);
      const nominations = await tx.find(Nomination, {
        where: { listImportId: id },
        order: { rank: { direction: 'DESC', nulls: 'LAST' } },
        lock: { mode: 'pessimistic_write' },
      });
      const builtUpon = nominations.filter(({ state }) => state !== 'submitted');
      if (builtUpon.length > 0) throw new ListBuiltUpon(builtUpon.length);
      // Reserves first, so that none of them moves up for a moment.
      for (const nomination of nominations) {
        nomination.withdraw(this.clock.now(), reason);
        await this.nominations.end(tx, actor, admission, nomination, nominationActions.withdrawn);
      }
      await tx.save(listImport);
      await this.journal.write(tx, actor, {
        ...subject(listImport),
        action: listActions.reversed,
        reason,
        facts: { withdrawn: nominations.length },
      });
    });
  }

  private async promised(tx: Tx, id: string): Promise<Promised[]> {
    return tx.query(
      `SELECT person_id AS "personId", verdict FROM list_import_rows WHERE import_id = $1 AND verdict IN ('seat', 'reserve') ORDER BY row_number`,
      [id],
    );
  }

  /** Whether somebody's number among the reserves is not the one promised, because others came or went. */
  private async isRankedOtherwise(tx: Tx, id: string): Promise<boolean> {
    const [found]: unknown[] = await tx.query(
      `SELECT 1 FROM list_import_rows r JOIN nominations n ON n.list_import_id = r.import_id AND n.person_id = r.person_id
       WHERE r.import_id = $1 AND r.reserve_number IS DISTINCT FROM (${reserveNumber}) LIMIT 1`,
      [id],
    );
    return found !== undefined;
  }

  private async store(tx: Tx, importId: string, rows: readonly TriedRow[]): Promise<void> {
    await tx.query(
      `INSERT INTO list_import_rows (import_id, row_number, ordinal, full_name, verdict, person_id, reserve_number, read, checks, reason)
       SELECT $1, r."rowNumber", r.ordinal, r."fullName", r.verdict, r."personId", r."reserveNumber", r.read, r.checks, r.reason
       FROM jsonb_to_recordset($2::jsonb) AS r ("rowNumber" int, ordinal text, "fullName" text, verdict text, "personId" uuid, "reserveNumber" int, read jsonb, checks jsonb, reason jsonb)`,
      [importId, JSON.stringify(rows)],
    );
  }

  private async link(tx: Tx, importId: string, nominations: readonly Nomination[]): Promise<void> {
    await tx.query(
      `UPDATE list_import_rows r SET nomination_id = n.id FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id)
       WHERE r.import_id = $1 AND r.person_id = n.person_id AND r.verdict IN ('seat', 'reserve')`,
      [importId, nominations.map((nomination) => nomination.id), nominations.map(({ personId }) => personId)],
    );
  }

  private async loadForUpdate(tx: Tx, id: string): Promise<ListImport> {
    const listImport = await tx.findOne(ListImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!listImport) throw new NotFound();
    return listImport;
  }
}

interface Promised {
  readonly personId: string;
  readonly verdict: 'seat' | 'reserve';
}

const letterOf = ({ letterNumber, letterDate }: ListImport): Letter | null =>
  letterNumber && letterDate ? { number: letterNumber, date: letterDate } : null;

const subject = ({ id, classId, unitId }: ListImport) =>
  ({ subject: { type: 'list_import', id }, classId, unitId }) as const;
