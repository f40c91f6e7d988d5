import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { mayBeRepeated } from './log-lines';

/** Of the answer itself, not of what keeps it safe. */
const ofEachAnswer = ['connection', 'content-length', 'content-type', 'date'];

/**
 * What every answer says unless its route says otherwise: what helmet tells browsers to refuse; nobody keeps a copy, because
 * most of what we answer is about people; and an address that holds what somebody typed, or opens something by itself, is
 * told to no other.
 */
export async function sayToEveryAnswer(safe: FastifyHelmetOptions) {
  const always = { ...(await saidByHelmet(safe)), 'cache-control': 'no-store' };
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    void reply.headers(always).header('referrer-policy', mayBeRepeated(request.url) ? 'same-origin' : 'strict-origin');
    done();
  };
}

/** Asked once: it works the same headers out anew for each request. */
async function saidByHelmet(options: FastifyHelmetOptions): Promise<Readonly<Record<string, unknown>>> {
  const asked = fastify();
  await asked.register(helmet, options);
  asked.get('/', async () => '');
  const { headers } = await asked.inject('/');
  await asked.close();
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofEachAnswer.includes(name)));
}
