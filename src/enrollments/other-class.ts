/** The class somebody learned in before, or learns on in. */
export interface OtherClass {
  readonly enrollmentId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
}

const otherClass = (which: string) => `(
  SELECT jsonb_build_object('enrollmentId', o.id, 'classId', k.id, 'classCode', k.code, 'className', k.name)
  FROM enrollments o JOIN classes k ON k.id = o.class_id WHERE ${which} ORDER BY o.ended_at IS NOT NULL, o.enrolled_at DESC LIMIT 1)`;
/** What was taken up in vain, in a class that was cancelled or that the person withdrew from, can be gone on with once more. */
const goesOn = (o: string) =>
  `(${o}.ended_at IS NULL OR EXISTS (SELECT 1 FROM enrollments later WHERE later.continues_id = ${o}.id))`;
/** Of an enrollment `e` in a class `c`, in SQL: classes of the course that are over for the person, with which it could go on. */
export const earlierClasses = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('enrollmentId', o.id, 'classId', k.id, 'classCode', k.code, 'className', k.name) ORDER BY k.opens_on DESC), '[]')
  FROM enrollments o JOIN classes k ON k.id = o.class_id AND k.course_id = c.course_id AND k.id <> c.id
  WHERE e.continues_id IS NULL AND o.person_id = e.person_id AND (o.ended_at IS NOT NULL OR class_has_ended(k.state))
    AND NOT EXISTS (SELECT 1 FROM enrollments t WHERE t.continues_id = o.id AND ${goesOn('t')}))`;
/** Of an enrollment `e`, in SQL: the {@link OtherClass} it goes on with, and the one it is gone on with in. */
export const otherClasses = `${otherClass('o.id = e.continues_id')} AS continues, ${otherClass(`o.continues_id = e.id AND ${goesOn('o')}`)} AS continued_by`;
