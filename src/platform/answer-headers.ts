import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayBeRepeated } from './log-lines';

/**
 * What every answer says unless its route says otherwise: nobody keeps a copy, because most of what we answer is about
 * people; and an address that holds what somebody typed, or opens something by itself, is told to no other.
 */
export function sayToEveryAnswer(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', mayBeRepeated(request.url) ? 'same-origin' : 'strict-origin');
  done();
}
