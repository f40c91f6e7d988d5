import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** A workbook may unpack to this many bytes in all; an honest roster of 20,000 people takes about 30 MB. */
export const maxUnpackedBytes = 60 * 1024 * 1024;
/** A workbook has about ten parts, and two or three more for each sheet and picture. */
export const maxParts = 1_000;

/** The archive asks for more than the limits allow. */
export class ArchiveTooLarge extends Error {}
/** A part of the archive is encrypted. */
export class ArchiveLocked extends Error {}
/** The archive is cut off, or is not what its own directory says. */
export class ArchiveBroken extends Error {}

/**
 * Unpacks the XML parts of a zip archive, by lower-case path. Every part is inflated as a stream and counted as it comes out,
 * whatever sizes the archive claims, and must have the checksum its directory says.
 * Throws `ArchiveTooLarge`, `ArchiveLocked` or `ArchiveBroken`.
 */
export async function unpackXml(content: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  try {
    return await unpack(await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: false }));
  } catch (error) {
    if (error instanceof ArchiveTooLarge || error instanceof ArchiveLocked) throw error;
    throw new ArchiveBroken('The archive cannot be unpacked', { cause: error });
  }
}

async function unpack(archive: ZipFile): Promise<ReadonlyMap<string, Buffer>> {
  if (archive.entryCount > maxParts) throw new ArchiveTooLarge();
  const parts = new Map<string, Buffer>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) throw new ArchiveLocked();
    const part = await inflate(archive, entry, maxUnpackedBytes - unpacked);
    unpacked += part.size;
    if (isXml(entry)) parts.set(entry.fileName.toLowerCase(), Buffer.concat(part.chunks));
  }
  return parts;
}

async function inflate(archive: ZipFile, entry: Entry, room: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length;
    if (size > room) throw new ArchiveTooLarge();
    checksum = crc32(chunk as Buffer, checksum);
    if (isXml(entry)) chunks.push(chunk as Buffer);
  }
  if (checksum !== entry.crc32) throw new ArchiveBroken(`${entry.fileName}: wrong checksum`);
  return { chunks, size };
}

function isXml(entry: Entry): boolean {
  return /\.(xml|rels)$/i.test(entry.fileName);
}
