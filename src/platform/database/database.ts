import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseError, type Pool, type QueryResult } from 'pg';
import { DataSource, EntityManager, type EntityTarget, type ObjectLiteral, QueryFailedError } from 'typeorm';
import { requestKey, wholeWork } from '../idempotency/request-key';
import { Busy, OutcomeUnknown } from '../problems/refusals';
import { type Refusal, WholeRequestRefused } from '../problems/refusal';
import { isDatabaseAway } from './away';
import type { BoundedClient } from './bounded-client';

/** One transaction: everything a use case reads and writes goes through it. */
export class Tx extends EntityManager {
  /**
   * What a statement answers, UPDATE … RETURNING too: a column or alias `unit_id` is `unitId`. What is inside a column, as
   * in JSON, stays as it is.
   */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.send(sql, parameters)).rows as Row[];
  }

  /** The row of a statement that always answers one. */
  async row<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
    const [row] = await this.rows<Row>(sql, parameters);
    if (row === undefined) throw new Error('A statement that always answers a row answered none.');
    return row;
  }

  /** Runs a statement for what it does. @returns how many rows it touched */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return (await this.send(sql, parameters)).rowCount ?? 0;
  }

  /**
   * All of a part of the transaction or, where it breaks a constraint or waits for a lock too long, none of it: the
   * transaction goes on, and this answers null.
   */
  async allOrNone<T>(work: () => Promise<T>): Promise<T | null> {
    await this.execute('SAVEPOINT all_or_none');
    try {
      return await work();
    } catch (error) {
      const { code = '' } = saidByDatabase(error);
      if (code !== lockTimeout && !code.startsWith(brokenConstraint)) throw error;
      await this.execute('ROLLBACK TO SAVEPOINT all_or_none');
      return null;
    }
  }

  /** The columns of an entity, for a statement that writes several of {@link asRows}. */
  columnsOf(entity: EntityTarget<ObjectLiteral>): string {
    return this.stored(entity)
      .map(({ databaseName }) => databaseName)
      .join(', ');
  }

  /** Entities as JSON that `jsonb_populate_recordset` reads. */
  asRows<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, entities: readonly Entity[]): string {
    const columns = this.stored(entity);
    return JSON.stringify(
      entities.map((one) =>
        Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, one[propertyName] ?? null])),
      ),
    );
  }

  /** The entity whose row came as JSON. */
  fromRow<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, row: Readonly<Record<string, unknown>>): Entity {
    const one = this.create(entity) as Record<string, unknown>;
    for (const { databaseName, propertyName, type } of this.stored(entity)) {
      const value = row[databaseName];
      one[propertyName] = type === 'timestamptz' && value !== null ? new Date(value as string) : value;
    }
    return one as Entity;
  }

  private stored(entity: EntityTarget<ObjectLiteral>) {
    return this.dataSource.getMetadata(entity).columns.filter(({ isVirtualProperty }) => !isVirtualProperty);
  }

  /** Straight to the connection: TypeORM's runner costs as much as a small statement and adds nothing to it. */
  private async send(sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
    if (this.queryRunner) return ((await this.queryRunner.connect()) as BoundedClient).ask(sql, parameters);
    const { master } = this.dataSource.driver as unknown as { readonly master: Pool };
    const client = await master.connect();
    let isLost = false;
    try {
      return await (client as unknown as BoundedClient).ask(sql, parameters);
    } catch (error) {
      isLost = isDatabaseAway(error);
      throw error;
    } finally {
      client.release(isLost);
    }
  }
}

/** What a broken constraint means to a person, by the constraint's name. */
export type ConstraintRefusals = Readonly<Record<string, () => Refusal>>;

const rerunnable = new Set(['40P01', '40001']);
const lockTimeout = '55P03';
const brokenConstraint = '23';
const attempts = 5;

/** A mistake of ours: while a transaction is open, a second connection of the same pool can starve everybody. */
class SecondConnection extends Error {
  constructor() {
    super('A transaction is open here: read through its tx, and do not open another.');
  }
}

/** Ends a transaction that was only tried out. */
class TakenBack extends Error {
  constructor(readonly outcome: unknown) {
    super('The transaction was only tried out.');
  }
}

/**
 * The database a transaction is open in. Only notices the mistake; what runs in a transaction takes its tx as an argument. One
 * for all of a process: Node hands each storage there ever was on to every promise.
 */
const open = new AsyncLocalStorage<Database>();

export class Database {
  private readonly outside: Tx;

  constructor(
    private readonly source: DataSource,
    private readonly constraintRefusals: ConstraintRefusals,
  ) {
    this.outside = new Tx(source);
  }

  /**
   * Runs a use case in one transaction. Deadlocks and serialization failures run the whole callback again, so it must
   * do nothing outside the transaction; a lock timeout becomes {@link Busy}; a named constraint its refusal; a COMMIT whose
   * answer never came is {@link OutcomeUnknown}. Under an `Idempotency-Key` it is done once (see {@link RequestKey}).
   * @param step names one of several transactions of a request, so that each is told from the others when it is repeated
   */
  async inTransaction<T>(work: (tx: Tx) => Promise<T>, step = wholeWork): Promise<T> {
    const key = requestKey();
    if (!key) return this.run(work);
    const own = key.nextStep(step);
    const kept = key.keptOf(own);
    return kept ? key.answer(kept) : this.run((tx) => key.once(tx, own, () => work(tx)));
  }

  /**
   * Runs a use case that is one statement, which commits by itself. What fails is told as by {@link inTransaction}, which
   * it is under an `Idempotency-Key`.
   */
  async inStatement<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.isKeyed) return this.inTransaction(work);
    this.assertNoneOpen();
    return this.attempt(async (committing) => {
      const runner = this.source.createQueryRunner();
      try {
        await runner.connect();
        committing();
        return await work(new Tx(this.source, runner));
      } finally {
        await runner.release();
      }
    });
  }

  /** Whether the request has an `Idempotency-Key`: what it does commits with the key, so it cannot be part of what others do. */
  get isKeyed(): boolean {
    return requestKey() !== undefined;
  }

  /** Does everything a use case does, then takes it back: what this answers is exactly what would happen. */
  async tryOut<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.run(async (tx): Promise<T> => {
        throw new TakenBack(await work(tx));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.outcome as T;
      throw error;
    }
  }

  private async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.assertNoneOpen();
    return open.run(this, () =>
      this.attempt((committing) =>
        this.source.transaction(async ({ queryRunner }) => {
          const outcome = await work(new Tx(this.source, queryRunner));
          committing();
          return outcome;
        }),
      ),
    );
  }

  /** @param work says when from then on it may be stored although nobody hears of it */
  private async attempt<T>(work: (committing: () => void) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      let isCommitting = false;
      try {
        return await work(() => (isCommitting = true));
      } catch (error) {
        if (isCommitting && !isRolledBack(error)) throw new WholeRequestRefused(new OutcomeUnknown(!!requestKey()));
        const { code = '', constraint = '' } = saidByDatabase(error);
        if (rerunnable.has(code) && attempt < attempts) continue;
        if (rerunnable.has(code) || code === lockTimeout) throw new Busy();
        const refusal = this.constraintRefusals[constraint];
        throw refusal ? refusal() : error;
      }
    }
  }

  /**
   * Plain SQL for screens, see {@link Tx.rows}.
   * @param tx the transaction it is part of; none for a screen
   */
  async read<Row>(sql: string, parameters: readonly unknown[] = [], tx: Tx = this.reader): Promise<Row[]> {
    return tx.rows(sql, parameters);
  }

  /** A view of the database outside any transaction, for helpers that take `tx`. */
  get reader(): Tx {
    this.assertNoneOpen();
    return this.outside;
  }

  private assertNoneOpen(): void {
    if (open.getStore() === this) throw new SecondConnection();
  }
}

/** Whether PostgreSQL itself said no, to the COMMIT or to what commits by itself. Anything else, a shutdown too, may come after it was written. */
function isRolledBack(error: unknown): boolean {
  const { code } = saidByDatabase(error);
  return code !== undefined && !/^(08|57|58|XX)/.test(code);
}

/** What PostgreSQL says of a statement it refused, whichever way that was sent; nothing of any other fault. */
export function saidByDatabase(error: unknown): Partial<DatabaseError> {
  const said: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return said instanceof DatabaseError ? said : {};
}
