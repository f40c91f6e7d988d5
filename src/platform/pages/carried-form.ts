import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { signInFields } from '../access/sign-in-again';
import { uploadLimitMegabytes } from '../limits/largest-body';
import { ownAddress } from './own-address';

const mostFields = 20_000;
const mostCharacters = 1_000_000;

/** A form that came without a session, to be sent on once its reader has signed in. */
export interface CarriedForm {
  readonly action: string;
  /** The id of the part htmx puts the answer in; null for a whole page. */
  readonly part: string | null;
  /** What was typed, name by name; null when it is more than a page should carry. */
  readonly fields: readonly (readonly [string, string])[] | null;
  /** Whether a file was chosen: a browser does not let it be chosen for its reader again. */
  readonly hasFile: boolean;
}

export async function carriedForm(request: FastifyRequest): Promise<CarriedForm> {
  const part = String(request.headers['hx-target'] ?? '');
  const { typed, hasFile } = request.isMultipart()
    ? await readParts(request)
    : { typed: request.body, hasFile: request.hasLostFile === true };
  return {
    action: ownAddress(request.url),
    part: /^[\w-]+$/.test(part) ? part : null,
    fields: withinBounds(Object.entries((typed ?? {}) as Record<string, unknown>).flatMap(texts)),
    hasFile,
  };
}

const texts = ([name, value]: [string, unknown]) =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : []));

function withinBounds(fields: readonly (readonly [string, string])[]): typeof fields | null {
  const characters = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return fields.length <= mostFields && characters <= mostCharacters ? fields : null;
}

/** The texts of a form with a file, which is read past. What cannot be read to its end is carried as far as it was. */
async function readParts(request: FastifyRequest): Promise<{ typed: Record<string, string[]>; hasFile: boolean }> {
  const typed: Record<string, string[]> = {};
  let hasFile = false;
  const reading = {
    limits: {
      fileSize: uploadLimitMegabytes * 1024 * 1024,
      files: 1,
      fields: 50,
      fieldSize: request.routeOptions.bodyLimit,
    },
    throwFileSizeLimit: false,
  };
  try {
    for await (const part of request.parts(reading)) {
      if (part.type === 'field') (typed[part.fieldname] ??= []).push(String(part.value));
      else {
        hasFile ||= part.filename !== '';
        part.file.resume();
      }
    }
  } catch {
    // The form is shown with what arrived.
  }
  for (const name of Object.values(signInFields)) delete typed[name];
  return { typed, hasFile };
}
