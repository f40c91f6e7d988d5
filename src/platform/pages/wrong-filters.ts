import type { CallHandler } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom } from 'rxjs';
import { InvalidInput } from '../problems/refusals';
import { controlId, type FormValues } from './form-scope';

/** What an address narrows a list by and nobody can read. */
export interface WrongFilters {
  readonly refusal: InvalidInput;
  readonly typed: FormValues;
}

declare module 'fastify' {
  interface FastifyRequest {
    wrongFilters?: WrongFilters;
  }
}

export const filterFormId = 'filter';

/**
 * A list whose address narrows it by what cannot be read, shown without that, and with what was typed in its filters.
 * @throws what the page threw, where it has no such filter
 */
export async function withoutWrongFilters(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  page: CallHandler,
): Promise<unknown> {
  const query = request.query as Record<string, unknown>;
  const names = request.method === 'GET' && error instanceof InvalidInput ? error.fields.map(({ field }) => field) : [];
  if (names.length === 0 || !names.every((name) => Object.hasOwn(query, name))) throw error;
  request.wrongFilters = {
    refusal: error as InvalidInput,
    typed: Object.fromEntries(names.map((name) => [name, query[name]])),
  };
  for (const name of names) delete query[name];
  const shown: unknown = await lastValueFrom(page.handle());
  const isTold = (name: string) => typeof shown === 'string' && shown.includes(`id="${controlId(filterFormId, name)}"`);
  if (!names.every(isTold)) throw error;
  void reply.status((error as InvalidInput).status);
  return shown;
}
