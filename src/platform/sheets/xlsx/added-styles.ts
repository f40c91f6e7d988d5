import { type XmlToken, xmlTokens } from './xml';
import { editTags, withAttributes } from './xml-edit';

export interface AddedStyles {
  readonly xml: string;
  /** Numbers of the new cell styles. */
  readonly heading: number;
  readonly text: number;
}

/**
 * The styles with two more: a bold, centred heading and a text from the left, both wrapped, each with the letters, colours and
 * lines of the cell style it stands beside, and on the same height. `null` when the workbook has no cell styles.
 */
export function withWrappedStyles(xml: string, besideHeading: number, besideText: number): AddedStyles | null {
  const formats = childrenOf(xml, 'cellXfs', 'xf');
  const fonts = childrenOf(xml, 'fonts', 'font');
  if (!formats || formats.tags.length === 0) return null;
  const { prefix } = formats.list;
  const heading = formats.tags[besideHeading] ?? formats.tags[0]!;
  const text = formats.tags[besideText] ?? formats.tags[0]!;
  const boldFont = fonts?.tags[Number(attribute(heading, 'fontId') ?? 0)];
  const added = [
    format(prefix, heading, boldFont ? fonts!.tags.length : null, 'center'),
    format(prefix, text, null, 'left'),
  ].join('');
  const withFont = boldFont ? appended(xml, 'fonts', fonts!.tags.length + 1, bold(boldFont, prefix)) : xml;
  return {
    xml: appended(withFont, 'cellXfs', formats.tags.length + 2, added),
    heading: formats.tags.length,
    text: formats.tags.length + 1,
  };
}

function format(prefix: string, like: string, font: number | null, horizontal: string): string {
  const vertical = /<(?:\w+:)?alignment\b[^>]*\svertical="(\w+)"/.exec(like)?.[1] ?? 'bottom';
  const tag = /^<[^>]*>/.exec(like)![0].replace(/\s*\/>$/, '>');
  const attributes = {
    ...(font === null ? {} : { fontId: String(font) }),
    numFmtId: '0',
    applyNumberFormat: null,
    quotePrefix: null,
    applyFont: '1',
    applyFill: '1',
    applyBorder: '1',
    applyAlignment: '1',
    applyProtection: null,
  };
  return `${withAttributes(tag, attributes)}<${prefix}alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></${prefix}xf>`;
}

function bold(font: string, prefix: string): string {
  const isBold = /<(\w+:)?b(\s*\/|\s+val="(1|true)"\s*\/)?>/.test(font);
  if (isBold) return font;
  return font
    .replace(/<(\w+:)?b\b[^>]*>/, '')
    .replace(/^(<[^>]*?)\s*\/>$/, `$1></${prefix}font>`)
    .replace(/^<[^>]*>/, (tag) => `${tag}<${prefix}b/>`);
}

/** The children of a list as the document writes them. */
function childrenOf(xml: string, list: string, child: string) {
  let parent: XmlToken | null = null;
  let from = 0;
  const tags: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.name === list) {
      if (token.kind === 'close') break;
      parent = token;
    }
    if (!parent || token.name !== child) continue;
    if (token.kind === 'open') from = token.from;
    else tags.push(xml.slice(token.kind === 'empty' ? token.from : from, token.to));
  }
  return parent && { list: parent, tags };
}

function appended(xml: string, list: string, count: number, children: string): string {
  return editTags(xml, ({ name, kind }, tag) => {
    if (name !== list) return tag;
    return kind === 'close' ? children + tag : withAttributes(tag, { count: String(count) });
  });
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`^<[^>]*\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1];
}
