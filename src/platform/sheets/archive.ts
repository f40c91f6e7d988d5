import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import * as yazl from 'yazl';

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

/** One part of an archive; `name` is its path as the archive writes it. */
export interface Part {
  readonly name: string;
  readonly data: Buffer;
}

/** The parts of an archive, by lower-case path. */
export type Parts = ReadonlyMap<string, Part>;

/**
 * Unpacks a zip archive, or only its XML. Every part is inflated as a stream and counted as it comes out,
 * whatever sizes the archive claims, and must have the checksum its directory says.
 * Throws `ArchiveTooLarge`, `ArchiveLocked` or `ArchiveBroken`.
 */
export async function unpack(content: Buffer, wanted: 'all' | 'xml'): Promise<Parts> {
  const isWanted = wanted === 'all' ? () => true : isXml;
  try {
    return await unpackEntries(
      await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: false }),
      isWanted,
    );
  } catch (error) {
    if (error instanceof ArchiveTooLarge || error instanceof ArchiveLocked) throw error;
    throw new ArchiveBroken('The archive cannot be unpacked', { cause: error });
  }
}

/** Packs parts into an archive again, in the order they come. */
export async function pack(parts: Iterable<Part>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const { name, data } of parts) archive.addBuffer(data, name);
  archive.end();
  return buffer(archive.outputStream);
}

async function unpackEntries(archive: ZipFile, isWanted: (entry: Entry) => boolean): Promise<Parts> {
  if (archive.entryCount > maxParts) throw new ArchiveTooLarge();
  const parts = new Map<string, Part>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) throw new ArchiveLocked();
    const { chunks, size } = await inflate(archive, entry, maxUnpackedBytes - unpacked, isWanted(entry));
    unpacked += size;
    if (isWanted(entry)) parts.set(entry.fileName.toLowerCase(), { name: entry.fileName, data: Buffer.concat(chunks) });
  }
  return parts;
}

async function inflate(archive: ZipFile, entry: Entry, room: number, isWanted: boolean) {
  const chunks: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length;
    if (size > room) throw new ArchiveTooLarge();
    checksum = crc32(chunk as Buffer, checksum);
    if (isWanted) chunks.push(chunk as Buffer);
  }
  if (checksum !== entry.crc32) throw new ArchiveBroken(`${entry.fileName}: wrong checksum`);
  return { chunks, size };
}

function isXml(entry: Entry): boolean {
  return /\.(xml|rels)$/i.test(entry.fileName);
}
