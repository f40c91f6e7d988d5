/** Whether people of the class `c` of the course `k` are given marks: theory is examined, other courses where a rule asks for marks on the opening day. In SQL. */
export const hasMarks = `(k.kind = 'theory' OR EXISTS (
  SELECT FROM course_rules m WHERE m.course_id = k.id AND m.rule = 'marks' AND m.valid @> c.opens_on))`;
