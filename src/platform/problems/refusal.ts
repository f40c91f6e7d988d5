import type { Bilingual } from '../messages/words';

/** Why the answer is no; each kind is one HTTP status. */
const refusalStatus = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  wrong_moment: 409,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  too_many: 429,
  busy: 503,
} as const;
export type RefusalKind = keyof typeof refusalStatus;

/** What is wrong with one field of the input, and the remedy. `field` is the request's own name: `letter.number`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: Bilingual;
  /** Nothing was given: a page says so in the words of the field. */
  readonly isMissing?: true;
}

/**
 * A business "no": a stable code, a sentence in both languages that says what happened, why and what to do next,
 * and the facts behind it. Features subclass it in `<nouns>.refusals.ts`; it is rendered in one place per door.
 */
export abstract class Refusal extends Error {
  readonly facts: Readonly<Record<string, unknown>> = {};
  readonly fields: readonly FieldError[] = [];
  readonly retryAfterSeconds: number | null = null;
  /** What happened in a few words, where the kind of the "no" does not say it. */
  readonly heading: Bilingual | null = null;
  /** Where a page leads from here, when that is not the page before. */
  readonly next: { readonly href: string; readonly label: Bilingual } | null = null;

  protected constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly sentence: Bilingual,
    more: Partial<Pick<Refusal, 'facts' | 'fields' | 'retryAfterSeconds' | 'heading' | 'next'>> = {},
  ) {
    super(sentence.en);
    this.name = new.target.name;
    Object.assign(this, more);
  }

  /** What a "no" that always says the same extends: a class of its own all the same. */
  static saying(
    code: string,
    kind: RefusalKind,
    sentence: Bilingual,
    more: Partial<Pick<Refusal, 'fields' | 'retryAfterSeconds'>> = {},
  ) {
    return class extends Refusal {
      constructor() {
        super(code, kind, sentence, more);
      }
    };
  }

  get status(): number {
    return refusalStatus[this.kind];
  }
}

/** What is kept of a "no" that is told later. */
export type ToldRefusal = Pick<Refusal, 'code' | 'sentence'>;

export const toldRefusal = ({ code, sentence }: Refusal): ToldRefusal => ({ code, sentence });

/** A "no" to all that was asked: work of many rows ends with it and does not take it for the answer to one of them. */
export class WholeRequestRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}
