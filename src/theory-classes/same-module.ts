/**
 * In SQL, what a module teaches: its kind and name, the second of a name being another than the first. All null, and 0, of
 * no module.
 */
export const taughtIn = (module: string) =>
  `(${module}.kind, lower(${module}.name), (SELECT count(*) FROM modules b WHERE b.class_id = ${module}.class_id AND b.kind = ${module}.kind
     AND lower(b.name) = lower(${module}.name) AND b.number <= ${module}.number))`;

/** In SQL: whether the modules `o` and `m`, of two classes or one, teach the same; each has one at most in each class. */
export const isSameModule = `${taughtIn('o')} = ${taughtIn('m')}`;
