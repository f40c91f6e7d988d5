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

/** A roll is one unit's of one class. */
const roll = `class_id || '/' || unit_id`;

/** A later merger, undone since, left the roll as it found it. */
const ofMerger = `EXISTS (SELECT FROM person_mergers m WHERE k.person_id IN (m.stays_id, m.goes_id) AND k.corrected_at IN (m.merged_at, m.undone_at))`;

/** The rolls somebody with two records is on. A frozen one is never changed: lines say who is no longer on it, and who is now. */
export class RollsOfMergedPeople extends PartInMergers {
  readonly name = 'rolls';
  readonly tables = ['exemptions', 'roll_entries', 'roll_corrections'];

  override async held(tx: Tx, personIds: readonly string[]): Promise<Held[]> {
    const rows = await tx.rows<{ personId: string; classId: string; unitId: string; className: string }>(
      `SELECT f.person_id, f.class_id, f.unit_id, c.name AS class_name FROM frozen_rolls f JOIN classes c ON c.id = f.class_id
       WHERE f.person_id = ANY ($1::uuid[]) ORDER BY c.opens_on DESC, c.id`,
      [personIds],
    );
    return rows.map(({ personId, classId, unitId, className }) => ({
      personId,
      what: { vi: 'Danh sách phải học', en: 'On the roll of' },
      text: className,
      href: `/classes/${classId}/participation/${unitId}`,
    }));
  }

  /** One person is on the rolls of a class once: where both are, the one that goes is only taken off. */
  override async move(tx: Tx, merging: Merging): Promise<Moved> {
    const { staysId, goesId } = merging;
    const exemptions = await tx.rows<{ id: string }>(
      `UPDATE exemptions x SET person_id = $1 WHERE person_id = $2 AND NOT EXISTS (
         SELECT FROM exemptions s WHERE s.class_id = x.class_id AND s.unit_id = x.unit_id AND s.person_id = $1) RETURNING ${roll} AS id`,
      [staysId, goesId],
    );
    const putOn = await this.write(
      tx,
      merging,
      `SELECT f.class_id, f.unit_id, $1::uuid, true, f.standing, f.full_name, f.sort_name, f.position, f.exempt_ground FROM frozen_rolls f
       WHERE f.person_id = $2 AND NOT EXISTS (SELECT FROM frozen_rolls s WHERE s.class_id = f.class_id AND s.person_id = $1)`,
      [staysId, goesId],
    );
    const takenOff = await this.write(tx, merging, takeOff, [goesId, await this.rollsOf(tx, goesId)]);
    return { exemptions: idsOf(exemptions), putOn, takenOff, on: await this.rollsOf(tx, staysId) };
  }

  override async builtOn(tx: Tx, { staysId, goesId }: Pair, mergedAt: Date, { on = [] }: Moved): Promise<Hindrance[]> {
    const rows = await tx.rows<{ classId: string; unitId: string; className: string }>(
      `SELECT k.class_id, k.unit_id, c.name AS class_name FROM roll_corrections k JOIN classes c ON c.id = k.class_id
         WHERE k.person_id = ANY ($1::uuid[]) AND k.corrected_at > $2 AND NOT ${ofMerger}
       UNION SELECT x.class_id, x.unit_id, c.name FROM exemptions x JOIN classes c ON c.id = x.class_id
         WHERE x.person_id = ANY ($1::uuid[]) AND x.recorded_at > $2
       UNION SELECT f.class_id, f.unit_id, c.name FROM frozen_rolls f JOIN classes c ON c.id = f.class_id
         WHERE f.person_id = $3 AND NOT f.class_id || '/' || f.unit_id = ANY ($4::text[])`,
      [[staysId, goesId], mergedAt, staysId, on],
    );
    return rows.map(({ classId, unitId, className }) => ({
      sentence: {
        vi: `Danh sách phải học của “${className}” đã được chốt hoặc sửa sau khi gộp.`,
        en: `The roll of ${className} was taken or corrected since.`,
      },
      href: `/classes/${classId}/participation/${unitId}`,
    }));
  }

  override async giveBack(
    tx: Tx,
    merging: Merging,
    { exemptions = [], putOn = [], takenOff = [] }: Moved,
  ): Promise<void> {
    const { staysId, goesId } = merging;
    await tx.execute(`UPDATE exemptions SET person_id = $1 WHERE person_id = $2 AND ${roll} = ANY ($3::text[])`, [
      goesId,
      staysId,
      exemptions,
    ]);
    await this.write(tx, merging, takeOff, [staysId, putOn]);
    // In the words that stood there last.
    await this.write(
      tx,
      merging,
      `SELECT DISTINCT ON (class_id, unit_id) class_id, unit_id, person_id, true, standing, full_name, sort_name, position, exempt_ground FROM (
         SELECT * FROM roll_lines WHERE listed) w
       WHERE person_id = $1 AND ${roll} = ANY ($2::text[]) ORDER BY class_id, unit_id, id DESC`,
      [goesId, takenOff],
    );
  }

  private async rollsOf(tx: Tx, personId: string): Promise<readonly string[]> {
    return idsOf(await tx.rows(`SELECT ${roll} AS id FROM frozen_rolls WHERE person_id = $1`, [personId]));
  }

  /** Lines for rolls, as the statement has them. @returns which rolls */
  private async write(
    tx: Tx,
    { actor, reason, at }: Merging,
    lines: string,
    asked: readonly [unknown, unknown],
  ): Promise<readonly string[]> {
    return idsOf(
      await tx.rows(
        `INSERT INTO roll_corrections (class_id, unit_id, person_id, listed, standing, full_name, sort_name, position, exempt_ground,
           decision, reason, corrected_at, corrected_by)
         SELECT l.*, $3::text, $3::text, $4::timestamptz, $5::uuid FROM (${lines}) l RETURNING ${roll} AS id`,
        [...asked, reason, at, actor.accountId],
      ),
    );
  }
}

const takeOff = `SELECT f.class_id, f.unit_id, f.person_id, false, f.standing, f.full_name, f.sort_name, f.position, NULL::text FROM frozen_rolls f
  WHERE f.person_id = $1 AND f.class_id || '/' || f.unit_id = ANY ($2::text[])`;
