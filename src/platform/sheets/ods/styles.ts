import { type Font, fontOf, isSpeaking } from '../written';
import type { DateParts } from '../xlsx/number-formats';
import { xmlEvents } from '../xlsx/xml';

/** What the styles of a document do to the meaning of its cells, by their names. */
export interface OdsStyles {
  /** Of cells that have one to speak of. */
  readonly cellFonts: ReadonlyMap<string, Font>;
  /** Of pieces of text, plain ones too: a piece may be plain in a cell that is crossed out. */
  readonly textFonts: ReadonlyMap<string, Font>;
  /** What cells show of a day. */
  readonly dates: ReadonlyMap<string, DateParts>;
  readonly hiddenTables: ReadonlySet<string>;
}

/** What one says itself; what it does not say its parent does. */
interface Style {
  readonly family: string;
  readonly parent: string;
  readonly dataStyle: string | undefined;
  font?: string;
  isStruck?: boolean;
  isHidden?: boolean;
}

const mostParents = 20;

/** @param documents those of the whole file first, then those of its cells */
export function readStyles(documents: readonly string[]): OdsStyles {
  const read = new StylesReader();
  for (const xml of documents) {
    for (const event of xmlEvents(xml)) {
      // Nothing that follows is a style.
      if (event.kind === 'open' && event.name === 'spreadsheet') break;
      if (event.kind === 'open') read.hear(event.name, event.attributes);
    }
  }
  return read.styles;
}

class StylesReader {
  private readonly all = new Map<string, Style>();
  private readonly faces = new Map<string, string>();
  private readonly shown = new Map<string, DateParts>();
  private style: Style | null = null;
  private dates: { day: boolean; month: boolean; year: boolean } | null = null;

  hear(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'font-face') {
      const { name: face = '', 'font-family': family = face } = attributes();
      this.faces.set(face, bare(family));
    } else if (name === 'style' || name === 'default-style') {
      const { name: own = '', family = '', 'parent-style-name': parent = '', 'data-style-name': data } = attributes();
      this.style = { family, parent, dataStyle: data };
      this.all.set(`${family} ${own}`, this.style);
    } else if (name === 'text-properties' && this.style) this.hearText(this.style, attributes());
    else if (name === 'table-properties' && this.style) this.style.isHidden = attributes()['display'] === 'false';
    else if (name.endsWith('-style')) {
      this.dates = name === 'date-style' ? { day: false, month: false, year: false } : null;
      if (this.dates) this.shown.set(attributes()['name'] ?? '', this.dates);
    } else if (this.dates && (name === 'day' || name === 'month' || name === 'year')) this.dates[name] = true;
  }

  get styles(): OdsStyles {
    const named = (family: string) =>
      [...this.all].flatMap(([key, style]) =>
        style.family === family ? [{ name: key.slice(family.length + 1), style }] : [],
      );
    const cells = named('table-cell');
    const fonts = (family: string) => named(family).map(({ name }) => [name, this.fontOf(family, name)] as const);
    return {
      cellFonts: new Map(fonts('table-cell').filter(([, font]) => isSpeaking(font))),
      textFonts: new Map(fonts('text')),
      dates: new Map(
        cells.flatMap(({ name }) => {
          const parts = this.shown.get(this.said('table-cell', name, ({ dataStyle }) => dataStyle) ?? '');
          return parts ? [[name, parts] as const] : [];
        }),
      ),
      hiddenTables: new Set(named('table').flatMap(({ name, style }) => (style.isHidden ? [name] : []))),
    };
  }

  private hearText(style: Style, attributes: Readonly<Record<string, string>>): void {
    const { 'font-name': face, 'font-family': family } = attributes;
    const through = attributes['text-line-through-style'] ?? attributes['text-line-through-type'];
    const font = face ?? (family && bare(family));
    if (font !== undefined) style.font = font;
    if (through !== undefined) style.isStruck = through !== 'none';
  }

  private fontOf(family: string, name: string): Font {
    const face = this.said(family, name, ({ font }) => font) ?? '';
    return fontOf(this.faces.get(face) ?? face, this.said(family, name, ({ isStruck }) => isStruck) ?? false);
  }

  private said<T>(family: string, name: string, of: (style: Style) => T | undefined): T | undefined {
    let at = name;
    for (let steps = 0; steps < mostParents; steps++) {
      const style = this.all.get(`${family} ${at}`);
      const value = style && of(style);
      if (value !== undefined || at === '') return value;
      at = style?.parent ?? '';
    }
    return undefined;
  }
}

const bare = (family: string) => family.replace(/^'(.*)'$/, '$1');
