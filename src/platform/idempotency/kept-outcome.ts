/** What is kept of what a transaction answered. */
export interface Kept {
  readonly response: unknown;
  /** Whether it is all of it. */
  readonly whole: boolean;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Ids, numbers and yes or no are kept, and lists and objects of them. Any other text may be somebody's name or a secret,
 * so of an answer with text in it the id alone is kept. The database holds the same (`idempotency_keys_no_text`).
 */
export function keptOf(outcome: unknown): Kept {
  if (hasNoText(outcome)) return { response: outcome, whole: true };
  const id = (outcome as { id?: unknown }).id;
  return { response: isId(id) ? { id } : null, whole: false };
}

function hasNoText(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value === 'string') return isId(value);
  if (Array.isArray(value)) return value.every(hasNoText);
  return isPlain(value) && Object.values(value).every(hasNoText);
}

const isId = (value: unknown): boolean => typeof value === 'string' && idShape.test(value);
/** A moment or an entity would come back as something else. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
