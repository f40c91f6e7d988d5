import { ArchiveLocked, ArchiveTooLarge, type Parts, unpack } from '../../platform/sheets/archive';
import type { Upload } from '../../platform/uploads';
import {
  essayFileDamaged,
  essayFileExpandsTooFar,
  essayFileHasMacros,
  essayFileIsEmpty,
  essayFileLocked,
  essayFileOfOldWord,
  essayFileOfOtherKind,
} from './file.refusals';

export type EssayFileKind = 'pdf' | 'docx';

/** A file that was looked into and may be kept; `name` is the writer's own, without what could mislead in a list. */
export interface EssayFile {
  readonly name: string;
  readonly kind: EssayFileKind;
  readonly content: Buffer;
}

const pdfStart = Buffer.from('%PDF-', 'latin1');
const zipStart = Buffer.from('PK\x03\x04', 'latin1');
/** An OLE2 container: the old .doc, or a .docx wrapped because it has a password. */
const ole2Start = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** A PDF ends by naming where its directory starts; programs allow for some bytes after it. */
const pdfTailBytes = 2048;
const longestName = 150;

/**
 * What a file is, is judged by what it contains, never by its name; nothing in it is run or shown.
 * @throws InvalidInput of the field `file`
 */
export async function readEssayFile({ name, content }: Upload): Promise<EssayFile> {
  const shown = shownName(name);
  if (content.length === 0) throw essayFileIsEmpty(shown);
  if (startsWith(content, pdfStart)) {
    if (!isWholePdf(content)) throw essayFileDamaged(shown);
    if (isEncryptedPdf(content)) throw essayFileLocked(shown);
    return { name: shown, kind: 'pdf', content };
  }
  if (startsWith(content, ole2Start)) throw essayFileOfOldWord(shown);
  if (!startsWith(content, zipStart)) throw essayFileOfOtherKind(shown);
  assertIsWordDocument(shown, await partsOf(shown, content));
  return { name: shown, kind: 'docx', content };
}

/** Without control signs, signs that turn the direction of writing, and paths. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!;
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain.slice(-longestName) || 'bai-thu-hoach';
}

function isWholePdf(content: Buffer): boolean {
  const tail = content.subarray(-pdfTailBytes).toString('latin1');
  return tail.includes('startxref') && tail.includes('%%EOF');
}

/** Its directory, which is never encrypted itself, names how the rest is. Whether an empty password opens it is not tried. */
const isEncryptedPdf = (content: Buffer) => /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R\b)/.test(content.toString('latin1'));

async function partsOf(name: string, content: Buffer): Promise<Parts> {
  try {
    return await unpack(content, 'all');
  } catch (error) {
    if (error instanceof ArchiveLocked) throw essayFileLocked(name);
    if (error instanceof ArchiveTooLarge) throw essayFileExpandsTooFar(name);
    throw essayFileDamaged(name);
  }
}

function assertIsWordDocument(name: string, parts: Parts): void {
  const types = parts.get('[content_types].xml')?.data.toString('utf8') ?? '';
  if (!parts.has('word/document.xml') || types === '') throw essayFileOfOtherKind(name);
  const hasProgram = [...parts.keys()].some((part) => /(^|\/)vba\w*\.(bin|xml)$|\/activex\//.test(part));
  if (hasProgram || /macroEnabled|vbaProject/i.test(types)) throw essayFileHasMacros(name);
}

const startsWith = (content: Buffer, start: Buffer) => content.subarray(0, start.length).equals(start);
