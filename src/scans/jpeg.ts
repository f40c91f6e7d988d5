import { assertSize, scanDamaged } from './scan-file.refusals';
import { append } from '../platform/lists';

const marker = { app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, comment: 0xfe, scan: 0xda, end: 0xd9 };
const exif = Buffer.from('Exif\0\0', 'latin1');
const profile = Buffer.from('ICC_PROFILE\0', 'latin1');
const orientationTag = 0x0112;

/**
 * The picture, its colours and which way up it is; no EXIF with place and device, no comment, no picture in the picture,
 * nothing behind its end. @throws InvalidInput of the field `file`
 */
export function cleanedJpeg(name: string, content: Buffer): Buffer {
  const parts: Buffer[] = [content.subarray(0, 2)];
  let hasSize = false;
  for (let at = 2; at + 4 <= content.length;) {
    if (content[at] !== 0xff) throw scanDamaged(name);
    const code = content[at + 1]!;
    // Any number of fill bytes may stand before a marker.
    if (code === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end > content.length) break;
    const segment = content.subarray(at, end);
    if (isFrame(code) && segment.length >= 9) {
      assertSize(name, segment.readUInt16BE(7), segment.readUInt16BE(5));
      hasSize = true;
    }
    if (code === marker.app1) append(parts, uprightness(segment.subarray(4)));
    else if (isOfPicture(code, segment)) parts.push(segment);
    at = end;
    if (code !== marker.scan) continue;
    const next = endOfScan(content, at);
    if (next === null || !hasSize) break;
    parts.push(content.subarray(at, next));
    at = next;
    if (content[at + 1] === marker.end) return Buffer.concat([...parts, content.subarray(at, at + 2)]);
  }
  throw scanDamaged(name);
}

/** SOF0 to SOF15, without the tables that have numbers among them. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

function isOfPicture(code: number, segment: Buffer): boolean {
  if (code === marker.comment) return false;
  if (code < marker.app0 || code > marker.app15) return true;
  const isProfile = code === marker.app2 && segment.subarray(4, 4 + profile.length).equals(profile);
  return code === marker.app0 || code === marker.app14 || isProfile;
}

/** Where the next marker stands that is no part of the picture's data. */
function endOfScan(content: Buffer, from: number): number | null {
  for (let at = content.indexOf(0xff, from); at >= 0 && at + 1 < content.length; at = content.indexOf(0xff, at + 1)) {
    const code = content[at + 1]!;
    if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  return null;
}

/** An EXIF segment that says nothing but which way up the picture is: telephones write it, and turn nothing. */
function uprightness(data: Buffer): Buffer[] {
  const way = data.subarray(0, exif.length).equals(exif) ? orientationOf(data.subarray(exif.length)) : null;
  if (way === null) return [];
  const said = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  said.writeUInt16BE(way, 28);
  return [said];
}

/** Of a TIFF header and its first directory; null where there is none or it makes no sense. */
function orientationOf(tiff: Buffer): number | null {
  if (tiff.length < 14) return null;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < Math.min(two(directory), 200); n += 1) {
    const entry = directory + 2 + n * 12;
    if (two(entry) !== orientationTag) continue;
    const way = two(entry + 8);
    return way >= 2 && way <= 8 ? way : null;
  }
  return null;
}
