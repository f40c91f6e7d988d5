import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open as openFile, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, type Pack, pack } from 'tar-stream';
import { type BackupKeys, open, seal, sealedBeginning, sealsWith } from './backup-keys';
import { BackupCut, BackupDamaged, NoBackupFile, NotABackup } from './backups.refusals';
import { Refusal } from '../problems/refusal';

/** A named part of a backup, small enough to be held in memory. */
export interface Piece {
  readonly name: string;
  readonly content: Buffer;
}

/** The last piece: the checksum of all before it. A file without it was not finished. */
const checksum = 'sha256';

/**
 * Writes pieces into one file: a `tar`, compressed by `gzip`, encrypted by `age` where a key is set, so that the tools of
 * any machine open it without us. The file has its name only once it is whole and on the disk. Returns its checksum.
 */
export async function writeBackup(path: string, keys: BackupKeys, pieces: AsyncIterable<Piece>): Promise<string> {
  const unfinished = `${path}.part`;
  const tar = pack();
  const steps = sealsWith(keys) ? [createGzip(), seal(keys)] : [createGzip()];
  const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
  const written = pipeline([tar as unknown as Readable, ...steps, file] as never);
  written.catch(() => undefined);
  try {
    const sum = await fill(tar, pieces).catch((error: Error) => {
      tar.destroy(error);
      return '';
    });
    await written;
    await rename(unfinished, path);
    return sum;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function fill(tar: Pack, pieces: AsyncIterable<Piece>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    take(hash, piece);
    await put(tar, piece);
  }
  const sum = hash.digest('hex');
  await put(tar, { name: checksum, content: Buffer.from(sum) });
  tar.finalize();
  return sum;
}

/** Done once whoever reads has taken it, so that no more than a piece waits in memory. */
async function put(tar: Pack, { name, content }: Piece): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    tar.entry({ name, size: content.length }, content, (error) => (error ? reject(error) : resolve()));
  });
}

function take(hash: Hash, { name, content }: Piece): void {
  hash.update(`${name} ${content.length}\n`).update(content);
}

/**
 * The pieces of a file in their order. What was read can be trusted once all was read without a refusal.
 * @throws NoBackupFile, NotABackup, BackupSealed, WrongBackupKey, BackupCut, BackupDamaged
 */
export async function* readBackup(path: string, keys: BackupKeys): AsyncGenerator<Piece> {
  const isSealed = await looksSealed(path);
  const file = createReadStream(path);
  const tar = extract();
  const steps = isSealed ? [open(keys), createGunzip()] : [createGunzip()];
  const read = pipeline([file, ...steps, tar] as never);
  read.catch(() => undefined);
  try {
    const hash = createHash('sha256');
    let told: string | null = null;
    for await (const entry of tar) {
      const piece = { name: entry.header.name, content: await buffer(entry) };
      if (piece.name === checksum) told = piece.content.toString();
      else {
        take(hash, piece);
        yield piece;
      }
    }
    await read;
    if (told === null) throw new BackupCut();
    if (told !== hash.digest('hex')) throw new BackupDamaged();
  } catch (error) {
    // What the tar stumbled over came from further up.
    throw refusalOf(
      await read.then(
        () => error,
        (cause: unknown) => cause,
      ),
    );
  } finally {
    file.destroy();
    tar.destroy();
  }
}

/** @throws NoBackupFile, NotABackup */
async function looksSealed(path: string): Promise<boolean> {
  const beginning = Buffer.alloc(sealedBeginning.length);
  try {
    const file = await openFile(path);
    await file.read(beginning).finally(() => file.close());
  } catch {
    throw new NoBackupFile(path);
  }
  if (beginning.equals(Buffer.from(sealedBeginning))) return true;
  const isGzip = beginning[0] === 0x1f && beginning[1] === 0x8b;
  if (!isGzip) throw new NotABackup();
  return false;
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'Z_BUF_ERROR' || message === 'Unexpected end of data') return new BackupCut();
  if (code?.startsWith('Z_') || /tar/i.test(message ?? '')) return new BackupDamaged();
  return error;
}
