import type { ColumnChoices, RememberedColumns } from './columns';

/** What of a file is to be read; what is left out is as proposed. */
export interface Choice {
  /** Ids of tables; proposed are those of the sheet in front. */
  readonly tables?: readonly string[];
  readonly hiddenRows?: boolean;
  readonly hiddenColumns?: boolean;
  /** Rows that are crossed out. */
  readonly struckRows?: boolean;
  /** Rows that are the headings of their sheet, each by its sheet and its number, such as "1:5"; of other sheets, those that are found. */
  readonly headings?: readonly string[];
  /** What columns are, each by its table and its name, such as "1:9!F"; of others with the same headings the same, of the rest as remembered. */
  readonly columns?: ColumnChoices;
  /** Columns of days, such as "1:9!F", of which day and month are to be read the other way round; only doubted ones. */
  readonly turnedDays?: readonly string[];
  /** Nothing remembered counts, and what was of these headings is forgotten. */
  readonly forget?: boolean;
}

/** What was said of the columns of one layout. */
export interface LearnedColumns {
  readonly layout: string;
  /** Nothing, to forget it. */
  readonly columns: ColumnChoices;
}

/** What was said before, by layout. */
export type ColumnMemory = ReadonlyMap<string, RememberedColumns>;
