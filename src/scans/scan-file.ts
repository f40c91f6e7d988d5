import { createHash } from 'node:crypto';
import type { Upload } from '../platform/uploads';
import { cleanedJpeg } from './jpeg';
import { pagesOfPdf } from './pdf';
import { cleanedPng } from './png';
import { scanIsEmpty, scanOfOtherKind, scanOfTooManyPages } from './scan-file.refusals';

export type ScanType = 'pdf' | 'jpeg' | 'png';

/** A file that was looked into and may be kept. */
export interface Scan {
  readonly name: string;
  readonly type: ScanType;
  readonly content: Buffer;
  readonly sha256: string;
  readonly pages: number;
}

const starts: Readonly<Record<ScanType, Buffer>> = {
  pdf: Buffer.from('%PDF-', 'latin1'),
  jpeg: Buffer.from('ffd8ff', 'hex'),
  png: Buffer.from('89504e470d0a1a0a', 'hex'),
};
const extensions: Readonly<Record<ScanType, string>> = { pdf: 'pdf', jpeg: 'jpg', png: 'png' };
const longestName = 120;

/**
 * What a file is, is told by how it begins, never by its name. Pictures lose whatever is not the picture – where and by which
 * device it was taken, what stands behind its end; a PDF stays byte for byte, since it may be signed, so what it may not
 * hold refuses it.
 * @throws InvalidInput of the field `file`
 */
export function readScan({ name, content }: Upload, mostPages: number): Scan {
  const shown = shownName(name);
  if (content.length === 0) throw scanIsEmpty(shown);
  const type = (Object.keys(starts) as ScanType[]).find((one) =>
    content.subarray(0, starts[one].length).equals(starts[one]),
  );
  if (!type) throw scanOfOtherKind(shown);
  const pages = type === 'pdf' ? pagesOfPdf(shown, content) : 1;
  if (pages > mostPages) throw scanOfTooManyPages(shown, pages, mostPages);
  const kept = type === 'jpeg' ? cleanedJpeg(shown, content) : type === 'png' ? cleanedPng(shown, content) : content;
  return {
    name: `${shown.replace(/\.[^.]*$/, '') || 'ban-chup'}.${extensions[type]}`,
    type,
    content: kept,
    sha256: createHash('sha256').update(kept).digest('hex'),
    pages,
  };
}

/** Without paths, control signs, and signs that turn the direction of writing. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!;
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  return plain.slice(-longestName) || 'ban-chup';
}
