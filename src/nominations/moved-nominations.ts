import type { Tx } from '../platform/database/database';
import { columnOf } from '../platform/database/naming';
import type { Nomination } from './nomination.entity';

/** What the verbs of a review or of an end change, beside the checks, and how it is stored. */
const moved = {
  state: 'text',
  rank: 'integer',
  reason: 'text',
  correctBy: 'date',
  endorsedAt: 'timestamptz',
  endorsedBy: 'uuid',
  groupLetterId: 'uuid',
  decidedAt: 'timestamptz',
  decidedBy: 'uuid',
  endedAt: 'timestamptz',
} as const satisfies Partial<Record<keyof Nomination, string>>;
const names = Object.keys(moved) as (keyof typeof moved)[];
const changes = names.map((name) => `${columnOf(name)} = m."${name}"`).join(', ');
const types = names.map((name) => `"${name}" ${moved[name]}`).join(', ');

/** Writes several nominations, as they were decided on or ended, in one statement; `checked` have new checks too. */
export async function writeMoved(
  tx: Tx,
  nominations: readonly Nomination[],
  checked: ReadonlySet<Nomination> = new Set(),
): Promise<void> {
  const rows = nominations.map((nomination) => ({
    id: nomination.id,
    ...Object.fromEntries(names.map((name) => [name, nomination[name]])),
    checks: checked.has(nomination) ? nomination.checks : null,
  }));
  await tx.execute(
    `UPDATE nominations n SET ${changes}, checks = coalesce(m.checks, n.checks), version = n.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, ${types}, checks jsonb) WHERE n.id = m.id`,
    [JSON.stringify(rows)],
  );
}
