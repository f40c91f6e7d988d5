import { zone } from '../platform/clock';
import type { Among } from './among';

/** What a certificate in force and the line of its completion both say; an older line may not say its day. */
const bothSay = [
  'person_id',
  'holder_name',
  'unit_name',
  'course_name',
  'class_name',
  'started_on',
  'ended_on',
  'valid_until',
];

/** A certificate whose last day had passed is not replaced when the grade changes, which only the record says then. */
const otherGrade = `r.grade IS DISTINCT FROM t.grade AND NOT coalesce(t.valid_until < (r.recorded_at AT TIME ZONE '${zone}')::date, false)`;

/**
 * I11, beside what the register says of itself (I7): a certificate in force is recorded as it is printed, of somebody who
 * completed, in a class that is not open again; who completed has one, unless it was revoked by itself; the record names no
 * award that is not in force, and of a diploma what the school issued.
 */
export const printedOtherThanRecorded = (among: Among) => `
  SELECT 'certificate ' || t.number || ' is not in the record' AS id FROM certificates_in_force t
    JOIN completions c ON c.id = t.completion_id JOIN classes k ON k.id = c.class_id AND k.state = 'closed'
    WHERE ${among('c.class_id')} AND NOT EXISTS (SELECT FROM training_records_in_force r WHERE r.completion_id = t.completion_id)
  UNION ALL
  SELECT 'certificate ' || t.number || ' against record ' || r.id FROM completions c JOIN certificates_in_force t ON t.completion_id = c.id
    JOIN training_records_in_force r ON r.completion_id = t.completion_id
    WHERE ${among('c.class_id')} AND (r.award_number IS DISTINCT FROM t.number OR coalesce(r.issued_on, t.issued_on) <> t.issued_on OR ${otherGrade}
       OR ${bothSay.map((fact) => `r.${fact} IS DISTINCT FROM t.${fact}`).join(' OR ')})
  UNION ALL
  SELECT 'certificate ' || t.number || ' of somebody who did not complete' FROM certificates_in_force t
    JOIN completions c ON c.id = t.completion_id WHERE NOT c.completed AND ${among('c.class_id')}
  UNION ALL
  SELECT 'certificate ' || t.number || ' of a class that was reopened' FROM certificates_in_force t
    JOIN completions c ON c.id = t.completion_id WHERE c.closing_id IS NULL AND ${among('c.class_id')}
  UNION ALL
  SELECT 'completion ' || c.id || ' has no certificate' FROM completions c
    JOIN classes k ON k.id = c.class_id AND k.state = 'closed' JOIN courses o ON o.id = k.course_id AND o.award = 'certificate'
    LEFT JOIN training_records_in_force r ON r.completion_id = c.id
    WHERE c.completed AND c.closing_id IS NOT NULL AND r.award_number IS NULL AND r.award_revoked_on IS NULL AND ${among('c.class_id')}
      AND NOT EXISTS (SELECT FROM certificates_in_force t WHERE t.completion_id = c.id)
  UNION ALL
  SELECT 'record ' || r.id || ' of somebody who did not complete' FROM training_records_in_force r
    JOIN completions c ON c.id = r.completion_id WHERE NOT c.completed AND ${among('c.class_id')}
  UNION ALL
  SELECT 'record ' || r.id || ' names ' || r.award_number || ', which is not in force' FROM training_records_in_force r
    JOIN completions c ON c.id = r.completion_id
    WHERE r.award_number IS NOT NULL AND ${among('c.class_id')}
      AND NOT EXISTS (SELECT FROM certificates_in_force t WHERE t.completion_id = c.id AND t.number = r.award_number)
      AND NOT EXISTS (SELECT FROM diplomas d WHERE d.enrollment_id = c.enrollment_id AND d.number = r.award_number)
  UNION ALL
  SELECT 'diploma ' || d.number || ' against record ' || r.id FROM diplomas d JOIN completions c ON c.enrollment_id = d.enrollment_id
    JOIN training_records_in_force r ON r.completion_id = c.id
    WHERE ${among('c.class_id')} AND (r.award_number IS DISTINCT FROM d.number AND d.number IS NOT NULL
       OR coalesce(r.issued_on, d.issued_on) <> d.issued_on OR coalesce(r.issued_by, d.school) <> d.school)`;
