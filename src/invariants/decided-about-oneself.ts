import type { Among } from './among';

/** Every decision about a person with who made it; being nominated, asking for leave and checking in are none. */
export const decisions = `
  SELECT 'nomination ' || id AS id, person_id, endorsed_by AS decided_by FROM nominations
  UNION ALL SELECT 'nomination ' || id, person_id, decided_by FROM nominations
  UNION ALL SELECT 'override ' || id, person_id, recorded_by FROM admission_overrides
  UNION ALL SELECT 'override ' || id, person_id, revoked_by FROM admission_overrides
  UNION ALL SELECT 'completion ' || id, person_id, override_by FROM completions
  UNION ALL SELECT 'amendment ' || m.id, c.person_id, m.amended_by FROM completion_amendments m JOIN completions c ON c.id = m.completion_id
  UNION ALL SELECT 'exemption ' || class_id, person_id, recorded_by FROM exemptions
  UNION ALL SELECT 'roll correction ' || class_id, person_id, corrected_by FROM roll_corrections
  UNION ALL SELECT 'record ' || id, person_id, recorded_by FROM training_records WHERE kind <> 'completion'
  UNION ALL SELECT 'leave ' || l.id, e.person_id, l.decided_by FROM leave_requests l JOIN enrollments e ON e.id = l.enrollment_id
    WHERE l.state IN ('approved', 'declined')
  UNION ALL SELECT 'leave ' || l.id, e.person_id, l.paper_seen_by FROM leave_requests l JOIN enrollments e ON e.id = l.enrollment_id
  UNION ALL SELECT 'essay ' || x.enrollment_id, e.person_id, x.decided_by FROM essays x JOIN enrollments e ON e.id = x.enrollment_id
  UNION ALL SELECT 'essay ' || x.enrollment_id, e.person_id, x.marked_by FROM essays x JOIN enrollments e ON e.id = x.enrollment_id
  UNION ALL SELECT 'essay ' || x.enrollment_id, e.person_id, x.decided_by FROM essay_versions x JOIN enrollments e ON e.id = x.enrollment_id
  UNION ALL SELECT 'deferral ' || d.enrollment_id, e.person_id, d.deferred_by FROM deferrals d JOIN enrollments e ON e.id = d.enrollment_id
  UNION ALL SELECT 'mark ' || m.enrollment_id, e.person_id, m.entered_by FROM module_marks m JOIN enrollments e ON e.id = m.enrollment_id
  UNION ALL SELECT 'examination ' || p.id, e.person_id, p.recorded_by FROM exam_permissions p JOIN enrollments e ON e.id = p.enrollment_id
  UNION ALL SELECT 'examination ' || p.id, e.person_id, p.withdrawn_by FROM exam_permissions p JOIN enrollments e ON e.id = p.enrollment_id
  UNION ALL SELECT 'minutes ' || x.exam_id, e.person_id, x.recorded_by FROM exam_candidates x JOIN enrollments e ON e.id = x.enrollment_id
  UNION ALL SELECT 'diploma ' || d.id, e.person_id, d.recorded_by FROM diplomas d JOIN enrollments e ON e.id = d.enrollment_id
  UNION ALL SELECT 'attendance ' || m.id, e.person_id, m.marked_by FROM attendance_marks m JOIN attendance_lines l ON l.id = m.line_id
    JOIN enrollments e ON e.id = l.enrollment_id WHERE m.source <> 'qr'
  UNION ALL SELECT 'refused scan ' || id, person_id, settled_by FROM refused_scans
  UNION ALL SELECT 'device ' || id, person_id, settled_by FROM check_in_devices
  UNION ALL SELECT 'correction request ' || id, person_id, answered_by FROM correction_requests
  UNION ALL SELECT 'leaver ' || id, person_id, stays_by FROM leavers
  UNION ALL SELECT 'merger ' || m.id, p, m.merged_by FROM person_mergers m, unnest(ARRAY[m.stays_id, m.goes_id]) p
  UNION ALL SELECT 'merger ' || m.id, p, m.undone_by FROM person_mergers m, unnest(ARRAY[m.stays_id, m.goes_id]) p
  UNION ALL SELECT 'distinction ' || p, p, d.said_by FROM person_distinctions d, unnest(ARRAY[d.one_id, d.other_id]) p
  UNION ALL SELECT 'journal ' || j.id, j.person_id, j.account_id FROM journal_lines j
    WHERE j.action IN ('certificates.corrected', 'certificates.replaced', 'certificates.revoked', 'completions.override_withdrawn')`;

/** What somebody decided about somebody else: asked one way, each table is looked into for one person alone. */
const decidedAbout = (decider: string, person: string) => `
  SELECT d.id FROM (${decisions}) d WHERE d.person_id = ${person} AND d.decided_by IN (SELECT id FROM accounts WHERE person_id = ${decider})`;

/** What one of two people decided about the other, `$1` and `$2`. */
export const decidedAboutEachOther = `${decidedAbout('$2', '$1')} UNION ALL ${decidedAbout('$1', '$2')}`;

/** I12. */
export const decidedAboutOneself = (among: Among) => `
  SELECT DISTINCT d.id FROM (${decisions}) d JOIN accounts a ON a.id = d.decided_by AND a.person_id = d.person_id WHERE ${among('d.person_id')}`;
