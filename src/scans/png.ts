import { crc32 } from 'node:zlib';
import { assertSize, scanDamaged } from './scan-file.refusals';

/** What makes the picture; all else (text, EXIF, times, moving pictures, private parts) is left out. */
const kept: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
]);
const signatureBytes = 8;

/** The picture alone, without what stands behind its end. @throws InvalidInput of the field `file` */
export function cleanedPng(name: string, content: Buffer): Buffer {
  const parts: Buffer[] = [content.subarray(0, signatureBytes)];
  let hasPicture = false;
  for (let at = signatureBytes; at + 12 <= content.length;) {
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length) break;
    const type = content.toString('latin1', at + 4, at + 8);
    if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) throw scanDamaged(name);
    const isFirst = at === signatureBytes;
    if (isFirst !== (type === 'IHDR')) throw scanDamaged(name);
    if (isFirst) assertSize(name, content.readUInt32BE(at + 8), content.readUInt32BE(at + 12));
    if (type === 'IDAT') hasPicture = true;
    if (kept.has(type)) parts.push(content.subarray(at, end));
    if (type === 'IEND') {
      if (!hasPicture) throw scanDamaged(name);
      return Buffer.concat(parts);
    }
    at = end;
  }
  throw scanDamaged(name);
}
