import type { Tx } from './database';

/** How many things break a rule, and the first of them: a register that was changed as a whole has more than anybody reads. */
export interface Broken {
  readonly broken: number;
  readonly ids: readonly string[];
}

const idsCarried = 200;

/** @param look a statement that names each thing as `id`, the first first */
export async function findBroken(tx: Tx, look: string, parameters: readonly unknown[] = []): Promise<Broken> {
  const rows = await tx.rows<{ id: string; broken: number }>(
    `SELECT id, count(*) OVER () AS broken FROM (${look}) found LIMIT ${idsCarried}`,
    parameters,
  );
  return { broken: rows[0]?.broken ?? 0, ids: rows.map(({ id }) => id) };
}

export const brokenOf = (ids: readonly string[]): Broken => ({ broken: ids.length, ids: ids.slice(0, idsCarried) });

export const brokenInAll = (parts: readonly Broken[]): Broken => ({
  broken: parts.reduce((sum, { broken }) => sum + broken, 0),
  ids: parts.flatMap(({ ids }) => ids).slice(0, idsCarried),
});
