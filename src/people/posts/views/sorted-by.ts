import { linkTo, type Query } from '../../../platform/pages/links';
import type { SortDirection } from '../../../platform/pages/tables';

/** What sorts a list by a column: the way there, which turns round on the second time, and how it is sorted now. */
export function sortedBy(path: string, query: Query, sort: string, order: string) {
  const direction: SortDirection = sort === order ? 'ascending' : sort === `-${order}` ? 'descending' : null;
  return { href: linkTo(path, { ...query, sort: sort === order ? `-${order}` : order }), direction };
}
