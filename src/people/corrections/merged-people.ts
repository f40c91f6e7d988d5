import type { Tx } from '../../platform/database/database';
import { type Hindrance, idsOf, type Merging, type Moved, type Pair, PartInMergers } from '../mergers/merged-parts';

/** What somebody with two records said is wrong on either. */
export class CorrectionsOfMergedPeople extends PartInMergers {
  readonly name = 'corrections';
  readonly tables = ['correction_requests'];

  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    const both = await tx.rows<{ id: string }>(
      `SELECT g.id FROM correction_requests g JOIN correction_requests s ON s.fact = g.fact AND s.state = 'open'
       WHERE g.person_id = $2 AND g.state = 'open' AND s.person_id = $1 ORDER BY g.asked_at, g.id`,
      [staysId, goesId],
    );
    return both.map(({ id }) => ({ sentence: askedTwice, href: `/correction-requests/${id}` }));
  }

  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const requests = await tx.rows<{ id: string }>(
      'UPDATE correction_requests SET person_id = $1 WHERE person_id = $2 RETURNING id',
      [staysId, goesId],
    );
    return { requests: idsOf(requests) };
  }

  override async builtOn(tx: Tx, { staysId, goesId }: Pair, mergedAt: Date): Promise<Hindrance[]> {
    const since = await tx.rows<{ id: string }>(
      'SELECT id FROM correction_requests WHERE person_id = ANY ($1::uuid[]) AND asked_at > $2 ORDER BY asked_at, id',
      [[staysId, goesId], mergedAt],
    );
    return since.map(({ id }) => ({ sentence: askedSince, href: `/correction-requests/${id}` }));
  }

  override async giveBack(tx: Tx, { goesId }: Merging, { requests = [] }: Moved): Promise<void> {
    await tx.execute('UPDATE correction_requests SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, requests]);
  }
}

const askedTwice = {
  vi: 'Cả hai hồ sơ có đề nghị sửa cùng một mục đang chờ trả lời. Hãy trả lời một đề nghị trước.',
  en: 'Both have a request open about the same fact. Answer one first.',
};
const askedSince = {
  vi: 'Đã báo sai thông tin sau khi gộp.',
  en: 'A mistake was reported since.',
};
