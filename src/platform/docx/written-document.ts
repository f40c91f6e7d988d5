/** What a document to go on writing in is made of. Lengths are points. */
export interface WrittenDocument {
  readonly title: string;
  /** Whose document it is. */
  readonly creator: string;
  readonly isLandscape: boolean;
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  readonly blocks: readonly (WrittenParagraph | WrittenTable | 'new_page')[];
}

export interface WrittenRun {
  /** Lines are parted by a line feed. */
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isUnderlined?: boolean;
  /** 12 unless told. */
  readonly size?: number;
}

export interface WrittenParagraph {
  readonly runs: readonly WrittenRun[];
  /** In the middle unless told. */
  readonly align?: 'left' | 'both';
  readonly before?: number;
  readonly after?: number;
  /** How far the first line stands in. */
  readonly firstLine?: number;
  /** With no more between its lines than the type asks for. */
  readonly isTight?: boolean;
  /** On one page with what follows. */
  readonly isKeptWithNext?: boolean;
}

export interface WrittenTable {
  readonly widths: readonly number[];
  /** Without lines a table only puts things side by side. */
  readonly isRuled: boolean;
  /** Left and right of what stands in a cell. */
  readonly padding: number;
  /** How many rows come again at the head of every page. */
  readonly headings: number;
  readonly rows: readonly WrittenTableRow[];
}

interface WrittenTableRow {
  readonly cells: readonly WrittenTableCell[];
  readonly leastHeight?: number;
}

export interface WrittenTableCell {
  readonly paragraphs: readonly WrittenParagraph[];
  readonly columns?: number;
  /** Begins a cell over several rows, or is one it goes on through. */
  readonly merge?: 'restart' | 'continue';
  readonly isInMiddle?: boolean;
}
