import { Refusal } from './refusal';

/**
 * Does the same for each of several, so that one "no" (busy, over by now) does not hold up the others: what was refused
 * is found again by the next look. Returns how many were done.
 */
export async function countDone<Item>(items: readonly Item[], work: (item: Item) => Promise<boolean>): Promise<number> {
  let count = 0;
  for (const item of items) {
    try {
      if (await work(item)) count += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return count;
}

/** The "no" that work came to; null when it was done. */
export async function refusalOf(work: () => Promise<void> | void): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error;
  }
}
