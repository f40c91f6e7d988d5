import { showMark } from '../enrollments/show-mark';
import type { SignedLetterhead } from '../organization/letterheads.queries';
import { type Day, showDay } from '../platform/clock';

/** Numbers and days stay what they are in a spreadsheet. */
export type PaperCell = string | number | { readonly day: Day } | null;

export interface PaperColumn {
  readonly label: string;
  /** What stands above this column and its neighbours of the same group. */
  readonly group?: string;
  /** In points, or a share of what is left of the page. */
  readonly width: number | '*';
  /** The width in a spreadsheet. */
  readonly characters: number;
  readonly isCentred?: boolean;
}

export interface PaperTable {
  readonly kind: 'table';
  /** The least height of a row in points: room to sign by hand. */
  readonly rowHeight?: number;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Sums, below everything and in bold. */
  readonly total?: readonly PaperCell[];
}

export interface PaperSignature {
  readonly capacity: string;
  readonly name?: string | null;
}

export type PaperPart =
  | PaperTable
  /** Who speaks; `number` stands below, on papers that have one. */
  | { readonly kind: 'head'; readonly number?: string }
  | { readonly kind: 'title'; readonly title: string; readonly about: readonly string[] }
  /** `lead` comes first, in bold: "Điều 1." */
  | { readonly kind: 'text'; readonly text: string; readonly lead?: string; readonly look?: 'italic' | 'bold' | 'list' }
  | { readonly kind: 'signatures'; readonly left?: PaperSignature; readonly right: PaperSignature }
  /** "Nơi nhận" on the left of who signs. */
  | { readonly kind: 'recipients'; readonly recipients: readonly string[]; readonly signer: PaperSignature }
  | { readonly kind: 'new_page' };

/** An official paper, before it is laid out as PDF or as a spreadsheet. */
export interface Paper {
  /** Of the document and of the sheet in a workbook, which takes at most 31 characters. */
  readonly title: string;
  readonly isLandscape: boolean;
  readonly letterhead: SignedLetterhead;
  readonly day: Day;
  readonly fontSize?: number;
  readonly parts: readonly PaperPart[];
}

/** Who signs for the Bloc. */
export const signerOf = ({ signerCapacity, signerName }: SignedLetterhead): PaperSignature => ({
  capacity: signerCapacity,
  name: signerName,
});

/** Whether a text is what is signed below it: nobody signs a page on which nothing else stands. */
export const isSignedBelow = (part: PaperPart | undefined, next: PaperPart | undefined): boolean =>
  part?.kind === 'text' && part.look !== 'list' && (next?.kind === 'signatures' || next?.kind === 'recipients');

/** Left, top, right, bottom, in points. Upright 30 mm left and 20 mm elsewhere, as for official documents; across there is room for wide lists. */
export const pageOf = ({ isLandscape }: Pick<Paper, 'isLandscape'>): [number, number, number, number] =>
  isLandscape ? [57, 36, 36, 42] : [85, 57, 57, 57];

/** With more columns, one has hardly room for a mark between the usual paddings. */
export const isClose = ({ columns }: PaperTable): boolean => columns.length > 16;

/** What of a cell is read on paper. */
export function shownIn(cell: PaperCell): string {
  if (typeof cell === 'number') return showMark(cell, 'vi');
  return typeof cell === 'object' && cell !== null ? showDay(cell.day) : (cell ?? '');
}
