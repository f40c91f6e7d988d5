import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor';
import type { Clock } from '../clock';
import type { Database, Tx } from '../database/database';
import type { Journal, JournalLine } from '../journal/journal';
import type { Refusal } from '../problems/refusal';
import { found } from '../problems/refusals';
import type { Upload } from '../uploads';
import type { ColumnMemory, LearnedColumns } from '../sheets/choice';
import { columnsRemembered, learnColumns } from './matched-columns';
import { Import, type ImportPlace, type ImportState, type TriedFile } from './import.entity';
import { type ChangedRow, changedRows, fingerprintOf } from './promises';

/** A row as it is shown: what stands there, what would become of it and why. */
export interface ShownRow {
  readonly verdict: string;
  /** Whom the row is about, where that is known; a person named so cannot be removed. */
  readonly personId?: string | null;
}

/** What a reader of files hands over: the rows it saw, and what it saw of the file as a whole. */
export interface SeenFile<Seen> {
  readonly rows: readonly Seen[];
  readonly read?: Readonly<Record<string, unknown>>;
  /** What its unit said of columns, to be remembered or forgotten. */
  readonly learned?: readonly LearnedColumns[];
}

/** A row for each that was seen, in the same order, and what was found out about the file as a whole. */
export interface Judgement<Row> {
  readonly rows: readonly Row[];
  readonly found?: Readonly<Record<string, unknown>>;
}

/**
 * Files that are tried out before they are stored: seen, judged and shown row by row, then applied as shown or not at all,
 * and perhaps taken back. A kind of file supplies how its rows are judged, what each of them promises, and how that is done and undone.
 */
export abstract class Imports<Seen, Row extends ShownRow, How, Outcome extends object> {
  constructor(
    protected readonly database: Database,
    protected readonly journal: Journal,
    protected readonly clock: Clock,
  ) {}

  /** Under this its imports are kept and stand in the journal. */
  protected abstract readonly kind: string;

  /** @throws for whom it is not to try out, apply or take back */
  protected abstract assertMay(actor: Actor, place: ImportPlace): void;

  /** What the rows would do as things stand; it changes nothing. */
  protected abstract judge(tx: Tx, actor: Actor, file: TriedFile, seen: readonly Seen[]): Promise<Judgement<Row>>;

  /** What a row does when it is applied; null for nothing. Nothing else that it shows is promised. */
  protected abstract readonly promiseOf: (row: Row) => unknown;

  /** Takes the locks of an application before it is judged, so that nothing moves in between. */
  protected abstract hold(tx: Tx, actor: Actor, found: Import, rows: readonly Row[]): Promise<void>;

  /** Does what the rows promise. @returns the rows where doing it tells more, such as who is new */
  protected abstract carryOut(
    tx: Tx,
    actor: Actor,
    found: Import,
    rows: readonly Row[],
    how: How,
  ): Promise<{ readonly outcome: Outcome; readonly rows?: readonly Row[] }>;

  /** Undoes it; only a kind that has a way back. */
  protected takeBack?(
    tx: Tx,
    actor: Actor,
    found: Import,
    rows: readonly Row[],
    reason: string | null,
  ): Promise<Outcome>;

  /** The refusal of what would do anything else by now. */
  protected abstract changed(rows: readonly ChangedRow<Row>[]): Refusal;

  /** The refusal of a move that this state does not lead to. */
  protected abstract refusalOf(wanted: ImportState, is: ImportState): Refusal;

  /** The line of the journal for the state it is in now; null when what was done has lines of its own. */
  protected abstract told(found: Import, rows: readonly Row[]): Pick<JournalLine, 'action' | 'facts'> | null;

  /** Judges what was seen and keeps it with its file. @returns the import's id */
  protected async keep(
    actor: Actor,
    place: Partial<ImportPlace>,
    { name: fileName, content }: Upload,
    { rows: seen, read = {}, learned = [] }: SeenFile<Seen>,
  ): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const whose = { classId: null, unitId: null, ...place };
      const { rows, found } = await this.judge(tx, actor, { ...whose, read }, seen);
      const added = await tx.save(
        tx.create(Import, {
          ...whose,
          kind: this.kind,
          fileName,
          content,
          sha256: createHash('sha256').update(content).digest('hex'),
          read: { ...read, ...found },
          state: 'previewed',
          uploadedAt: this.clock.now(),
          uploadedBy: actor.accountId,
        }),
      );
      await tx.execute(
        `INSERT INTO import_rows (import_id, position, seen, shown)
         SELECT $1, r.position, r.judged->'seen', r.judged->'shown' FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY r (judged, position)`,
        [added.id, JSON.stringify(rows.map((shown, index) => ({ seen: seen[index], shown })))],
      );
      if (whose.unitId) await learnColumns(tx, { ...added, unitId: whose.unitId }, learned);
      await this.write(tx, actor, added, rows);
      return added.id;
    });
  }

  /** What the unit said before of the columns of such files. */
  protected async memory(unitId: string): Promise<ColumnMemory> {
    return columnsRemembered(this.database, this.kind, unitId);
  }

  /** Of a later {@link look}, which promised what it showed; left out where the dry run is what counts. */
  protected fingerprintIn?(how: How): string | null;

  /** What a file that was not applied would do by now, and the name of it. */
  protected async look(
    actor: Actor,
    file: TriedFile & { readonly id: string },
  ): Promise<{ readonly rows: readonly Row[]; readonly fingerprint: string }> {
    const { reader } = this.database;
    const { rows } = await this.judge(reader, actor, file, await this.kept(reader, file.id, 'seen'));
    return { rows, fingerprint: fingerprintOf(rows, this.promiseOf) };
  }

  /** Does what was shown, in one transaction. @throws the kind's refusals, when it would do anything else */
  async apply(actor: Actor, id: string, how: How): Promise<Outcome> {
    return this.database.inTransaction(async (tx) => {
      const found = await this.mine(tx, actor, id);
      found.apply(actor.accountId, this.clock.now(), (is) => this.refusalOf('applied', is));
      const shown: Row[] = await this.kept(tx, id, 'shown');
      await this.hold(tx, actor, found, shown);
      const { rows } = await this.judge(tx, actor, found, await this.kept(tx, id, 'seen'));
      const changed = changedRows(shown, rows, this.promiseOf);
      const fingerprint = this.fingerprintIn?.(how);
      const isPromised = fingerprint ? fingerprint === fingerprintOf(rows, this.promiseOf) : changed.length === 0;
      if (!isPromised) throw this.changed(changed);

      const done = await this.carryOut(tx, actor, found, rows, how);
      found.came(done.outcome);
      await tx.save(found);
      await tx.execute(
        `UPDATE import_rows r SET shown = n.shown FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY n (shown, position)
         WHERE r.import_id = $1 AND r.position = n.position AND r.shown <> n.shown`,
        [id, JSON.stringify(done.rows ?? rows)],
      );
      await this.write(tx, actor, found, rows);
      return done.outcome;
    });
  }

  /** Undoes what was applied, in one transaction. @throws the kind's refusals, when something was built on it */
  async reverse(actor: Actor, id: string, reason: string | null = null): Promise<Outcome> {
    return this.database.inTransaction(async (tx) => {
      const found = await this.mine(tx, actor, id);
      found.reverse(actor.accountId, this.clock.now(), (is) => this.refusalOf('reversed', is));
      const rows: Row[] = await this.kept(tx, id, 'shown');
      const outcome = await this.takeBack!(tx, actor, found, rows, reason);
      await tx.save(found);
      await this.write(tx, actor, found, rows, reason);
      return outcome;
    });
  }

  /** Of people about to be removed: the rows of this kind show them without leading to them. */
  protected async forget(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE import_rows r SET shown = r.shown || '{"personId": null}' FROM imports i
       WHERE i.id = r.import_id AND i.kind = $1 AND r.person_id = ANY ($2)`,
      [this.kind, personIds],
    );
  }

  private async mine(tx: Tx, actor: Actor, id: string): Promise<Import> {
    const lock = { mode: 'pessimistic_write' } as const;
    const mine = found(await tx.findOne(Import, { where: { id, kind: this.kind }, lock }));
    this.assertMay(actor, mine);
    return mine;
  }

  private async kept<T>(tx: Tx, id: string, what: 'seen' | 'shown'): Promise<T[]> {
    const rows = await tx.rows<{ row: T }>(
      `SELECT ${what} AS row FROM import_rows WHERE import_id = $1 ORDER BY position`,
      [id],
    );
    return rows.map(({ row }) => row);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    found: Import,
    rows: readonly Row[],
    reason: string | null = null,
  ): Promise<void> {
    const told = this.told(found, rows);
    if (!told) return;
    const { id, classId, unitId } = found;
    await this.journal.write(tx, actor, { ...told, subject: { type: this.kind, id }, classId, unitId, reason });
  }
}
