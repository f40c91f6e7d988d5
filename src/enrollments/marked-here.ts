/** Whether somebody took the attendance of a line `l`: what follows from a request for leave, or from another class, nobody took here. */
export const wasMarkedHere = `(l.mark <> 'unmarked' AND coalesce((
  SELECT m.source FROM attendance_marks m WHERE m.line_id = l.id ORDER BY m.id DESC LIMIT 1), '') NOT IN ('leave', 'carried'))`;
