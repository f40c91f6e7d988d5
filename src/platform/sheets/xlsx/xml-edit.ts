import { MalformedXml, type XmlToken, xmlTokens } from './xml';

/**
 * The document with its tags as `edit` answers: the tag itself to leave it, another text to put in its place,
 * null to take the element out with all that is in it.
 */
export function editTags(xml: string, edit: (token: XmlToken, tag: string) => string | null): string {
  const pieces: string[] = [];
  let depthTakenOut = 0;
  for (const token of xmlTokens(xml)) {
    if (depthTakenOut > 0) {
      if (token.kind === 'open') depthTakenOut++;
      if (token.kind === 'close') depthTakenOut--;
      continue;
    }
    const raw = xml.slice(token.from, token.to);
    const isTag = token.kind === 'open' || token.kind === 'empty' || token.kind === 'close';
    const edited = isTag ? edit(token, raw) : raw;
    if (edited !== null) pieces.push(edited);
    else if (token.kind === 'open') depthTakenOut = 1;
  }
  if (depthTakenOut > 0) throw new MalformedXml('unclosed element');
  return pieces.join('');
}

/** The tag with these attributes, named as the document names them; null takes one out. */
export function withAttributes(tag: string, changes: Readonly<Record<string, string | null>>): string {
  const kept = tag.replace(/\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g, (whole, name: string) =>
    name in changes ? '' : whole,
  );
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${escapeXml(value)}"`],
  );
  return kept.replace(/\s*\/?>$/, (end) => added.join('') + end);
}

/** Fit for the text of an element or the value of an attribute. */
export function escapeXml(text: string): string {
  return writable(text).replace(/[&<>"]/g, (character) => entities[character]!);
}

/** The text without the characters that XML has no way to write. */
export function writable(text: string): string {
  return text.replace(unwritable, '');
}

/** Control characters, halves of surrogate pairs, and the two that are no characters. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
