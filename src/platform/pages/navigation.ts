import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor';
import type { Bilingual, Locale } from '../messages/words';
import type { MenuPlace, NavigationItem } from './page-context';

/** One entry of the menu, and for whom it stands there. */
export interface MenuEntry {
  readonly href: string;
  readonly label: Bilingual;
  readonly isFor: (actor: Actor) => boolean;
  /** On the line unless told otherwise. */
  readonly place?: MenuPlace;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The menu, given by the roof of the house. */
    menu: readonly MenuEntry[];
  }
}

export function navigationOf(request: FastifyRequest, locale: Locale): NavigationItem[] {
  const { actor } = request;
  if (!actor) return [];
  const path = request.url.split('?')[0]!;
  return request.server.menu
    .filter((entry) => entry.isFor(actor))
    .map(({ href, label, place = 'line' }) => ({
      href,
      label: label[locale],
      current: path === href || path.startsWith(`${href}/`),
      place,
    }));
}
