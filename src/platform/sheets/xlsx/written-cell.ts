import { type Day, showDay, showMoment } from '../../clock';

/** A day or a moment is one in the sheet, too: it is sorted and counted with. */
export type Written = string | number | { readonly day: Day } | { readonly moment: Date };

export interface WrittenCell {
  /** Text stays text, whatever it begins with. */
  readonly value: Written;
  readonly columns?: number;
  readonly rows?: number;
  /** The least height of its row, in points; a row is as high as its texts need anyway. */
  readonly height?: number;
  readonly look?: Look;
}

export type WrittenRow = readonly (WrittenCell | null)[];

export type Look =
  'title' | 'bold' | 'italic' | 'centre' | 'text' | 'heading' | 'cell' | 'centred' | 'total' | 'section';

export const titleSize = 14;
export const fontSize = 12;

/** As it is read in the sheet. */
export function textOf(value: Written): string {
  if (typeof value !== 'object') return String(value);
  return 'day' in value ? showDay(value.day) : showMoment(value.moment);
}
