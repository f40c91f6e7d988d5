import { inflateSync } from 'node:zlib';
import { scanDamaged, scanHasActions, scanIsTwoFiles, scanLocked, scanNotLookedInto } from './scan-file.refusals';

/**
 * Names of a PDF that run something, fetch something or carry another file: scripts, programs to start, attachments, films,
 * forms of their own language, and what sends or brings data in (ISO 32000-2, 12.6.4 and 7.11.4).
 */
const refused: ReadonlySet<string> = new Set([
  ...['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'EF', 'FileAttachment', 'RichMedia', 'XFA', 'Rendition'],
  ...['SubmitForm', 'ImportData', 'GoToE', 'GoToR'],
]);
/** A stream of objects; readers open one that only says where its first object is. */
const packing = ['ObjStm', 'First'];
const watched: ReadonlySet<string> = new Set([...refused, 'Encrypt', ...packing]);
const tailBytes = 2048;
const longestObject = 8192;
/** Chapters of a table of contents have one each, letters have none. */
const mostFirsts = 2000;
/** What one stream of objects may unpack to, and all of them; those of office programs have some hundred kilobytes. */
const mostUnpacked = 8 * 1024 * 1024;
const mostUnpackedInAll = 64 * 1024 * 1024;
const longestDictionary = 1024;

/**
 * Looks for what a PDF may not hold, in what stands open and in objects that are packed, and counts its pages. It asks what any
 * reader could take for structure, not what one reader does: names are looked for everywhere, and objects packed otherwise
 * than office programs and scanners do are refused. @throws InvalidInput of the field `file`
 */
export function pagesOfPdf(name: string, content: Buffer): number {
  const text = content.toString('latin1');
  assertWhole(name, content, text);
  const open = [...watchedNames(text)].filter(({ is, at }) => is !== 'EF' || isKey(text, at));
  const packed = unpacked(name, content, text, placesOfPacked(name, text, open));
  const found = [...open, ...packed.flatMap((part) => [...watchedNames(part)])].map(({ is }) => is);
  if (found.includes('Encrypt')) throw scanLocked(name);
  if (found.some((is) => refused.has(is))) throw scanHasActions(name);
  const pages = [text, ...packed].reduce(
    (sum, part) => sum + (part.match(/\/Type\s*\/Page(?![\w#])/g)?.length ?? 0),
    0,
  );
  if (pages === 0) throw scanDamaged(name);
  return pages;
}

/** Ends as a PDF, with nothing of another file behind it. */
function assertWhole(name: string, content: Buffer, text: string): void {
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || !text.slice(Math.max(0, end - tailBytes), end).includes('startxref')) throw scanDamaged(name);
  if (/[^\s\0]/.test(text.slice(end + 5)) || endsAsZip(content)) throw scanIsTwoFiles(name);
}

/** A directory of a ZIP whose comment reaches exactly to the end. */
function endsAsZip(content: Buffer): boolean {
  const directory = Buffer.from('PK\x05\x06', 'latin1');
  for (let at = content.indexOf(directory, content.length - 65_557); at >= 0; at = content.indexOf(directory, at + 1))
    if (at + 22 <= content.length && at + 22 + content.readUInt16LE(at + 20) === content.length) return true;
  return false;
}

interface Watched {
  readonly is: string;
  readonly at: number;
}

/** Names may be written with numbers for letters: /J#61vaScript. */
function* watchedNames(text: string): Generator<Watched> {
  for (const { 1: written, index } of text.matchAll(/\/([^\s\0()<>[\]{}/%]{1,60})/g)) {
    const is = written!.includes('#')
      ? written!.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : written!;
    if (watched.has(is)) yield { is, at: index };
  }
}

/** Two letters turn up by chance in what is packed; with a value behind them they do not. */
const isKey = (text: string, at: number) => /^\/[^\s<]+\s*(<<|\d+\s+\d+\s+R)/.test(text.slice(at, at + 60));

/** Tables of contents have a first chapter too, and are no streams. */
function placesOfPacked(name: string, text: string, found: readonly Watched[]): number[] {
  if (found.filter(({ is }) => is === 'First').length > mostFirsts) throw scanNotLookedInto(name);
  const isStream = (at: number) => /stream|endobj/.exec(text.slice(at, at + longestObject))?.[0] !== 'endobj';
  return found.filter(({ is, at }) => is === 'ObjStm' || (is === 'First' && isStream(at))).map(({ at }) => at);
}

/** @param places where a stream says that it holds objects */
function unpacked(name: string, content: Buffer, text: string, places: readonly number[]): string[] {
  const parts = new Map<number, string>();
  let left = mostUnpackedInAll;
  for (const place of places) {
    // Nothing in the dictionary may hide another, and the packing is the one that is undone here.
    const near = text.slice(Math.max(0, place - longestDictionary), place + longestDictionary);
    const from = near.lastIndexOf('obj', Math.min(place, longestDictionary));
    const [said, dictionary = ''] =
      from < 0 ? [] : (/^obj\s*(<<[^()%]*?>>)\s*stream\r?\n/.exec(near.slice(from)) ?? []);
    const isPlain = dictionary.split('<<').length === dictionary.split('>>').length;
    const isKnown =
      !/DecodeParms|#/.test(dictionary) && /\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])\s*[/>]/.test(dictionary);
    if (!said || !isPlain || !isKnown) throw scanNotLookedInto(name);
    const start = Math.max(0, place - longestDictionary) + from + said.length;
    if (parts.has(start)) continue;
    try {
      const part = inflateSync(content.subarray(start), { maxOutputLength: Math.min(mostUnpacked, left) });
      left -= part.length;
      parts.set(start, part.toString('latin1'));
    } catch {
      throw scanNotLookedInto(name);
    }
  }
  return [...parts.values()];
}
