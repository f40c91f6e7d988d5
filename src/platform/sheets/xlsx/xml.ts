/** What an XML document says, in order. Names come without their namespace prefix. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: XmlAttributes }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

type XmlAttributes = () => Readonly<Record<string, string>>;

export class MalformedXml extends Error {}

/** A piece of an XML document and where it stands, for whoever rewrites the document around it. */
export interface XmlToken {
  readonly kind: 'open' | 'empty' | 'close' | 'text' | 'cdata' | 'other';
  /** Of a tag, without its namespace prefix; '' for the rest. */
  readonly name: string;
  /** Of a tag, with what the prefix ends in: "x:" or ''. */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: XmlAttributes;
}

/**
 * Walks an XML document in one pass whose cost grows with its length alone, whatever it contains.
 * Only what OOXML uses is understood: a document type, and with it any entity of its own, is refused.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  for (const { kind, name, from, to, attributes } of xmlTokens(xml)) {
    if (kind === 'text') yield { kind: 'text', text: unescapeXml(xml.slice(from, to)) };
    if (kind === 'cdata') yield { kind: 'text', text: xml.slice(from + 9, to - 3) };
    if (kind === 'open' || kind === 'empty') yield { kind: 'open', name, attributes };
    if (kind === 'close' || kind === 'empty') yield { kind: 'close', name };
  }
}

/** As `xmlEvents`, with the places of the pieces: one after the other they are the document. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const textEnd = start === -1 ? xml.length : start;
    if (textEnd > at) yield plainToken('text', at, textEnd);
    if (start === -1) return;
    if (xml.startsWith('<!--', start)) {
      at = after(xml, '-->', start + 4);
      yield plainToken('other', start, at);
    } else if (xml.startsWith('<![CDATA[', start)) {
      at = after(xml, ']]>', start + 9);
      yield plainToken('cdata', start, at);
    } else if (xml.startsWith('<?', start)) {
      at = after(xml, '?>', start + 2);
      yield plainToken('other', start, at);
    } else if (xml.startsWith('<!', start)) {
      throw new MalformedXml('document type');
    } else {
      at = afterTag(xml, start + 1);
      yield tagToken(xml.slice(start + 1, at - 1), start, at);
    }
  }
}

const noAttributes: XmlAttributes = () => ({});

function plainToken(kind: 'text' | 'cdata' | 'other', from: number, to: number): XmlToken {
  return { kind, name: '', prefix: '', from, to, attributes: noAttributes };
}

function tagToken(tag: string, from: number, to: number): XmlToken {
  if (tag.startsWith('/'))
    return { kind: 'close', ...named(tag.slice(1).trimEnd()), from, to, attributes: noAttributes };
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const nameEnd = body.search(/\s/);
  return {
    kind: isEmpty ? 'empty' : 'open',
    ...named(nameEnd === -1 ? body : body.slice(0, nameEnd)),
    from,
    to,
    attributes: nameEnd === -1 ? noAttributes : () => attributesOf(body.slice(nameEnd)),
  };
}

function named(name: string) {
  const prefix = name.slice(0, name.indexOf(':') + 1);
  return { name: name.slice(prefix.length), prefix };
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  // Sticky: each attribute starts where the last one ended, so a malformed tag cannot make the search start over and over.
  const next = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [, name, quoted, singleQuoted] = found;
    if (!name!.startsWith('xmlns')) attributes[localName(name!)] = unescapeXml(quoted ?? singleQuoted ?? '');
  }
  return attributes;
}

function afterTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const character = xml[at]!;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at + 1;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  throw new MalformedXml('unclosed tag');
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found === -1) throw new MalformedXml(`no ${mark}`);
  return found + mark.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const namedCharacters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return namedCharacters[(name as string).toLowerCase()]!;
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
