import type { FastifyRequest } from 'fastify';
import '../access/access';
import { localeFrom, type Locale } from './words';

/** The language of an answer of the API: what the request asks for, else the account's, else Vietnamese. */
export function callerLocale(request: FastifyRequest): Locale {
  const wanted = request.headers['accept-language'];
  return wanted ? localeFrom(wanted) : (request.actor?.locale ?? 'vi');
}
