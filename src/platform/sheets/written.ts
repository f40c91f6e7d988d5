import { type Cell, cellText } from './cells';
import { fitsIn, hasMarks, type NamedOldFont, oldFontNamed, shownIn } from './old-fonts';
import { isSymbolFont, signsShown } from './symbol-fonts';
import { beginning, storable } from '../names';

/** What a font does to the meaning of a text: crosses it out, or draws other letters than are written. */
export interface Font {
  readonly isStruck: boolean;
  /** Its name when it is a font of signs. */
  readonly signs: string | null;
  /** When it is one of before Unicode. */
  readonly old: NamedOldFont | null;
}

export const plainFont: Font = { isStruck: false, signs: null, old: null };

export function fontOf(name: string, isStruck: boolean): Font {
  return { isStruck, signs: isSymbolFont(name) ? name : null, old: oldFontNamed(name) };
}

/** Whether it says more than the letters do. */
export const isSpeaking = ({ isStruck, signs, old }: Font): boolean => isStruck || signs !== null || old !== null;

/** Text in one piece, or in pieces with a font of their own; `null` is that of the cell. */
export type Written = string | readonly { readonly text: string; readonly font: Font | null }[];

/** What a cell holds, and what stands in it besides. */
export interface ReadCell {
  readonly value: Cell;
  readonly crossedOut?: string;
  /** Letters of a font of signs, and what they show. */
  readonly letters?: string;
}

/** What a cell in an old font says by its letters, and as that font shows them. */
export interface InOldFont {
  readonly font: string;
  readonly written: ReadCell;
  readonly shown: ReadCell;
  /** Which of them can be Vietnamese; null where both can, or neither. */
  readonly meant: 'written' | 'shown' | null;
}

type Pieces = readonly { readonly text: string; readonly font: Font }[];

/** @param say what a text of this cell is: a number, a day, an error, or text */
export function readWritten(written: Written, own: Font, say: (text: string) => Cell): ReadCell | InOldFont {
  const pieces =
    typeof written === 'string'
      ? [{ text: written, font: own }]
      : written.map(({ text, font }) => ({ text, font: font ?? own }));
  const old = pieces.find(({ text, font }) => font.old && hasMarks(text))?.font.old;
  const asWritten = readPieces(pieces, say);
  if (!old) return asWritten;
  const shown = pieces.map(({ text, font }) => ({ text: font.old ? shownIn(font.old, text) : text, font }));
  const all = (of: Pieces) => of.map(({ text }) => text).join('');
  return {
    font: old.name,
    written: asWritten,
    shown: readPieces(shown, say),
    meant: fitsIn(all(pieces), all(shown)),
  };
}

function readPieces(pieces: Pieces, say: (text: string) => Cell): ReadCell {
  const of = (isStruck: boolean) =>
    pieces
      .filter(({ font }) => font.isStruck === isStruck)
      .map(({ text }) => text)
      .join('');
  const crossedOut = storable(cellText(say(of(true))));
  const signs = pieces.flatMap(({ font, text }) => (font.signs && text.trim() ? [font.signs] : []))[0];
  const value = say(of(false));
  if (!signs || (typeof value !== 'string' && typeof value !== 'number')) return { value, crossedOut };
  const shown = signsShown(String(value), signs);
  const drawn = `${beginning(String(value), longestLetters)} (${signs})`;
  return {
    value: shown ?? { noValue: 'sign', text: drawn },
    crossedOut,
    letters: shown ? `${drawn} → ${beginning(shown, longestLetters)}` : drawn,
  };
}

/** As many letters of a font of signs as anybody is told. */
const longestLetters = 120;
