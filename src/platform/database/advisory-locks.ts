/**
 * Locks on what is no row, each held to the end of its transaction, in SQL. What one guards is said by a text of its own,
 * and one hash makes the number PostgreSQL knows it by: nobody else makes such numbers. All are listed in `seat-locks.md`.
 */
const numberOf = (guarded: string) => `hashtextextended(${guarded}, 0)`;

/** @param guarded what it guards, as an expression of type text */
export const lockAlone = (guarded: string) => `pg_advisory_xact_lock(${numberOf(guarded)})`;
export const lockShared = (guarded: string) => `pg_advisory_xact_lock_shared(${numberOf(guarded)})`;

/** Whether it was to be had without waiting. */
export const tryLockAlone = (guarded: string) => `pg_try_advisory_xact_lock(${numberOf(guarded)})`;
export const tryLockShared = (guarded: string) => `pg_try_advisory_xact_lock_shared(${numberOf(guarded)})`;

/** Of a connection instead of a transaction, for work of many transactions. */
export const lockConnection = (guarded: string) => `pg_advisory_lock(${numberOf(guarded)})`;
export const unlockConnection = (guarded: string) => `pg_advisory_unlock(${numberOf(guarded)})`;
