/** What an XML document says, in order. Names come without their namespace prefix. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: XmlAttributes }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

type XmlAttributes = () => Readonly<Record<string, string>>;

export class MalformedXml extends Error {}

/**
 * Walks an XML document in one pass whose cost grows with its length alone, whatever it contains.
 * Only what OOXML uses is understood: a document type, and with it any entity of its own, is refused.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start === -1) return;
    if (start > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, start)) };
    if (xml.startsWith('<!--', start)) {
      at = after(xml, '-->', start + 4);
    } else if (xml.startsWith('<![CDATA[', start)) {
      at = after(xml, ']]>', start + 9);
      yield { kind: 'text', text: xml.slice(start + 9, at - 3) };
    } else if (xml.startsWith('<?', start)) {
      at = after(xml, '?>', start + 2);
    } else if (xml.startsWith('<!', start)) {
      throw new MalformedXml('document type');
    } else {
      at = afterTag(xml, start + 1);
      yield* tagEvents(xml.slice(start + 1, at - 1));
    }
  }
}

function* tagEvents(tag: string): Generator<XmlEvent> {
  if (tag.startsWith('/')) {
    yield { kind: 'close', name: localName(tag.slice(1).trimEnd()) };
    return;
  }
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const nameEnd = body.search(/\s/);
  const name = localName(nameEnd === -1 ? body : body.slice(0, nameEnd));
  yield { kind: 'open', name, attributes: () => (nameEnd === -1 ? {} : attributesOf(body.slice(nameEnd))) };
  if (isEmpty) yield { kind: 'close', name };
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
