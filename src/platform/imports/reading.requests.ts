import { Flag } from '../request-fields';
import { TextsByName, Texts } from '../request-parts';
import type { Choice } from '../sheets/choice';

/** What of a file that was sent is to be read; what is left out is as proposed. */
export class ReadingRequest implements Choice {
  @Texts({
    optional: true,
    max: 200,
    description: 'Ids of the tables to read, as the dry run names them. Without it: those of the sheet in front.',
  })
  readonly tables?: readonly string[];

  @Flag({ description: 'Also rows that are hidden in the file.' })
  readonly hiddenRows?: boolean;

  @Flag({ description: 'Also columns that are hidden in the file, where no visible one has their heading.' })
  readonly hiddenColumns?: boolean;

  @Flag({ description: 'Also rows that are struck through.' })
  readonly struckRows?: boolean;

  @Texts({
    optional: true,
    max: 200,
    description:
      'Rows that are the headings of their sheet, as the dry run offers them: "1:5". The table of such a row has the id of the row. Without it: those that are found.',
  })
  readonly headings?: readonly string[];

  @TextsByName({
    optional: true,
    description:
      'What columns are, by their places as the dry run names them: {"1:9!F": "position"}. A fact, with its year where it is told by the year (“rating.2025”); “none” to leave the column out; “proposed” as its heading says. It counts for all tables with the same headings of which nothing else is said. Of columns with a heading it is remembered for files of the unit with the same headings. Left out: as remembered.',
  })
  readonly columns?: Readonly<Record<string, string>>;

  @Texts({
    optional: true,
    max: 200,
    description:
      'Columns of days, by their places as “doubtedDays” of the dry run names them, to be read with day and month the other way round. It holds for this reading alone.',
  })
  readonly turnedDays?: readonly string[];

  @Flag({ description: 'Forget what was remembered of these headings, and read them as they stand.' })
  readonly forget?: boolean;
}
