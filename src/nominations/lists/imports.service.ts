import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { likelyKind } from '../../people/rosters/likely-kind';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Import, ImportPlace, ImportState, TriedFile } from '../../platform/imports/import.entity';
import { Imports } from '../../platform/imports/imports';
import type { ChangedRow } from '../../platform/imports/promises';
import type { Bilingual } from '../../platform/messages/words';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { ColumnsNotSaid } from '../../platform/sheets/sheets.refusals';
import type { Choice } from '../../platform/sheets/choice';
import { asksForColumns, readTables } from '../../platform/sheets/tables';
import type { Upload } from '../../platform/uploads';
import { AdmissionsService } from '../admissions.service';
import { type Letter, Nomination } from '../nomination.entity';
import { assertMayNominateFor } from '../nominations.policy';
import type { ListApplicationRequest } from '../nominations.requests';
import { NominationsService } from '../nominations.service';
import { nominationActions } from '../nominations.words';
import { letterDateDoubt } from '../letter-dates';
import { listImports, ListImportsQueries } from './imports.queries';
import {
  LetterNeeded,
  ListAlreadyApplied,
  ListBuiltUpon,
  ListChangedMeanwhile,
  ListMeantElsewhere,
  ListNotApplied,
  NothingToApply,
} from './imports.refusals';
import { listActions } from './imports.words';
import { ListsMeant } from './meant.service';
import { isOfList } from './contradictions';
import { listTable, readNominationList } from './sheet';
import type { ListRow } from './reserve-groups';
import { ListTrials, type TriedRow } from './trials.service';
import { nominates } from './verdicts';

interface ListOutcome {
  readonly letter: Letter;
  readonly nominated: number;
}

/** The Excel list a unit keeps anyway: a dry run that stores no nomination, then exactly what the dry run said. */
@Injectable()
export class ListImportsService extends Imports<ListRow, TriedRow, ListApplicationRequest, ListOutcome> {
  protected readonly kind = listImports;

  constructor(
    database: Database,
    journal: Journal,
    clock: Clock,
    private readonly admissions: AdmissionsService,
    private readonly trials: ListTrials,
    private readonly meant: ListsMeant,
    private readonly nominations: NominationsService,
    private readonly queries: ListImportsQueries,
  ) {
    super(database, journal, clock);
  }

  /** Reads the file and says of every row what would become of it. Returns the import's id. */
  async preview(actor: Actor, classId: string, unitId: string, file: Upload): Promise<string> {
    assertMayNominateFor(actor, unitId);
    return this.tryOut(actor, { classId, unitId }, file, {});
  }

  /** Tries the same file out again, as things stand now, with what was chosen of it or is chosen now. @returns the new import's id */
  async tryAgain(actor: Actor, id: string, choice?: Choice): Promise<string> {
    const sent = found(await this.queries.sent(id));
    assertMayNominateFor(actor, sent.unitId);
    return this.tryOut(actor, sent, sent.file, choice ?? sent.choice, choice !== undefined);
  }

  /** @param learns whether what is said of columns is said now, and to be remembered */
  private async tryOut(
    actor: Actor,
    { classId, unitId }: { readonly classId: string; readonly unitId: string },
    file: Upload,
    choice: Choice,
    learns = false,
  ): Promise<string> {
    const tables = await readTables(file, listTable, choice, await this.memory(unitId));
    const { letter, inOrder, read } = readNominationList(tables);
    return this.keep(actor, { classId, unitId }, file, {
      rows: inOrder,
      read: { letter, ...read },
      learned: learns ? tables.learned : [],
    });
  }

  protected assertMay(actor: Actor, { unitId }: ImportPlace): void {
    assertMayNominateFor(actor, unitId!);
  }

  protected async judge(tx: Tx, _: Actor, { classId, unitId, read }: TriedFile, rows: readonly ListRow[]) {
    const admission = await this.admissions.of(tx, classId!);
    this.admissions.assertOpen(admission, null);
    const above = rows.flatMap((row) => ('kind' in row && row.kind === 'letterhead' ? [row.text] : []));
    const letter = read['letter'] as Letter | null;
    return {
      rows: await this.trials.tryOut(tx, admission, unitId!, rows),
      found: {
        meantElsewhere: await this.meant.elsewhere(tx, admission, unitId!, above, letter),
        seemsRoster: likelyKind(above) === 'roster',
      },
    };
  }

  protected readonly promiseOf = ({ verdict, personId, reserveNumber }: TriedRow) =>
    nominates(verdict) ? { verdict, personId, reserveNumber } : null;

  protected async hold(tx: Tx, _: Actor, { classId }: Import): Promise<void> {
    await this.nominations.lockForList(tx, classId!);
  }

  protected async carryOut(
    tx: Tx,
    actor: Actor,
    list: Import,
    rows: readonly TriedRow[],
    { letter: given, acknowledged = false, meant = false }: ListApplicationRequest,
  ) {
    if (asksForColumns(list.read) && !rows.some(({ verdict }) => nominates(verdict))) throw new ColumnsNotSaid();
    const stated = list.read['letter'] as Letter | null;
    const letter = stated ?? given;
    if (!letter) throw new LetterNeeded();
    const typedWrong = stated ? null : letterDateDoubt(letter.date, this.clock.today());
    const elsewhere = [
      ...((list.read['meantElsewhere'] ?? []) as readonly Bilingual[]),
      ...(typedWrong ? [typedWrong] : []),
    ];
    if (elsewhere.length > 0 && !meant) throw new ListMeantElsewhere(elsewhere);
    // In the order they were judged in, which is the order in which seats are taken.
    const promised = rows
      .filter(({ verdict }) => nominates(verdict))
      .toSorted((one, other) => Number(one.asReserve) - Number(other.asReserve));
    if (promised.length === 0) throw new NothingToApply();
    const unitId = list.unitId!;
    const nominations = await this.nominations.nominateWith(
      tx,
      actor,
      await this.admissions.of(tx, list.classId!),
      unitId,
      promised.map(({ personId, checks }) => ({
        personId: personId!,
        unitId,
        letter,
        listImportId: list.id,
        toNote: checks.filter(isOfList),
        acknowledged,
      })),
    );
    // The trial counts seats; whoever takes them has the last word.
    const places = await this.queries.reserveNumbers(tx, list.id);
    const otherwise = promised.filter(({ personId, reserveNumber }) => places.get(personId!) !== reserveNumber);
    if (otherwise.length > 0) throw new ListChangedMeanwhile(otherwise);
    return { outcome: { letter, nominated: nominations.length } };
  }

  /** @throws ListBuiltUpon */
  protected override async takeBack(
    tx: Tx,
    actor: Actor,
    { id, classId, outcome }: Import,
    _: readonly TriedRow[],
    reason: string | null,
  ) {
    await this.nominations.lockToEnd(tx, classId!);
    const admission = await this.admissions.of(tx, classId!);
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
      nomination.withdraw(this.clock.now(), reason!);
      await this.nominations.end(tx, actor, admission, nomination, nominationActions.withdrawn);
    }
    return outcome as ListOutcome;
  }

  protected changed(rows: readonly ChangedRow<TriedRow>[]) {
    return new ListChangedMeanwhile(rows.map(({ is }) => is));
  }

  protected refusalOf(wanted: ImportState) {
    return wanted === 'applied' ? new ListAlreadyApplied() : new ListNotApplied();
  }

  protected told({ state, outcome }: Import, rows: readonly TriedRow[]) {
    const { letter, nominated } = (outcome ?? {}) as Partial<ListOutcome>;
    const facts = {
      previewed: { rows: rows.length },
      applied: { nominated, letter: letter?.number },
      reversed: { withdrawn: nominated },
    };
    return { action: listActions[state], facts: facts[state] };
  }
}
