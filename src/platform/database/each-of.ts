/**
 * The entries of lists that are parameters, as rows. How long a list is differs each time: hidden in a sub-select it is not
 * planned for, so that one plan, made once a connection, serves them all. PostgreSQL would plan a large statement anew
 * each time, which costs more than to carry it out.
 * @param lists e.g. `'$1::uuid[]'`
 */
export const eachOf = (...lists: readonly string[]): string =>
  `unnest(${lists.map((list) => `(SELECT ${list})`).join(', ')})`;
