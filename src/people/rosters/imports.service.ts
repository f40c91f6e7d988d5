import { Injectable } from '@nestjs/common';
import { assertUnitLives } from '../../organization/living-units';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, saidByDatabase, type Tx } from '../../platform/database/database';
import type { Import, ImportPlace, ImportState, TriedFile } from '../../platform/imports/import.entity';
import { Imports } from '../../platform/imports/imports';
import { ImportsQueries } from '../../platform/imports/imports.queries';
import type { ChangedRow } from '../../platform/imports/promises';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import type { Choice } from '../../platform/sheets/choice';
import { asksForColumns, readTables } from '../../platform/sheets/tables';
import { ColumnsNotSaid } from '../../platform/sheets/sheets.refusals';
import type { Upload } from '../../platform/uploads';
import { ContactChanges } from '../contacts/changes.service';
import { peopleLike } from '../likeness';
import { assertMayKeepRoster } from '../people.policy';
import {
  type ComparedRow,
  compareRoster,
  removableFacts,
  type RosterVerdict,
  rosterVerdicts,
  withRemoved,
} from './comparison';
import { type RosterImportItem, rosterImports, type RosterSummary } from './imports.queries';
import {
  NobodyInRoster,
  PeopleChangedSinceApplied,
  PeopleChangedSinceDryRun,
  RosterAlreadyApplied,
  RosterAlreadyReversed,
  RosterBuiltOn,
  RosterIsList,
  RosterIsOfPeopleWhoLeft,
  RosterNotAppliedYet,
} from './imports.refusals';
import type { RosterApplicationRequest } from './imports.requests';
import { rosterActions } from './imports.words';
import {
  addPeople,
  changePeople,
  holdPeople,
  knownPeople,
  removePeople,
  type UnexpectedPerson,
  unexpectedPeople,
} from '../stored-people';
import { withPostsAtOdds } from './posts-at-odds';
import { codeOfAnotherUnit } from './problems';
import { readRoster, type RosterRow, rosterTable } from './sheet';

/** A unit's roster from a sheet: compared first, applied as compared, and reversed while nothing was built on it. */
@Injectable()
export class RosterImportsService extends Imports<RosterRow, ComparedRow, RosterApplicationRequest, RosterSummary> {
  protected readonly kind = rosterImports;

  constructor(
    database: Database,
    journal: Journal,
    clock: Clock,
    private readonly contactChanges: ContactChanges,
    private readonly imports: ImportsQueries,
  ) {
    super(database, journal, clock);
  }

  /**
   * Compares a roster with the people the unit has and keeps the outcome; the people themselves stay as they are.
   * @returns the import's id
   * @throws a refusal of the sheet when the file cannot be read | NobodyInRoster | UnitHasLeft | UnitIsMerged
   */
  async preview(actor: Actor, unitId: string, file: Upload, choice: Choice = {}): Promise<string> {
    assertMayKeepRoster(actor, unitId);
    const tables = await readTables(file, rosterTable, choice, await this.memory(unitId));
    const { rows, read } = readRoster(tables);
    if (rows.length === 0 && !tables.asks) throw new NobodyInRoster(file.name);
    return this.keep(actor, { unitId }, file, { rows, read: { ...read }, learned: tables.learned });
  }

  /** Reads a file that was sent once more, as chosen; it becomes a dry run of its own. @returns the new import's id */
  async readAgain(actor: Actor, id: string, choice: Choice): Promise<string> {
    const sent = found(await this.imports.sent(rosterImports, id));
    return this.preview(actor, sent.unitId!, sent.file, choice);
  }

  /** Does exactly what the dry run said, or nothing. @throws RosterAlreadyApplied | RosterAlreadyReversed | PeopleChangedSinceDryRun | UnitHasLeft | UnitIsMerged */
  override async apply(actor: Actor, id: string, how: RosterApplicationRequest = {}): Promise<RosterSummary> {
    return super.apply(actor, id, how);
  }

  /** @throws RosterNotAppliedYet | RosterAlreadyReversed | PeopleChangedSinceApplied | RosterBuiltOn */
  override async reverse(actor: Actor, id: string): Promise<RosterSummary> {
    try {
      return await super.reverse(actor, id);
    } catch (error) {
      throw (await this.builtOn(error)) ?? error;
    }
  }

  protected assertMay(actor: Actor, { unitId }: ImportPlace): void {
    assertMayKeepRoster(actor, unitId!);
  }

  protected async judge(tx: Tx, actor: Actor, { unitId, read }: TriedFile, rows: readonly RosterRow[]) {
    await assertUnitLives(tx, unitId!);
    const codes = rows.flatMap(({ code }) => (code ? [code] : []));
    const known = await knownPeople(tx, unitId!, codes);
    const likeElsewhere = await rowsLikePeopleElsewhere(tx, unitId!, rows);
    const compared = compareRoster({
      ...{ rows, ...known, likeElsewhere, today: this.clock.today() },
      isSender: (personId) => actor.is(personId),
    });
    // Of whom nobody was told yet, none is missing.
    const notInFile = asksForColumns(read) ? [] : compared.notInFile;
    const toldRows = await withPostsAtOdds(tx, compared.rows);
    return { rows: toldRows, found: { notInFile, removable: removableIn(compared.rows) } };
  }

  /** Also that somebody stays as they are, since that is what was agreed to. */
  protected readonly promiseOf = ({ verdict, personId, before, after, removable }: ComparedRow) =>
    verdict === 'refused' ? null : { personId, before, after, removable };

  protected async hold(tx: Tx, _: Actor, __: Import, rows: readonly ComparedRow[]): Promise<void> {
    await holdPeople(
      tx,
      rows.flatMap(({ personId }) => personId ?? []),
    );
  }

  protected async carryOut(
    tx: Tx,
    actor: Actor,
    roster: Import,
    compared: readonly ComparedRow[],
    { remove = [], meant = false }: RosterApplicationRequest,
  ) {
    if (roster.read['seemsList'] && !meant) throw new RosterIsList();
    if (roster.read['seemsLeft'] && !meant) throw new RosterIsOfPeopleWhoLeft();
    if (compared.length === 0) throw new ColumnsNotSaid();
    const unitId = roster.unitId!;
    const rows = compared.map((row) => withRemoved(row, remove));
    const added = await addPeople(
      tx,
      unitId,
      of(rows, 'new').map(({ code, after }) => ({ code: code!, facts: after! })),
    );
    const taken = of(rows, 'new').filter(({ code }) => !added.has(code!));
    if (taken.length > 0) throw new PeopleChangedSinceDryRun(taken.map((row) => unexpected(row, 'code_taken')));
    await changePeople(
      tx,
      unitId,
      of(rows, 'changed').map((row) => ({ personId: row.personId!, to: row.after! })),
    );
    await this.contactChanges.tell(
      tx,
      actor,
      of(rows, 'changed').map(({ personId, before, after }) => ({
        personId: personId!,
        before: before!,
        after: after!,
      })),
    );
    const applied = rows.map((row) => (row.verdict === 'new' ? { ...row, personId: added.get(row.code!)! } : row));
    return { outcome: { ...summaryOf(roster, rows), ...(remove.length > 0 && { removed: remove }) }, rows: applied };
  }

  /** New people go, changed ones get back what they had. */
  protected override async takeBack(tx: Tx, actor: Actor, roster: Import, rows: readonly ComparedRow[]) {
    const unitId = roster.unitId!;
    const [added, changed] = [of(rows, 'new'), of(rows, 'changed')];
    const became = [...added, ...changed].map(({ personId, code, fullName, after }) => ({
      personId: personId!,
      code: code!,
      fullName,
      facts: after!,
    }));
    const others = await unexpectedPeople(tx, unitId, became);
    if (others.length > 0) throw new PeopleChangedSinceApplied(others);
    await changePeople(
      tx,
      unitId,
      changed.map((row) => ({ personId: row.personId!, to: row.before! })),
    );
    await this.contactChanges.tell(
      tx,
      actor,
      changed.map(({ personId, before, after }) => ({ personId: personId!, before: after!, after: before! })),
    );
    const ids = added.map(({ personId }) => personId!);
    await this.forget(tx, ids);
    await removePeople(tx, unitId, ids);
    return summaryOf(roster, rows);
  }

  protected changed(rows: readonly ChangedRow<ComparedRow>[]) {
    return new PeopleChangedSinceDryRun(rows.map(({ was, is }) => unexpected(was, whyUnexpected(was, is))));
  }

  protected refusalOf(_: ImportState, is: ImportState) {
    if (is === 'previewed') return new RosterNotAppliedYet();
    return is === 'applied' ? new RosterAlreadyApplied() : new RosterAlreadyReversed();
  }

  protected told(roster: Import, rows: readonly ComparedRow[]) {
    const { state, sha256, outcome } = roster;
    return { action: rosterActions[state], facts: { ...summaryOf(roster, rows), ...outcome, sha256 } };
  }

  /** The refusal that says who cannot be removed and why, when it was a foreign key that refused. */
  private async builtOn(error: unknown): Promise<RosterBuiltOn | null> {
    const foreignKeyViolation = '23503';
    const { code, table, detail } = saidByDatabase(error);
    if (code !== foreignKeyViolation || !table) return null;
    const personId = /=\(([\da-f-]{36})\)/.exec(detail ?? '')?.[1];
    const [person] = await this.database.read<{ fullName: string; code: string }>(
      `SELECT full_name, code FROM persons WHERE id = $1`,
      [personId],
    );
    return person ? new RosterBuiltOn(person, table) : null;
  }
}

async function rowsLikePeopleElsewhere(tx: Tx, unitId: string, rows: readonly RosterRow[]): Promise<Set<RosterRow>> {
  const described = rows.flatMap((row) =>
    row.birthDate ? [{ row, fullName: row.fullName, birthDate: row.birthDate }] : [],
  );
  const likes = await peopleLike(tx, described);
  return new Set(likes.filter((like) => like.unitId !== unitId).map(({ place }) => described[place]!.row));
}

const of = (rows: readonly ComparedRow[], verdict: RosterVerdict) => rows.filter((row) => row.verdict === verdict);

/** How many values each kind would lose, of those that have any. */
const removableIn = (rows: readonly ComparedRow[]): RosterImportItem['removable'] => {
  const all = rows.flatMap(({ removable }) => removable);
  const counts = removableFacts.map((fact) => [fact, all.filter((one) => one === fact).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

const summaryOf = ({ read }: Import, rows: readonly ComparedRow[]): RosterSummary => ({
  ...(Object.fromEntries(rosterVerdicts.map((verdict) => [verdict, of(rows, verdict).length])) as Record<
    RosterVerdict,
    number
  >),
  notInFile: (read['notInFile'] as string[]).length,
});

const unexpected = ({ code, fullName }: ComparedRow, why: UnexpectedPerson['why']) => ({ code: code!, fullName, why });

function whyUnexpected(was: ComparedRow, is: ComparedRow): UnexpectedPerson['why'] {
  const isElsewhere = is.problems.some((problem) => problem.code === codeOfAnotherUnit('').code);
  if (was.verdict === 'refused' || is.personId === was.personId) return isElsewhere ? 'code_taken' : 'changed';
  if (was.personId === null) return 'code_taken';
  return isElsewhere ? 'elsewhere' : 'gone';
}
