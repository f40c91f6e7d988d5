import type { Tx } from '../../platform/database/database';
import { distinctionOf } from '../likeness';
import { type Hindrance, idsOf, type Merging, type Moved, type Pair, PartInMergers } from './merged-parts';

/** The units somebody with two records was in before, and whom the one that goes was told apart from. */
export class FormerUnitsOfMergedPeople extends PartInMergers {
  readonly name = 'people';
  readonly tables = ['former_memberships', 'person_distinctions'];

  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    const [distinct] = await tx.rows<unknown>(`SELECT FROM person_distinctions WHERE ${distinctionOf('$1', '$2')}`, [
      staysId,
      goesId,
    ]);
    return distinct === undefined ? [] : [{ sentence: toldApart, href: `/people/${staysId}/duplicates/${goesId}` }];
  }

  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const memberships = await tx.rows<{ id: string }>(
      'UPDATE former_memberships SET person_id = $1 WHERE person_id = $2 RETURNING id',
      [staysId, goesId],
    );
    const distinctions = await tx.rows<{ id: string }>(
      `INSERT INTO person_distinctions (one_id, other_id, said_at, said_by, said_by_name)
       SELECT least(o.id, $1), greatest(o.id, $1), o.said_at, o.said_by, o.said_by_name
       FROM (SELECT *, CASE WHEN one_id = $2 THEN other_id ELSE one_id END AS id FROM person_distinctions WHERE $2 IN (one_id, other_id)) o
       ON CONFLICT DO NOTHING RETURNING CASE WHEN one_id = $1 THEN other_id ELSE one_id END AS id`,
      [staysId, goesId],
    );
    return { memberships: idsOf(memberships), distinctions: idsOf(distinctions) };
  }

  override async builtOn(tx: Tx, { staysId, goesId }: Pair, mergedAt: Date): Promise<Hindrance[]> {
    const [moved] = await tx.rows<unknown>(
      'SELECT FROM former_memberships WHERE person_id = ANY ($1::uuid[]) AND recorded_at > $2 LIMIT 1',
      [[staysId, goesId], mergedAt],
    );
    return moved === undefined ? [] : [{ sentence: movedSince, href: `/people/${staysId}` }];
  }

  override async giveBack(
    tx: Tx,
    { staysId, goesId }: Merging,
    { memberships = [], distinctions = [] }: Moved,
  ): Promise<void> {
    await tx.execute('UPDATE former_memberships SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, memberships]);
    await tx.execute(
      `DELETE FROM person_distinctions WHERE $1 IN (one_id, other_id) AND CASE WHEN one_id = $1 THEN other_id ELSE one_id END = ANY ($2::uuid[])`,
      [staysId, distinctions],
    );
  }
}

const toldApart = {
  vi: 'Hai hồ sơ đã được xác nhận là hai người. Hãy rút xác nhận đó trước.',
  en: 'They were said to be two people. Withdraw that first.',
};
const movedSince = {
  vi: 'Đã chuyển đơn vị sau khi gộp.',
  en: 'They moved to another unit since.',
};
