/** The class somebody learned in before, or learns on in. */
export interface OtherClass {
  readonly enrollmentId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
}

const otherClass = (which: string) => `(
  SELECT jsonb_build_object('enrollmentId', o.id, 'classId', k.id, 'classCode', k.code, 'className', k.name)
  FROM enrollments o JOIN classes k ON k.id = o.class_id WHERE ${which})`;
/** Of an enrollment `e`, in SQL: the {@link OtherClass} it goes on with, and the one it is gone on with in. */
export const otherClasses = `${otherClass('o.id = e.continues_id')} AS continues, ${otherClass('o.continues_id = e.id')} AS continued_by`;
