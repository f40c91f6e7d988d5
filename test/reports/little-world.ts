import type { TestApp } from '../app';
import type { Builders, BuiltClass, BuiltPerson, BuiltUnit } from '../builders';

type State = 'draft' | 'submitted' | 'endorsed' | 'accepted' | 'returned' | 'rejected' | 'withdrawn' | 'substituted';
const over: readonly State[] = ['rejected', 'withdrawn', 'substituted'];

/** A nomination in this state, sent unless it is a draft; `seat` is the number of the seat it holds. */
export async function nominated(
  app: TestApp,
  a: Builders,
  { to, of, state, seat }: { to: BuiltClass; of: BuiltUnit; state: State; seat?: number },
): Promise<{ id: string; person: BuiltPerson }> {
  const person = await a.person({ in: of });
  const at = app.clock.now();
  const id = await a.insert('nominations', {
    class_id: to.id,
    person_id: person.id,
    unit_id: of.id,
    state,
    letter_number: '12-CV/ĐU',
    letter_date: '2026-01-04',
    checks: '[]',
    created_at: at,
    submitted_at: state === 'draft' ? null : at,
    ended_at: over.includes(state) ? at : null,
    version: 1,
  });
  if (seat) await app.sql(`UPDATE seats SET nomination_id = $3 WHERE class_id = $1 AND number = $2`, to.id, seat, id);
  return { id, person };
}

/** Somebody who learns by a nomination, with these marks at half-days of the class in turn. */
export async function enrolled(
  app: TestApp,
  a: Builders,
  given: { in: BuiltClass; of: BuiltUnit; seat: number; marks: readonly string[]; completed?: boolean; since?: Date },
): Promise<{ id: string }> {
  const { id: nominationId, person } = await nominated(app, a, {
    to: given.in,
    of: given.of,
    state: 'accepted',
    seat: given.seat,
  });
  const id = await a.insert('enrollments', {
    class_id: given.in.id,
    person_id: person.id,
    nomination_id: nominationId,
    unit_id: given.of.id,
    enrolled_at: given.since ?? app.clock.now(),
  });
  await app.sql(
    `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, mark)
     SELECT $1, h.id, $2, h.during, ($4::text[])[h.number] FROM half_days h WHERE h.class_id = $3`,
    id,
    person.id,
    given.in.id,
    given.marks,
  );
  if (given.completed !== undefined) {
    await a.insert('completions', {
      enrollment_id: id,
      class_id: given.in.id,
      person_id: person.id,
      completed: given.completed,
      absent_share: '0',
      reasons: '[]',
      judged_at: app.clock.now(),
    });
  }
  return { id };
}
