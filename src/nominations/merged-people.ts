import type { Tx } from '../platform/database/database';
import {
  type Held,
  type Hindrance,
  idsOf,
  type Merging,
  type Moved,
  type Pair,
  PartInMergers,
} from '../people/mergers/merged-parts';
import type { NominationState } from './nomination.states';
import { stateWords } from './nominations.words';

interface NominationOf {
  readonly id: string;
  readonly personId: string;
  readonly className: string;
  readonly state: NominationState;
}

/** Both are nominated into one class; `o` is of the one that goes. */
const both = `nominations n JOIN nominations o ON o.class_id = n.class_id AND o.person_id = $2 AND o.ended_at IS NULL
  JOIN classes c ON c.id = n.class_id WHERE n.person_id = $1 AND n.ended_at IS NULL`;

const learns = (personId: string) =>
  `EXISTS (SELECT FROM enrollments e WHERE e.class_id = c.id AND e.person_id = ${personId} AND e.ended_at IS NULL)`;

/** What somebody with two records is nominated into; a seat belongs to the nomination and moves with it. */
export class NominationsOfMergedPeople extends PartInMergers {
  readonly name = 'nominations';
  readonly tables = ['nominations', 'admission_overrides', 'leavers'];

  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    const rows = await tx.rows<{ id: string; className: string }>(
      `SELECT o.id, c.name AS class_name FROM ${both} AND NOT class_has_ended(c.state) ORDER BY c.opens_on, c.id`,
      [staysId, goesId],
    );
    const onlyGoes = await tx.rows<{ className: string }>(
      `SELECT c.name AS class_name FROM ${both} AND class_has_ended(c.state) AND ${learns('$2')} AND NOT ${learns('$1')} ORDER BY c.opens_on, c.id`,
      [staysId, goesId],
    );
    return [
      ...rows.map(({ id, className }) => ({ sentence: bothNominated(className), href: `/nominations/${id}` })),
      ...onlyGoes.map(({ className }) => ({ sentence: keepTheOther(className), href: null })),
    ];
  }

  override async held(tx: Tx, personIds: readonly string[]): Promise<Held[]> {
    const rows = await tx.rows<NominationOf>(
      `SELECT n.id, n.person_id, n.state, c.name AS class_name FROM nominations n JOIN classes c ON c.id = n.class_id
       WHERE n.person_id = ANY ($1::uuid[]) ORDER BY n.created_at DESC, n.id`,
      [personIds],
    );
    return rows.map(({ id, personId, className, state }) => ({
      personId,
      what: { vi: `Cử học – ${stateWords.vi[state]}`, en: `Nomination – ${stateWords.en[state]}` },
      text: className,
      href: `/nominations/${id}`,
    }));
  }

  override async move(tx: Tx, { staysId, goesId, aside }: Merging): Promise<Moved> {
    // Closing a class ends no nomination: where both still have one, that of the record that stays is enough.
    const nominations = await tx.rows<{ id: string }>(
      `UPDATE nominations o SET person_id = $1 WHERE person_id = $2 AND NOT (ended_at IS NULL AND (class_id = ANY ($3::uuid[]) OR EXISTS (
         SELECT FROM nominations n WHERE n.person_id = $1 AND n.class_id = o.class_id AND n.ended_at IS NULL))) RETURNING id`,
      [staysId, goesId, aside],
    );
    // Where both have the same one, that of the record that stays is enough.
    const overrides = await tx.rows<{ id: string }>(
      `UPDATE admission_overrides o SET person_id = $1 WHERE person_id = $2 AND NOT (revoked_at IS NULL AND EXISTS (
         SELECT FROM admission_overrides s WHERE s.person_id = $1 AND s.class_id = o.class_id AND s.rule = o.rule AND s.revoked_at IS NULL)) RETURNING id`,
      [staysId, goesId],
    );
    const leavers = await tx.rows<{ id: string }>(
      `UPDATE leavers l SET person_id = $1 WHERE person_id = $2 AND NOT EXISTS (
         SELECT FROM leavers s WHERE s.person_id = $1 AND s.class_id = l.class_id AND s.unit_id = l.unit_id AND s.now_of_unit_id = l.now_of_unit_id
           AND s.left_on IS NOT DISTINCT FROM l.left_on AND s.back_since IS NULL AND l.back_since IS NULL) RETURNING id`,
      [staysId, goesId],
    );
    return { nominations: idsOf(nominations), overrides: idsOf(overrides), leavers: idsOf(leavers) };
  }

  override async builtOn(tx: Tx, { staysId, goesId }: Pair, mergedAt: Date): Promise<Hindrance[]> {
    const since = [[staysId, goesId], mergedAt];
    const nominated = await tx.rows<{ id: string; className: string }>(
      `SELECT n.id, c.name AS class_name FROM nominations n JOIN classes c ON c.id = n.class_id
       WHERE n.person_id = ANY ($1::uuid[]) AND n.created_at > $2 ORDER BY n.created_at`,
      since,
    );
    const overridden = await tx.rows<{ id: string; className: string }>(
      `SELECT c.id, c.name AS class_name FROM admission_overrides o JOIN classes c ON c.id = o.class_id
       WHERE o.person_id = ANY ($1::uuid[]) AND o.recorded_at > $2 ORDER BY o.recorded_at`,
      since,
    );
    return [
      ...nominated.map(({ id, className }) => ({ sentence: nominatedSince(className), href: `/nominations/${id}` })),
      ...overridden.map(({ id, className }) => ({
        sentence: overriddenSince(className),
        href: `/classes/${id}/nominations`,
      })),
    ];
  }

  override async giveBack(
    tx: Tx,
    { staysId, goesId }: Merging,
    { nominations = [], overrides = [], leavers = [] }: Moved,
  ): Promise<void> {
    await tx.execute('UPDATE leavers SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, leavers]);
    await tx.execute('UPDATE nominations SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, nominations]);
    await tx.execute('UPDATE admission_overrides SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, overrides]);
    // The merger flagged the places that came with it.
    await tx.execute(
      `DELETE FROM leavers l WHERE person_id = $1 AND stays_since IS NULL AND NOT EXISTS (
         SELECT FROM places_in_classes h WHERE h.class_id = l.class_id AND h.person_id = l.person_id AND h.unit_id = l.unit_id)`,
      [staysId],
    );
  }
}

const bothNominated = (name: string) => ({
  vi: `Cả hai đang được cử học lớp “${name}”. Hãy rút một đề nghị cử học trước.`,
  en: `Both are nominated into ${name}. Withdraw one of the nominations first.`,
});
const keepTheOther = (name: string) => ({
  vi: `Ở lớp “${name}”, chỉ hồ sơ bị gộp đã vào học; hồ sơ được giữ mới có đề nghị cử học. Hãy chọn giữ hồ sơ đã vào học.`,
  en: `Only the record that would go learnt in ${name}; the one that stays was only nominated. Choose the one that learnt there to stay.`,
});
const nominatedSince = (name: string) => ({
  vi: `Đã cử học lớp “${name}” sau khi gộp.`,
  en: `They were nominated into ${name} since.`,
});
const overriddenSince = (name: string) => ({
  vi: `Đã ghi quyết định cho học lớp “${name}” sau khi gộp.`,
  en: `A decision to admit them to ${name} was recorded since.`,
});
