/** Why something in a file was not read, or not as it stands there. */
export const unreadKinds = [
  'sheet',
  'hidden_sheet',
  'too_many_rows',
  'too_many_columns',
  'too_much_text',
  'table',
  'unknown_table',
  'column',
  'hidden_column',
  'forbidden',
  'hidden_row',
  'struck_row',
  'row',
  'struck',
  'merged',
  'error',
  'uncalculated',
  'sign',
  'old_font',
  'comment',
  'colour',
] as const;
export type UnreadKind = (typeof unreadKinds)[number];

/** Whether it was read, only not by the letters that stand in the file. */
export const isReadAsItLooks = (what: UnreadKind): boolean => what === 'sign' || what === 'old_font';

/** Something in a file that was not read, or not as it stands there. */
export interface Unread {
  /** As spreadsheets name places: "B6", "F3:F10", "11:12", several after commas; of one sheet of several, "2024!A1:R9". */
  readonly where: string;
  readonly what: UnreadKind;
  /** The heading of the column, or the name of the sheet; null where there is none. */
  readonly label: string | null;
  /** The first of what stands there; of what is taken of nobody, nothing. */
  readonly sample: string;
  /** In how many cells, or rows where whole rows are named. */
  readonly cells: number;
}
