import type { Database, Tx } from '../database/database';
import type { ColumnMemory, LearnedColumns } from '../sheets/choice';
import type { RememberedColumns } from '../sheets/columns';
import type { Import } from './import.entity';

/** What a unit said of the columns of its files of this kind, by their layouts. */
export async function columnsRemembered(database: Database, kind: string, unitId: string): Promise<ColumnMemory> {
  const rows = await database.read<{ layout: string; columns: RememberedColumns['columns']; chosenAt: Date }>(
    `SELECT layout, columns, chosen_at FROM matched_columns WHERE kind = $1 AND unit_id = $2`,
    [kind, unitId],
  );
  return new Map(rows.map(({ layout, columns, chosenAt }) => [layout, { columns, chosenAt: chosenAt.toISOString() }]));
}

/** The last word on a layout is what counts; with nothing said of it, it is forgotten. */
export async function learnColumns(
  tx: Tx,
  { kind, unitId, uploadedAt, uploadedBy }: Pick<Import, 'kind' | 'uploadedAt' | 'uploadedBy'> & { unitId: string },
  learned: readonly LearnedColumns[],
): Promise<void> {
  for (const { layout, columns } of learned) {
    if (Object.keys(columns).length === 0)
      await tx.execute(`DELETE FROM matched_columns WHERE unit_id = $1 AND kind = $2 AND layout = $3`, [
        unitId,
        kind,
        layout,
      ]);
    else
      await tx.execute(
        `INSERT INTO matched_columns (unit_id, kind, layout, columns, chosen_at, chosen_by) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (unit_id, kind, layout) DO UPDATE
         SET columns = excluded.columns, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`,
        [unitId, kind, layout, JSON.stringify(columns), uploadedAt, uploadedBy],
      );
  }
}
