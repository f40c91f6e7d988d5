import type { FastifyRequest } from 'fastify';
import { ownAddress } from './own-address';

/** The address of the page being shown: after a refused POST, of the page its form stood on, as far as that is known. */
export function pageAddress(request: FastifyRequest): string {
  return isPage(request) ? ownAddress(request.url) : pageBefore(request);
}

/** The page of our own this request came from; the first page when it did not say. */
export function pageBefore({ headers }: FastifyRequest): string {
  return ownAddress(headers.referer, headers.host);
}

/** Most forms are sent to the address they stand at. */
function isPage({ method, server, routeOptions: { url } }: FastifyRequest): boolean {
  return method === 'GET' || (url !== undefined && server.hasRoute({ method: 'GET', url }));
}
