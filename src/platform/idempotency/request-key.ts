import { AsyncLocalStorage } from 'node:async_hooks';
import { tryLockAlone } from '../database/advisory-locks';
import { WholeRequestRefused } from '../problems/refusal';
import { KeyUsedDifferently, StillUnderWay } from './idempotency.refusals';
import { type Kept, keptOf } from './kept-outcome';

/** The transaction of a use case, as far as a key needs it. */
interface Writing {
  rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

/** What one transaction of a keyed request left behind when it was committed. */
export interface KeptStep extends Kept {
  readonly step: string;
  readonly requestHash: string;
  readonly keptAt: Date;
}

export interface KeyedRequest {
  readonly accountId: string;
  readonly key: string;
  readonly at: Date;
  /** Of all that was sent; a file is part of it, so it is asked for once the file was read. */
  readonly fingerprint: () => string;
}

/** What was done before under this key holds secrets or people's data, so it was not kept: the answer can only say so. */
export class AnswerNotKept extends Error {
  constructor(readonly kept: KeptStep) {
    super('The request was carried out before; its answer was not kept.');
  }
}

/** Unnamed steps: requests that are one transaction, as nearly all are. */
export const wholeWork = 'work';

export const keptColumns = `step, request_hash, response, whole, kept_at`;

/**
 * The `Idempotency-Key` of the request under way. Each transaction of the request writes a row of the key, with what it
 * answered, and commits it with its work; one that was committed before is not done again, but answers the same.
 */
export class RequestKey {
  private readonly asked = new Map<string, number>();
  private readonly used = new Set<KeptStep>();

  constructor(
    private readonly request: KeyedRequest,
    private readonly kept: readonly KeptStep[],
  ) {}

  /** Whether this request, or a part of it, was carried out before. */
  get isRepeated(): boolean {
    return this.used.size > 0;
  }

  /** @throws WholeRequestRefused when the key was used for another request */
  assertSame(): void {
    for (const step of this.kept) this.assertSameAs(step);
  }

  /** The number of a step asked for several times is part of its name. */
  nextStep(name: string): string {
    const count = (this.asked.get(name) ?? 0) + 1;
    this.asked.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  }

  keptOf(step: string): KeptStep | null {
    return this.kept.find((kept) => kept.step === step) ?? null;
  }

  /** What a step that was committed before answered then. @throws AnswerNotKept */
  answer<T>(kept: KeptStep): T {
    this.assertSameAs(kept);
    this.used.add(kept);
    if (!kept.whole) throw new AnswerNotKept(kept);
    return kept.response as T;
  }

  /**
   * Does the work of a step unless it was done before, and writes the row that says so, in the work's own transaction.
   * Whoever holds the key at this moment is not waited for: sixty impatient repeats would hold as many connections.
   */
  async once<T>(tx: Writing, step: string, work: () => Promise<T>): Promise<T> {
    const { accountId, key, at, fingerprint } = this.request;
    const mine = [accountId, key, step];
    const begun = await tx.rows(
      `WITH turn AS MATERIALIZED (SELECT ${tryLockAlone("concat_ws('/', $1::uuid, $2::text, $3::text)")} AS taken)
       INSERT INTO idempotency_keys (account_id, key, step, request_hash, kept_at)
       SELECT $1::uuid, $2::text, $3::text, $4, $5::timestamptz FROM turn WHERE taken ON CONFLICT DO NOTHING RETURNING step`,
      [...mine, fingerprint(), at],
    );
    if (begun.length === 0) return this.answer(await this.doneMeanwhile(tx, mine));
    const outcome = await work();
    if (outcome !== undefined) {
      const { response, whole } = keptOf(outcome);
      await tx.rows(
        `UPDATE idempotency_keys SET response = $4, whole = $5 WHERE account_id = $1 AND key = $2 AND step = $3`,
        [...mine, JSON.stringify(response), whole],
      );
    }
    return outcome;
  }

  /** What became of the whole request before, when this time it did not get as far as asking for it. */
  doneBefore(): KeptStep | null {
    const whole = this.keptOf(wholeWork);
    if (!whole || this.used.has(whole)) return null;
    this.assertSameAs(whole);
    this.used.add(whole);
    return whole;
  }

  private async doneMeanwhile(tx: Writing, mine: readonly string[]): Promise<KeptStep> {
    const [kept] = await tx.rows<KeptStep>(
      `SELECT ${keptColumns} FROM idempotency_keys WHERE account_id = $1 AND key = $2 AND step = $3`,
      mine,
    );
    if (!kept) throw new WholeRequestRefused(new StillUnderWay());
    return kept;
  }

  private assertSameAs({ requestHash }: KeptStep): void {
    if (requestHash !== this.request.fingerprint()) throw new WholeRequestRefused(new KeyUsedDifferently());
  }
}

/**
 * Only the key is ambient, never the transaction: a use case opens its own and hands it on as ever. Nobody who writes
 * one has to think of keys, so nobody can forget them.
 */
const underWay = new AsyncLocalStorage<RequestKey>();

export const requestKey = (): RequestKey | undefined => underWay.getStore();

export async function underKey<T>(key: RequestKey, work: () => Promise<T>): Promise<T> {
  return underWay.run(key, work);
}
