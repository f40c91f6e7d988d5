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

interface ClassOf {
  readonly classId: string;
  readonly className: string;
}

/** Both learn in one class; `e` is of the one that stays, `o` of the one that goes. */
const both = `enrollments e JOIN enrollments o ON o.class_id = e.class_id AND o.person_id = $2 AND o.ended_at IS NULL
  JOIN classes c ON c.id = e.class_id WHERE e.person_id = $1 AND e.ended_at IS NULL`;

/** Half-days of two classes at one time. */
const atOneTime = `attendance_lines l JOIN attendance_lines m ON m.person_id = $1 AND m.live AND m.during && l.during AND m.enrollment_id <> l.enrollment_id
  JOIN enrollments e ON e.id = l.enrollment_id JOIN enrollments o ON o.id = m.enrollment_id
  JOIN classes c ON c.id = e.class_id JOIN classes k ON k.id = o.class_id
  WHERE l.person_id = $2 AND l.live AND l.overlap_reason IS NULL AND m.overlap_reason IS NULL AND c.id <> k.id`;

/** What somebody with two records learns, with the attendance of it. */
export class EnrollmentsOfMergedPeople extends PartInMergers {
  readonly name = 'enrollments';
  readonly tables = ['enrollments', 'attendance_lines', 'check_in_devices', 'refused_scans'];

  override async classesOfBoth(tx: Tx, { staysId, goesId }: Pair): Promise<string[]> {
    return idsOf(await tx.rows(`SELECT c.id FROM ${both} AND class_has_ended(c.state)`, [staysId, goesId])) as string[];
  }

  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    // Two nominations say so themselves, and where to withdraw one.
    const shared = await tx.rows<ClassOf>(
      `SELECT c.id AS class_id, c.name AS class_name FROM ${both} AND NOT class_has_ended(c.state)
         AND (e.nomination_id IS NULL OR o.nomination_id IS NULL) ORDER BY c.opens_on, c.id`,
      [staysId, goesId],
    );
    const closing = await tx.rows<ClassOf>(
      `SELECT DISTINCT c.id AS class_id, c.name AS class_name FROM enrollments e JOIN classes c ON c.id = e.class_id
       WHERE e.person_id = ANY ($1::uuid[]) AND e.ended_at IS NULL AND c.closing_since IS NOT NULL AND c.state = 'confirmed'`,
      [[staysId, goesId]],
    );
    const clashes = await tx.rows<ClassOf & { otherName: string }>(
      `SELECT DISTINCT c.id AS class_id, c.name AS class_name, k.name AS other_name FROM ${atOneTime}
         AND NOT class_has_ended(c.state) AND NOT class_has_ended(k.state)`,
      [staysId, goesId],
    );
    return [
      ...shared.map(({ classId, className }) => ({
        sentence: bothLearn(className),
        href: `/classes/${classId}/roster`,
      })),
      ...closing.map(({ classId, className }) => ({ sentence: isClosing(className), href: `/classes/${classId}` })),
      ...clashes.map(({ classId, className, otherName }) => ({
        sentence: clash(className, otherName),
        href: `/classes/${classId}`,
      })),
    ];
  }

  override async held(tx: Tx, personIds: readonly string[]): Promise<Held[]> {
    const rows = await tx.rows<ClassOf & { personId: string }>(
      `SELECT e.person_id, c.id AS class_id, c.name AS class_name FROM enrollments e JOIN classes c ON c.id = e.class_id
       WHERE e.person_id = ANY ($1::uuid[]) AND e.ended_at IS NULL ORDER BY c.opens_on DESC, c.id`,
      [personIds],
    );
    return rows.map(({ personId, classId, className }) => ({
      personId,
      what: { vi: 'Lớp theo học', en: 'Learns in' },
      text: className,
      href: `/classes/${classId}`,
    }));
  }

  override async move(tx: Tx, { staysId, goesId, reason, aside }: Merging): Promise<Moved> {
    // Of classes that are over: somebody was in two places by the book, which the merger says of itself (I3).
    const excepted = idsOf(await tx.rows(`SELECT DISTINCT l.id FROM ${atOneTime}`, [staysId, goesId]));
    const enrollments = idsOf(
      await tx.rows(
        `UPDATE enrollments SET person_id = $1 WHERE person_id = $2 AND NOT (ended_at IS NULL AND class_id = ANY ($3::uuid[])) RETURNING id`,
        [staysId, goesId, aside],
      ),
    );
    await tx.execute(
      `UPDATE attendance_lines SET person_id = $1, overlap_reason = CASE WHEN id = ANY ($3::uuid[]) THEN $4 ELSE overlap_reason END
       WHERE enrollment_id = ANY ($2::uuid[])`,
      [staysId, enrollments, excepted, reason],
    );
    const devices = await tx.rows<{ id: string }>(
      `UPDATE check_in_devices d SET person_id = $1 WHERE person_id = $2
         AND NOT EXISTS (SELECT FROM check_in_devices o WHERE o.half_day_id = d.half_day_id AND o.person_id = $1) RETURNING half_day_id AS id`,
      [staysId, goesId],
    );
    const scans = await tx.rows<{ id: string }>(
      `UPDATE refused_scans r SET person_id = $1 WHERE person_id = $2 AND NOT (r.state = 'open' AND EXISTS (SELECT FROM refused_scans o
         WHERE o.half_day_id = r.half_day_id AND o.person_id = $1 AND o.direction = r.direction AND o.why = r.why AND o.state = 'open')) RETURNING id`,
      [staysId, goesId],
    );
    return { enrollments, excepted, devices: idsOf(devices), scans: idsOf(scans) };
  }

  override async builtOn(tx: Tx, { staysId, goesId }: Pair, mergedAt: Date): Promise<Hindrance[]> {
    const rows = await tx.rows<ClassOf>(
      `SELECT c.id AS class_id, c.name AS class_name FROM enrollments e JOIN classes c ON c.id = e.class_id
       WHERE e.person_id = ANY ($1::uuid[]) AND e.enrolled_at > $2 ORDER BY e.enrolled_at`,
      [[staysId, goesId], mergedAt],
    );
    return rows.map(({ classId, className }) => ({ sentence: enrolledSince(className), href: `/classes/${classId}` }));
  }

  override async giveBack(tx: Tx, { staysId, goesId }: Merging, moved: Moved): Promise<void> {
    const { enrollments = [], excepted = [], devices = [], scans = [] } = moved;
    await tx.execute('UPDATE enrollments SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, enrollments]);
    // Lines that came with half-days since, too.
    await tx.execute(
      `UPDATE attendance_lines SET person_id = $1, overlap_reason = CASE WHEN id = ANY ($3::uuid[]) THEN NULL ELSE overlap_reason END
       WHERE enrollment_id = ANY ($2::uuid[])`,
      [goesId, enrollments, excepted],
    );
    await tx.execute(
      'UPDATE check_in_devices SET person_id = $1 WHERE person_id = $2 AND half_day_id = ANY ($3::uuid[])',
      [goesId, staysId, devices],
    );
    await tx.execute('UPDATE refused_scans SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, scans]);
  }
}

const bothLearn = (name: string) => ({
  vi: `Cả hai đang học lớp “${name}”. Hãy cho một người thôi học lớp này trước.`,
  en: `Both learn in ${name}. Let one of them leave the class first.`,
});
const isClosing = (name: string) => ({
  vi: `Lớp “${name}” đang được kết thúc. Hãy đợi xong rồi gộp.`,
  en: `${name} is being closed. Wait until that is done.`,
});
const clash = (name: string, other: string) => ({
  vi: `Lớp “${name}” và lớp “${other}” có buổi học trùng giờ. Hãy rút khỏi một trong hai lớp trước.`,
  en: `${name} and ${other} have half-days at one time. Withdraw from one of the two first.`,
});
const enrolledSince = (name: string) => ({
  vi: `Đã ghi học lớp “${name}” sau khi gộp.`,
  en: `They were enrolled in ${name} since.`,
});
