import type { FastifyInstance } from 'fastify';
import { usualBodyBytes } from './largest-body';
import { deepest, tooDeep } from './request-shape';

const [quote, escape, ...opening] = [...'"\\{['].map((sign) => sign.charCodeAt(0)) as [number, number, ...number[]];
const closing = [...'}]'].map((sign) => sign.charCodeAt(0));

/** Looks how deep JSON lies before it is parsed: parsing takes its time for each layer, and megabytes hold millions. */
export function limitJsonDepth(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: usualBodyBytes },
    (request, body, done) => {
      if (liesTooDeep(body)) done(tooDeep());
      else void parse(request, body as unknown as string, done);
    },
  );
}

/** @param json as it was sent, UTF-8; what is no JSON is for the parser to say */
export function liesTooDeep(json: Buffer): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]!;
    if (isText && sign === escape) at += 1;
    else if (sign === quote) isText = !isText;
    else if (!isText && opening.includes(sign)) depth += 1;
    else if (!isText && closing.includes(sign)) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
