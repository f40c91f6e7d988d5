/** Whether a unit `u` is there on a day: neither part of another nor gone. */
export const isLiveUnit = (today: string): string =>
  `(u.merged_into_id IS NULL AND NOT has_left(u.left_on, ${today}::date))`;

/** The Bloc, Groups, base units, bodies outside. */
export const treeRank = `array_position(ARRAY['bloc', 'group', 'base', 'outside'], u.kind)`;

/** Units `u` by their names `n` of a day, with all that is written of them as it is searched. */
export const unitText = (today: string): string =>
  `units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> ${today}::date,
   LATERAL (SELECT folded_text(u.code || ' ' || n.name_vi || ' ' || n.name_en) AS text OFFSET 0) written`;
