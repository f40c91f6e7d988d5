import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly results?: readonly { readonly done: boolean }[] };
}

const mostTries = 60;

/** A client as it should be: after 503, 409 under way, or no answer, the same request with the same key. */
export class InsistentCaller {
  /** How often each answer came, by status; a 503 that does not say when to come back is counted apart. */
  readonly answers: Record<string, number> = {};

  /** @param token of who asks, or nobody's. @param patienceMilliseconds after so long an answer counts as one that never comes */
  constructor(
    private readonly url: string,
    private readonly token: string | null,
    private readonly patienceMilliseconds = 30_000,
  ) {}

  /** @returns null when it was asked as often as anybody would */
  async untilAnswered(path: string, body: object): Promise<Answer | null> {
    const key = randomUUID();
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const answer = await this.ask(path, body, key);
      if (answer && answer.status !== 503 && answer.status !== 409) return answer;
      await delay(answer ? 50 : 500);
    }
    return null;
  }

  /** A GET, or with a body a POST. @returns null when no answer came */
  async ask(path: string, body?: object, key?: string): Promise<Answer | null> {
    try {
      const response = await fetch(`${this.url}${path}`, {
        method: body ? 'POST' : 'GET',
        signal: AbortSignal.timeout(this.patienceMilliseconds),
        headers: {
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      const isVague = response.status === 503 && !(Number(response.headers.get('retry-after')) > 0);
      this.count(isVague ? '503 without Retry-After' : String(response.status));
      return { status: response.status, body: body ? (JSON.parse(text) as Answer['body']) : {} };
    } catch (error) {
      this.count((error as Error).name === 'TimeoutError' ? 'too late' : 'no answer');
      return null;
    }
  }

  private count(answer: string): void {
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
  }
}
