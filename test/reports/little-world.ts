import type { BuiltClass, BuiltEnrollment, BuiltUnit, Builders } from '../builders';
import type { Mark } from '../builders/enrollments';

/** Somebody who learns by a nomination, with these marks at half-days of the class in turn. */
export async function enrolled(
  a: Builders,
  given: { in: BuiltClass; of: BuiltUnit; seat: number; marks: readonly Mark[]; completed?: boolean; since?: Date },
): Promise<BuiltEnrollment> {
  const nomination = await a.nomination({ in: given.in, of: given.of, state: 'accepted', seat: given.seat });
  const { in: inClass, marks, since } = given;
  const enrollment = await a.enrollment({ in: inClass, person: nomination.person, by: nomination, marks, since });
  if (given.completed !== undefined) await a.completion(inClass, enrollment, { completed: given.completed });
  return enrollment;
}
