import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { type Locale, localeFrom, locales } from '../messages/words';

export const localeCookie = 'locale';

/** The language a page is shown in: the one switched to, else the account's, else the browser's, else Vietnamese. */
export function pageLocale(request: FastifyRequest): Locale {
  const chosen = locales.find((locale) => locale === request.cookies?.[localeCookie]);
  return chosen ?? request.actor?.locale ?? localeFrom(request.headers['accept-language']);
}
