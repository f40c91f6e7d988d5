import { createHash } from 'node:crypto';
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { storable } from './names';
import './access/sign-in-again';
import { Takes, uploadLimitMegabytes } from './limits/largest-body';
import { assertName } from './limits/request-shape';
import { Refusal } from './problems/refusal';
import { BodyTooLarge, InvalidInput, UploadTooLarge } from './problems/refusals';
import './pages/searched/named-choices';
import { gatherTicks } from './ticked-elsewhere';
import { unreadable } from './problems/unexpected';

const digests = new WeakMap<FastifyRequest, string>();

/** Of what a multipart request held beside its fields, which are its body; null while nobody has read it. */
export const digestOfUpload = (request: FastifyRequest): string | null => digests.get(request) ?? null;

const digestOf = (file: Upload | null): string =>
  file === null ? '' : createHash('sha256').update(`${file.name}\n`).update(file.content).digest('hex');

export interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

/** Declares a route of the API that takes a file, and ids beside it, such as that of the unit it is of. */
export function TakesFile(ids: Readonly<Record<string, 'required' | 'optional'>> = {}): MethodDecorator {
  const file = { type: 'string', format: 'binary' };
  const names = Object.keys(ids);
  return applyDecorators(
    Takes({ fileMegabytes: uploadLimitMegabytes }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file', ...names.filter((name) => ids[name] === 'required')],
        properties: {
          file,
          ...Object.fromEntries(names.map((name) => [name, { type: 'string', format: 'uuid' }])),
        },
      },
    }),
  );
}

/**
 * The file and the other fields of a multipart form; the file is held in memory, at most as large as the route takes.
 * @throws UploadTooLarge | InvalidInput when no file was chosen or the form was cut off
 */
export async function readUpload(request: FastifyRequest): Promise<{ file: Upload; fields: Record<string, string> }> {
  if (request.hasLostFile) throw lostFile();
  const fields: Record<string, string> = {};
  // What was typed beside the file stays with the request, so that a refused form can show it again.
  request.body = fields;
  if (!request.isMultipart()) throw noFile();
  const megabytes = request.routeOptions.config.fileMegabytes ?? uploadLimitMegabytes;
  const { file, isTooLarge } = await readParts(request, megabytes, usualFields, (name, value) => {
    fields[name] = value;
  });
  if (isTooLarge) throw new UploadTooLarge(megabytes);
  if (!file) throw noFile();
  await request.nameIn?.(fields);
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
 * read past, so that what was typed around it is not lost. Boxes that share a name are a list.
 * @throws InvalidInput when a file had been chosen and was lost on the way
 */
export async function readForm(
  request: FastifyRequest,
  maxMegabytes: number,
  maxFields = usualFields,
): Promise<FormWithFile> {
  if (request.hasLostFile) throw lostFile();
  if (!request.isMultipart()) {
    return { file: null, isTooLarge: false, fields: (request.body ?? {}) as Readonly<Record<string, unknown>> };
  }
  const fields: Record<string, string | string[]> = {};
  request.body = fields;
  const read = await readParts(request, maxMegabytes, maxFields, (name, value) => {
    const before = Object.hasOwn(fields, name) ? fields[name]! : null;
    fields[name] = before === null ? value : [before, value].flat();
  });
  gatherTicks(fields);
  await request.nameIn?.(fields);
  return { ...read, fields };
}

/** Reads a file over the limit past, so that what stands after it is not lost; fields are told as they come. */
async function readParts(
  request: FastifyRequest,
  maxMegabytes: number,
  maxFields: number,
  tell: (name: string, value: string) => void,
): Promise<Pick<FormWithFile, 'file' | 'isTooLarge'>> {
  const { bodyLimit } = request.routeOptions;
  // The parser's types do not know the last setting, which its documentation names for every way of reading.
  const reading = {
    limits: { fileSize: maxMegabytes * 1024 * 1024, fieldSize: bodyLimit, ...partLimits(maxFields) },
    throwFileSizeLimit: false,
  };
  const read: { file: Upload | null; isTooLarge: boolean } = { file: null, isTooLarge: false };
  try {
    for await (const part of request.parts(reading)) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw new BodyTooLarge(bodyLimit / 1024);
        assertName(part.fieldname);
        tell(part.fieldname, String(part.value));
        continue;
      }
      const content = await part.toBuffer();
      read.isTooLarge = part.file.truncated;
      // An empty file was chosen all the same; who reads it says that it is empty.
      if (part.filename && !read.isTooLarge) read.file = { name: storable(part.filename), content };
    }
  } catch (error) {
    // Whatever else the parser says is about what was sent: no boundary, cut off, too many parts.
    throw error instanceof Refusal ? error : unreadable();
  }
  digests.set(request, digestOf(read.file));
  return read;
}

/** A form of one thing; one of many says how many fields it may have. */
const usualFields = 50;
const partLimits = (fields: number) => ({ files: 1, fields, parts: fields + 1, fieldNameSize: 200, headerPairs: 20 });

const noFile = () =>
  InvalidInput.field('file', 'required', {
    vi: 'Chưa có tệp nào được chọn. Hãy chọn tệp Excel (.xlsx, .xls), .ods hoặc .csv rồi gửi lại.',
    en: 'No file was chosen. Choose the Excel (.xlsx, .xls), .ods or .csv file and send again.',
  });

const lostFile = () =>
  InvalidInput.field('file', 'lost', {
    vi: 'Đã đăng nhập lại và giữ được các mục đã điền, trừ tệp. Hãy chọn lại tệp rồi gửi.',
    en: 'You are signed in again and what you filled in is kept, except the file. Choose the file again and send.',
  });
