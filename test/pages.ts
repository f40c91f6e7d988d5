import { DeclaredRoutes } from '../src/platform/access/declared-routes';
import type { Answer, TestApp } from './app';
import { permissions } from './permissions.table';
import type { Caller } from './world';

/** The routes people come to in a browser: neither the API nor what probes ask. */
export const pageRoutes = (app: TestApp): string[] =>
  app
    .get(DeclaredRoutes)
    .list()
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => /^GET \/(?!api|health|metrics)/.test(route));

/** Who is asked to read a page that several may. */
export const readerOf = (route: string): Caller =>
  ([...'TSGAMCDOmV'].find((one) => permissions[route]!.includes(one)) ?? 'T') as Caller;

/** The page at a place, about a unit where it asks for one; null where there is none for whoever reads. */
export async function pageAt(
  read: (address: string) => Promise<Answer<string>>,
  place: string,
  unitId: string,
): Promise<{ readonly address: string; readonly html: string } | null> {
  for (const address of [place, `${place}?unitId=${unitId}`]) {
    const { status, text } = await read(address);
    if (status === 200 && text.startsWith('<!doctype')) return { address, html: text };
    if (status !== 422) return null;
  }
  return null;
}

/** What is written in a part of a page. */
export const textOf = (html = ''): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
