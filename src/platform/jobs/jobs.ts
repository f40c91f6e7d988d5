import { SetMetadata } from '@nestjs/common';
import type { Bilingual, Locale } from '../messages/words';

/** A kind of background work. Its data carries ids, never personal data: everything else is found in the database. */
export interface Job<Data extends object> {
  readonly name: string;
  readonly example?: Data;
}

const declared = new Map<string, Bilingual>();
export const handlesKey = Symbol('handles job');

/** Declares a job beside the code that does it; the name reads `<feature>.<verb>`, the label says it to people. */
export function declareJob<Data extends object = Record<string, never>>(name: string, label: Bilingual): Job<Data> {
  if (declared.has(name)) throw new Error(`The job ${name} is declared twice.`);
  declared.set(name, label);
  return { name };
}

/**
 * Marks the one method that does a job; it must be safe to run twice. That of a recurring look does so much at a time and
 * answers whether more is left: then it is asked for again at once.
 */
export function Handles(job: { readonly name: string }): MethodDecorator {
  return SetMetadata(handlesKey, job.name);
}

export const declaredJobs = (): readonly string[] => [...declared.keys()];

/** What people read for a job; a job of an earlier version is shown by its name. */
export const jobLabel = (name: string, locale: Locale): string => declared.get(name)?.[locale] ?? name;
