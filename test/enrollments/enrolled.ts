import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app';
import type { BuiltClass, Builders, BuiltPerson } from '../builders';

/** Rows of a person on the roster of a class, since now unless told, with an unmarked line at each of its half-days. */
export async function enrolled(
  app: TestApp,
  a: Builders,
  inClass: BuiltClass,
  person?: BuiltPerson,
  since = app.clock.now(),
): Promise<{ id: string; person: BuiltPerson }> {
  const who = person ?? (await a.person());
  const entryId = await a.insert('office_entries', {
    id: randomUUID(),
    class_id: inClass.id,
    reason: 'Bổ sung',
    entered_at: app.clock.now(),
  });
  const id = await a.insert('enrollments', {
    class_id: inClass.id,
    person_id: who.id,
    unit_id: who.unitId,
    office_entry_id: entryId,
    enrolled_at: since,
  });
  await app.sql(
    `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during)
     SELECT $1, id, $2, during FROM half_days WHERE class_id = $3 AND cancelled_at IS NULL`,
    id,
    who.id,
    inClass.id,
  );
  return { id, person: who };
}
