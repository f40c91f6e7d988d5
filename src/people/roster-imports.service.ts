import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import { readWorkbook } from '../platform/sheets/workbook';
import type { Upload } from '../platform/uploads';
import { assertMayKeepRoster } from './people.policy';
import { type ComparedRow, compareRoster, type RosterVerdict } from './roster-comparison';
import { RosterImport } from './roster-import.entity';
import {
  NobodyInRoster,
  PeopleChangedSinceApplied,
  PeopleChangedSinceDryRun,
  RosterBuiltOn,
} from './roster-imports.refusals';
import type { RosterSummary } from './roster-imports.queries';
import { rosterActions } from './roster-imports.words';
import { addPeople, changePeople, knownPeople, removePeople, unexpectedPeople } from './roster-people';
import { readRoster, type RosterSheet } from './roster-sheet';

/** A unit's roster from a sheet: compared first, applied as compared, and reversed while nothing was built on it. */
@Injectable()
export class RosterImportsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares a roster with the people the unit has and keeps the outcome; the people themselves stay as they are.
   * @returns the import's id
   * @throws a refusal of the sheet when the file cannot be read | NobodyInRoster
   */
  async preview(actor: Actor, unitId: string, file: Upload): Promise<string> {
    assertMayKeepRoster(actor, unitId);
    const sheet = readRoster(await readWorkbook(file));
    if (sheet.rows.length === 0) throw new NobodyInRoster(file.name);
    return this.database.inTransaction((tx) => this.previewWith(tx, actor, unitId, file, sheet));
  }

  /** Does exactly what the dry run said, or nothing. @throws RosterAlreadyApplied | RosterAlreadyReversed | PeopleChangedSinceDryRun */
  async apply(actor: Actor, id: string): Promise<RosterSummary> {
    return this.database.inTransaction(async (tx) => {
      const roster = await loadForUpdate(tx, actor, id);
      roster.apply(actor.accountId, this.clock.now());
      await tx.save(roster);

      const rows = await rowsOf(tx, id);
      const added = rows.new.map(({ code, after }) => ({ code: code!, facts: after! }));
      const changed = rows.changed.map((row) => ({ personId: row.personId!, from: row.before!, to: row.after! }));
      const unexpected = [
        ...(await unexpectedPeople(tx, roster.unitId, expecting([...rows.same, ...rows.changed], 'before'))),
        ...(await addPeople(tx, roster.unitId, added)),
      ];
      if (unexpected.length > 0) throw new PeopleChangedSinceDryRun(unexpected);
      await changePeople(tx, roster.unitId, changed);
      await tx.query(
        `UPDATE roster_import_rows r SET person_id = p.id FROM persons p WHERE r.import_id = $1 AND r.verdict = 'new' AND p.code = r.code AND p.unit_id = $2`,
        [id, roster.unitId],
      );
      return this.write(tx, actor, rosterActions.applied, roster, rows);
    });
  }

  /**
   * Undoes an applied roster: new people go, changed ones get back what they had.
   * @throws RosterNotAppliedYet | RosterAlreadyReversed | PeopleChangedSinceApplied | RosterBuiltOn
   */
  async reverse(actor: Actor, id: string): Promise<RosterSummary> {
    try {
      return await this.database.inTransaction(async (tx) => {
        const roster = await loadForUpdate(tx, actor, id);
        roster.reverse(actor.accountId, this.clock.now());
        await tx.save(roster);

        const rows = await rowsOf(tx, id);
        const changed = rows.changed.map((row) => ({ personId: row.personId!, from: row.after!, to: row.before! }));
        const { unitId } = roster;
        const unexpected = await unexpectedPeople(tx, unitId, expecting([...rows.new, ...rows.changed], 'after'));
        if (unexpected.length > 0) throw new PeopleChangedSinceApplied(unexpected);
        await changePeople(tx, unitId, changed);
        await removePeople(
          tx,
          unitId,
          rows.new.map(({ personId }) => personId!),
        );
        return this.write(tx, actor, rosterActions.reversed, roster, rows);
      });
    } catch (error) {
      throw (await this.builtOn(error)) ?? error;
    }
  }

  private async previewWith(
    tx: Tx,
    actor: Actor,
    unitId: string,
    file: Upload,
    { rows, unreadColumns }: RosterSheet,
  ): Promise<string> {
    const codes = rows.flatMap(({ code }) => (code ? [code] : []));
    const known = await knownPeople(tx, unitId, codes);
    const compared = compareRoster({ rows, ...known, today: this.clock.today() });
    const roster = await tx.save(
      tx.create(RosterImport, {
        unitId,
        fileName: file.name,
        content: file.content,
        sha256: createHash('sha256').update(file.content).digest('hex'),
        unreadColumns,
        notInFile: compared.notInFile,
        state: 'previewed',
        uploadedAt: this.clock.now(),
        uploadedBy: actor.accountId,
      }),
    );
    await tx.query(
      `INSERT INTO roster_import_rows (import_id, row_number, verdict, code, full_name, person_id, before, after, problems)
       SELECT $1, r."rowNumber", r.verdict, r.code, r."fullName", r."personId", r.before, r.after, r.problems
       FROM jsonb_to_recordset($2::jsonb) r ("rowNumber" int, verdict text, code text, "fullName" text, "personId" uuid, before jsonb, after jsonb, problems jsonb)`,
      [roster.id, JSON.stringify(compared.rows)],
    );
    await this.write(tx, actor, rosterActions.previewed, roster, byVerdict(compared.rows));
    return roster.id;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, unitId, sha256, notInFile }: RosterImport,
    rows: RowsByVerdict,
  ): Promise<RosterSummary> {
    const summary = {
      new: rows.new.length,
      changed: rows.changed.length,
      same: rows.same.length,
      refused: rows.refused.length,
      notInFile: notInFile.length,
    };
    await this.journal.write(tx, actor, {
      action,
      subject: { type: 'roster_import', id },
      unitId,
      facts: { ...summary, sha256 },
    });
    return summary;
  }

  /** The refusal that says who cannot be removed and why, when it was a foreign key that refused. */
  private async builtOn(error: unknown): Promise<RosterBuiltOn | null> {
    const foreignKeyViolation = '23503';
    const { code, table, detail } = (error instanceof QueryFailedError ? error.driverError : {}) as {
      code?: string;
      table?: string;
      detail?: string;
    };
    if (code !== foreignKeyViolation || !table) return null;
    const personId = /=\(([\da-f-]{36})\)/.exec(detail ?? '')?.[1];
    const [person] = await this.database.read<{ fullName: string; code: string }>(
      `SELECT full_name AS "fullName", code FROM persons WHERE id = $1`,
      [personId],
    );
    return person ? new RosterBuiltOn(person, table) : null;
  }
}

/** The people of these rows, as they were before it or became by it. */
const expecting = (rows: readonly ComparedRow[], as: 'before' | 'after') =>
  rows.map(({ personId, code, fullName, [as]: facts }) => ({
    personId: personId!,
    code: code!,
    fullName,
    facts: facts!,
  }));

type RowsByVerdict = Readonly<Record<RosterVerdict, readonly ComparedRow[]>>;

/** @throws NotFound for a roster the actor may not see, NotAllowed for one they may only look at */
async function loadForUpdate(tx: Tx, actor: Actor, id: string): Promise<RosterImport> {
  const roster = await tx.findOne(RosterImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!roster) throw new NotFound();
  assertMayKeepRoster(actor, roster.unitId);
  return roster;
}

async function rowsOf(tx: Tx, id: string): Promise<RowsByVerdict> {
  const rows: ComparedRow[] = await tx.query(
    `SELECT row_number AS "rowNumber", verdict, code, full_name AS "fullName", person_id AS "personId", before, after, problems
     FROM roster_import_rows WHERE import_id = $1 ORDER BY row_number`,
    [id],
  );
  return byVerdict(rows);
}

function byVerdict(rows: readonly ComparedRow[]): RowsByVerdict {
  const of = (verdict: RosterVerdict) => rows.filter((row) => row.verdict === verdict);
  return { new: of('new'), changed: of('changed'), same: of('same'), refused: of('refused') };
}
