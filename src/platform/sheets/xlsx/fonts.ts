import { type Font, fontOf, isSpeaking } from '../written';
import { type XmlEvent, xmlEvents } from './xml';

/** Gathers a font from what stands in its element, `font` or `rPr`. */
export class FontCollector {
  private name = '';
  private isStruck = false;

  hear(event: XmlEvent): void {
    if (event.kind !== 'open') return;
    const value = event.attributes()['val'];
    if (event.name === 'strike') this.isStruck = !['0', 'false', 'none'].includes(value ?? '');
    if (event.name === 'name' || event.name === 'rFont') this.name = value ?? '';
  }

  end(): Font {
    const font = fontOf(this.name, this.isStruck);
    this.name = '';
    this.isStruck = false;
    return font;
  }
}

/** The font of each cell style that has one to speak of. */
export function fontsOfStyles(stylesXml: string): ReadonlyMap<number, Font> {
  const fonts: Font[] = [];
  const styles = new Map<number, Font>();
  const collector = new FontCollector();
  let within = '';
  let style = 0;
  for (const event of xmlEvents(stylesXml)) {
    if (event.kind === 'text') continue;
    if (event.name === 'fonts' || event.name === 'cellXfs') {
      within = event.kind === 'open' ? event.name : '';
    } else if (within === 'fonts') {
      if (event.name === 'font' && event.kind === 'close') fonts.push(collector.end());
      else collector.hear(event);
    } else if (within === 'cellXfs' && event.name === 'xf' && event.kind === 'open') {
      const font = fonts[Number(event.attributes()['fontId'] ?? 0)];
      if (font && isSpeaking(font)) styles.set(style, font);
      style++;
    }
  }
  return styles;
}
