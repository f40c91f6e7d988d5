import { Flag, Texts } from '../requests';
import type { Choice } from '../sheets/tables';

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
}
