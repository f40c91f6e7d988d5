import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { Busy } from '../problems/refusals';
import type { Refusal } from '../problems/refusal';

/** One transaction: everything a use case reads and writes goes through it. */
export type Tx = EntityManager;

/** What a broken constraint means to a person, by the constraint's name. */
export type ConstraintRefusals = Readonly<Record<string, () => Refusal>>;

const rerunnable = new Set(['40P01', '40001']);
const lockTimeout = '55P03';
const attempts = 5;

/** A mistake of ours: while a transaction is open, a second connection of the same pool can starve everybody. */
export class SecondConnection extends Error {
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

export class Database {
  /** Only notices the mistake; what runs in a transaction takes its tx as an argument. */
  private readonly open = new AsyncLocalStorage<true>();

  constructor(
    private readonly source: DataSource,
    private readonly constraintRefusals: ConstraintRefusals,
  ) {}

  /**
   * Runs a use case in one transaction. Deadlocks and serialization failures run the whole callback again, so it must
   * do nothing outside the transaction; a lock timeout becomes {@link Busy}; a named constraint its refusal.
   */
  async inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.assertNoneOpen();
    return this.open.run(true, () => this.attempt(work));
  }

  /** Does everything a use case does, then takes it back: what this answers is exactly what would happen. */
  async tryOut<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.inTransaction(async (tx): Promise<T> => {
        throw new TakenBack(await work(tx));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.outcome as T;
      throw error;
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        const { code, constraint } = driverErrorOf(error);
        if (rerunnable.has(code) && attempt < attempts) continue;
        if (rerunnable.has(code) || code === lockTimeout) throw new Busy();
        const refusal = this.constraintRefusals[constraint];
        throw refusal ? refusal() : error;
      }
    }
  }

  /**
   * Plain SQL for screens: rows as they come, column aliases in the words of the caller.
   * @param tx the transaction it is part of; none for a screen
   */
  async read<Row>(sql: string, parameters: readonly unknown[] = [], tx: Tx = this.reader): Promise<Row[]> {
    return tx.query(sql, [...parameters]);
  }

  /** A view of the database outside any transaction, for helpers that take `tx`. */
  get reader(): Tx {
    this.assertNoneOpen();
    return this.source.manager;
  }

  private assertNoneOpen(): void {
    if (this.open.getStore()) throw new SecondConnection();
  }
}

function driverErrorOf(error: unknown): { code: string; constraint: string } {
  const { code, constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as {
    code?: string;
    constraint?: string;
  };
  return { code: code ?? '', constraint: constraint ?? '' };
}
