import { createHash } from 'node:crypto';
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { storable } from './names';
import './access/sign-in-again';
import { uploadLimitMegabytes } from './problems/unexpected';
import { InvalidInput } from './problems/refusals';

const digests = new WeakMap<FastifyRequest, string>();

/** Of what a multipart request held beside its fields, which are its body; null while nobody has read it. */
export const digestOfUpload = (request: FastifyRequest): string | null => digests.get(request) ?? null;

const digestOf = (file: Upload | null): string =>
  file === null ? '' : createHash('sha256').update(`${file.name}\n`).update(file.content).digest('hex');

export interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The file and the other fields of a multipart form; the file is held in memory, at most 10 MB.
 * @throws UploadTooLarge | InvalidInput when no file was chosen (too large reaches us as the parser's own 413)
 */
export async function readUpload(request: FastifyRequest): Promise<{ file: Upload; fields: Record<string, string> }> {
  if (request.hasLostFile) throw lostFile();
  if (!request.isMultipart()) throw noFile();
  const fields: Record<string, string> = {};
  let file: Upload | null = null;
  // Whatever happens to the file, the page that refuses it shows again what was typed beside it.
  request.body = fields;
  for await (const part of request.parts({
    limits: { fileSize: uploadLimitMegabytes * 1024 * 1024, files: 1, fields: 50 },
  })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const content = await part.toBuffer();
    // An empty file was chosen all the same; who reads it says that it is empty.
    if (part.filename) file = { name: storable(part.filename.normalize('NFC')), content };
  }
  digests.set(request, digestOf(file));
  if (!file) throw noFile();
  return { file, fields };
}

/** A form that may carry a file. `isTooLarge` tells of a file that was left out because it is. */
export interface FormWithFile {
  readonly file: Upload | null;
  readonly isTooLarge: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads a form where the file may be left out: a multipart one, or one without a file, or JSON. A file over the limit is
 * read past, so that what was typed around it is not lost.
 * @throws InvalidInput when a file had been chosen and was lost on the way
 */
export async function readForm(request: FastifyRequest, maxMegabytes: number): Promise<FormWithFile> {
  if (request.hasLostFile) throw lostFile();
  if (!request.isMultipart()) {
    return { file: null, isTooLarge: false, fields: (request.body ?? {}) as Readonly<Record<string, unknown>> };
  }
  const fields: Record<string, unknown> = {};
  request.body = fields;
  let file: Upload | null = null;
  let isTooLarge = false;
  // The parser's types do not know the last setting, which its documentation names for every way of reading.
  const reading = {
    limits: { fileSize: maxMegabytes * 1024 * 1024, files: 1, fields: 50 },
    throwFileSizeLimit: false,
  };
  for await (const part of request.parts(reading)) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    const content = await part.toBuffer();
    isTooLarge = part.file.truncated;
    if (part.filename && !isTooLarge) file = { name: part.filename.normalize('NFC'), content };
  }
  digests.set(request, digestOf(file));
  return { file, isTooLarge, fields };
}

const noFile = () =>
  InvalidInput.field('file', 'required', {
    vi: 'Chưa có tệp nào được chọn. Hãy chọn tệp Excel (.xlsx) hoặc .csv rồi gửi lại.',
    en: 'No file was chosen. Choose the Excel (.xlsx) or .csv file and send again.',
  });

const lostFile = () =>
  InvalidInput.field('file', 'lost', {
    vi: 'Đã đăng nhập lại và giữ được các mục đã điền, trừ tệp. Hãy chọn lại tệp rồi gửi.',
    en: 'You are signed in again and what you filled in is kept, except the file. Choose the file again and send.',
  });
