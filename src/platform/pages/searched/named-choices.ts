import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor';
import type { Bilingual } from '../../messages/words';
import { beginning, tidyText } from '../../names';
import type { FieldError } from '../../problems/refusal';
import { InvalidInput } from '../../problems/refusals';

/** What a field adds to its name where it sends what somebody typed in place of an id. */
export const namedSuffix = '.named';

/** What was typed where one is chosen. */
interface NamedChoice {
  readonly typed: string;
  /** Why it does not say which one; null where it does. */
  readonly fault: FieldError | null;
}

export type NamedFields = ReadonlyMap<string, NamedChoice>;

/** Which one is meant by a name or a code, or why that is not known. */
export type Meant = { readonly id: string } | { readonly code: string; readonly message: Bilingual };

/** Given by the feature whose things are chosen. */
export abstract class NamedChoices {
  abstract meant(actor: Actor, typed: string): Promise<Meant>;
}

declare module 'fastify' {
  interface FastifyRequest {
    named?: NamedFields;
    /** The same of fields that are read by their handler. */
    nameIn?: (fields: Record<string, unknown>) => Promise<void>;
  }
}

/** More than a form has. */
const mostNamed = 4;
const longest = 250;

/**
 * Puts ids where names were typed, before anybody reads the request. What names nothing stays as it was typed, which is no id,
 * so that who reads it refuses it.
 */
export async function nameChoices(request: FastifyRequest, choices: NamedChoices): Promise<void> {
  const named = new Map<string, NamedChoice>();
  request.named = named;
  request.nameIn = async (fields) => {
    const fitting = Object.keys(fields).filter((key) => key.endsWith(namedSuffix));
    for (const key of fitting.slice(0, mostNamed)) {
      const field = key.slice(0, -namedSuffix.length);
      const typed = tidyText(beginning(String([fields[key]].flat()[0] ?? ''), longest));
      delete fields[key];
      delete fields[field];
      if (typed === '' || !request.actor) continue;
      const meant = await choices.meant(request.actor, typed);
      named.set(field, { typed, fault: 'id' in meant ? null : { field, ...meant } });
      fields[field] = 'id' in meant ? meant.id : typed;
    }
  };
  for (const fields of [request.query, request.body])
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
      await request.nameIn(fields as Record<string, unknown>);
}

/** A refusal that says of what was typed why it names nothing. */
export function toldByName<Told>(refusal: Told, named: NamedFields | undefined): Told | InvalidInput {
  if (!(refusal instanceof InvalidInput) || !named) return refusal;
  return new InvalidInput(refusal.fields.map((error) => named.get(error.field)?.fault ?? error));
}
