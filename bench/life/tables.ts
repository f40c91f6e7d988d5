import { tablesOfClasses } from './classes';
import type { Row } from './copy';
import type { Life } from './life';
import { tablesOfNews } from './news';
import { grants, type Posts, tablesOfPeople } from './people';
import { tablesOfPlaces } from './places';
import { tablesOfResults } from './results';

/** Rows of a table, made one after another as they are sent. */
export type Rows = (life: Life, posts: Posts) => Iterable<Row>;
export type Tables = Readonly<Record<string, Rows>>;

/** Every table with its rows, in the order in which they lean on each other. */
export const tablesOfLife: Tables = {
  ...tablesOfPeople,
  ...tablesOfClasses,
  grants,
  ...tablesOfPlaces,
  ...tablesOfResults,
  ...tablesOfNews,
};
