/** How many of its unit move up before the reserve `n`, as they stand now; null for who is no reserve. SQL */
export const reservesBefore = `CASE WHEN n.rank IS NOT NULL THEN
  (SELECT count(*)::int FROM nominations b WHERE b.class_id = n.class_id AND b.unit_id = n.unit_id AND b.rank < n.rank) END`;

/** The number people read: the first reserve has none before. SQL */
export const reserveNumber = `${reservesBefore} + 1`;

/** As {@link reserveNumber}, where those before are counted already. */
export const reserveNumberAfter = (reservesBefore: number): number => reservesBefore + 1;
