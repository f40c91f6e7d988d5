import { reminderDefinitions } from './rules/definitions';
import type { ReminderRule } from './rules/rule';
import { asPlanned, asPlannedInPortions } from './rules/sql';

/**
 * SQL that writes what a rule has due by today (`$1`, at the moment `$2`; the rule is `$3`) into the ledger, at most `$4`
 * lines of it (null: all), and answers how many it found and how many of them are new. Who came after a day gets the newest
 * reminder that still applies on the day they came; older ones are told as missed. In one order, so that two planners at
 * once wait for each other's lines instead of crossing.
 */
export function planning(rule: ReminderRule): string {
  const { candidates, anchors } = reminderDefinitions[rule];
  return `
    WITH wanted AS MATERIALIZED (
      SELECT k.*, coalesce(k.account_id, k.person_id) AS recipient, days, k.anchor - days AS day,
        coalesce(of_class.too_late_after_days, of_course.too_late_after_days, rule.too_late_after_days) AS too_late_after_days
      FROM (${anchors ? asPlannedInPortions(candidates) : asPlanned(candidates)}) k
      JOIN reminder_rules rule ON rule.code = $3
      LEFT JOIN classes of ON of.id = k.class_id
      LEFT JOIN reminder_rule_exceptions of_class ON of_class.rule = $3 AND of_class.class_id = k.class_id
      LEFT JOIN reminder_rule_exceptions of_course ON of_course.rule = $3 AND of_course.course_id = of.course_id
      CROSS JOIN unnest(coalesce(of_class.days_before, of_course.days_before, rule.days_before)) days
      WHERE coalesce(of_class.enabled, of_course.enabled, rule.enabled)
        -- Whose record was merged is told under the one that stays.
        AND NOT EXISTS (SELECT FROM persons p WHERE p.id = k.person_id AND p.same_as_id IS NOT NULL)
        -- Whose place in a class may still be taken back hears nothing of that class yet.
        AND NOT EXISTS (SELECT FROM decisions_held d JOIN nominations h ON h.id = d.nomination_id
          WHERE d.told_from > $2::timestamptz AND h.person_id = k.person_id AND h.class_id = k.class_id)
    ), days AS MATERIALIZED (
      -- What is to come is told before a day off, what happened after it.
      SELECT w.day, w.later, CASE WHEN rule.working_days THEN working_day_near(w.day, w.later) ELSE w.day END AS due_on
      FROM (SELECT DISTINCT day, days <= 0 AS later FROM wanted) w JOIN reminder_rules rule ON rule.code = $3
    ), ripe AS (
      SELECT w.*, d.due_on, w.since > d.due_on AS joined_later,
        w.days = min(w.days) OVER (PARTITION BY w.recipient, w.subject, w.anchor) AS is_newest
      FROM wanted w JOIN days d ON d.day = w.day AND d.later = (w.days <= 0) WHERE d.due_on <= $1
    ), told AS (
      SELECT r.*, CASE WHEN joined_later AND is_newest THEN since ELSE due_on END AS told_on FROM ripe r
    ), next AS (
      SELECT t.*, concat_ws(':', subject, anchor, days) AS occurrence FROM told t
      WHERE NOT EXISTS (SELECT FROM reminders r WHERE r.rule = $3 AND r.recipient = t.recipient AND r.occurrence = concat_ws(':', t.subject, t.anchor, t.days))
      ORDER BY recipient, subject, days LIMIT $4
    ), added AS (
      INSERT INTO reminders (rule, account_id, person_id, class_id, unit_id, nomination_id, occurrence, days_before, due_on, anchor, over_at, state, state_reason, planned_at)
      SELECT $3, account_id, person_id, class_id, unit_id, nomination_id, occurrence, days, told_on, anchor, over_at,
        CASE WHEN reason IS NULL THEN 'due' ELSE 'missed' END, reason, $2
      FROM next CROSS JOIN LATERAL (SELECT CASE
        WHEN joined_later AND (NOT is_newest OR over_at <= $2) THEN 'joined_later'
        WHEN over_at <= $2 OR told_on + too_late_after_days < $1 THEN 'too_late' END AS reason) late
      ORDER BY recipient, subject, days
      ON CONFLICT ON CONSTRAINT reminders_once DO NOTHING RETURNING 1
    ) SELECT (SELECT count(*) FROM next) AS found, (SELECT count(*) FROM added) AS planned`;
}

/** The day that the last of so many (`$4`) anchors from a day (`$2`) on falls on, where a portion ends; no row where they are fewer. */
export const endOfPortion = (anchors: string) => `
  SELECT day FROM (${asPlanned(anchors)}) a WHERE day >= $2::date ORDER BY day OFFSET $4::bigint - 1 LIMIT 1`;
