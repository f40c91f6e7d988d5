import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const smallest = 1_024;
const compress = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 3 }),
};
type Encoding = keyof typeof compress;

/**
 * Pages and JSON leave compressed; the threads of Node do it. Not what another site made a browser ask for: by its length an
 * onlooker could guess a secret that stands beside what was asked (BREACH). Assets are compressed once, and what has a tag
 * stays the bytes the tag is of.
 */
export async function sendSmaller(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < smallest || !isText(reply) || reply.hasHeader('ETag'))
    return payload;
  void reply.header('Vary', 'Accept-Encoding');
  const encoding = encodingFor(request);
  if (!encoding || mayComeFromElsewhere(request)) return payload;
  void reply.header('Content-Encoding', encoding).removeHeader('Content-Length');
  return compress[encoding](payload);
}

const isText = (reply: FastifyReply): boolean =>
  /^(?:text\/html|application\/(?:problem\+)?json)\b/.test(String(reply.getHeader('Content-Type')));

function encodingFor({ method, headers }: FastifyRequest): Encoding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  return method === 'HEAD' ? undefined : (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** A browser says where a request comes from; an old one, which does not, may bring the cookie of its user along. */
const mayComeFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.cookie !== undefined : site !== 'same-origin' && site !== 'none';
};
