import { xmlEvents } from './xml';

type Attributes = Readonly<Record<string, string>>;

/** Of each cell style that has one, what its fill and its letters are coloured with: a key that is only ever compared. */
export function coloursOfStyles(stylesXml: string): ReadonlyMap<number, string> {
  const fonts: string[] = [];
  const fills: string[] = [];
  const styles = new Map<number, string>();
  let within = '';
  let style = 0;
  for (const event of xmlEvents(stylesXml)) {
    if (event.kind === 'text') continue;
    const { kind, name } = event;
    if (containers.has(name)) within = kind === 'open' ? name : '';
    else if (kind === 'close') continue;
    else if (within === 'fonts' && name === 'font') fonts.push('');
    else if (within === 'fonts' && name === 'color') fonts[fonts.length - 1] = colourOf(event.attributes(), black);
    else if (within === 'fills' && name === 'fill') fills.push('');
    else if (within === 'fills' && name === 'fgColor') fills[fills.length - 1] = colourOf(event.attributes(), white);
    else if (within === 'cellXfs' && name === 'xf') {
      const { fontId, fillId } = event.attributes();
      const [fill = '', font = ''] = [fills[Number(fillId ?? 0)], fonts[Number(fontId ?? 0)]];
      if (fill || font) styles.set(style, `${fill}/${font}`);
      style++;
    }
  }
  return styles;
}

const containers: ReadonlySet<string> = new Set(['fonts', 'fills', 'cellXfs', 'dxfs']);
const black: ReadonlySet<string> = new Set(['000000', 'theme 1', 'indexed 8', 'indexed 64']);
const white: ReadonlySet<string> = new Set(['FFFFFF', 'theme 0', 'indexed 9', 'indexed 64', 'indexed 65']);

/** '' for the one that says nothing. */
function colourOf({ rgb, theme, indexed, tint }: Attributes, usual: ReadonlySet<string>): string {
  const named = theme === undefined ? (indexed === undefined ? '' : `indexed ${indexed}`) : `theme ${theme}`;
  const key = rgb ? rgb.slice(-6).toUpperCase() : named;
  const isPlain = tint === undefined || Number(tint) === 0;
  return isPlain && usual.has(key) ? '' : `${key}${isPlain ? '' : ` ${tint}`}`;
}
