/**
 * Half-days of two classes that stand for each other, in SQL: the same by their topic, the first of a topic with the first; where
 * one of them has none, by the very hour, else by their number. Each of `to` once, as `from_id` and `to_id`.
 * @param groups of whom: the half-days of somebody in these groups, or of each group those of the same one; of both classes all unless told
 */
export const halfDaysAlike = (
  from: string,
  to: string,
  groups?: 'same' | { readonly from: string; readonly to: string },
) => `(
  WITH known AS (
    SELECT h.id, h.class_id, h.number, h.topic, h.during, h.group_numbers,
      row_number() OVER (PARTITION BY h.class_id, lower(h.topic)${groups === 'same' ? ', h.group_numbers' : ''} ORDER BY lower(h.during), h.group_numbers) AS nth,
      EXISTS (SELECT FROM half_days o WHERE o.class_id IN (${from}, ${to}) AND o.class_id <> h.class_id AND o.cancelled_at IS NULL AND o.during = h.during) AS has_same_hour
    FROM half_days h WHERE h.cancelled_at IS NULL AND h.class_id IN (${from}, ${to})
      ${typeof groups === 'object' ? `AND is_for_group(h.group_numbers, CASE WHEN h.class_id = ${to} THEN ${groups.to} ELSE ${groups.from} END)` : ''})
  SELECT DISTINCT ON (h.id) h.id AS to_id, g.id AS from_id
  FROM known h JOIN known g ON h.class_id = ${to} AND g.class_id = ${from} AND CASE WHEN h.topic IS NULL OR g.topic IS NULL
    THEN h.during = g.during OR (h.number = g.number AND NOT h.has_same_hour AND NOT g.has_same_hour)
    ELSE lower(h.topic) = lower(g.topic) AND h.nth = g.nth END
    ${groups === 'same' ? 'AND h.group_numbers IS NOT DISTINCT FROM g.group_numbers' : ''}
  ORDER BY h.id, (h.topic IS NULL OR g.topic IS NULL), h.group_numbers IS DISTINCT FROM g.group_numbers)`;
