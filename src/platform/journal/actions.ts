import type { Bilingual, Locale } from '../messages/words';

declare const isDeclared: unique symbol;

/** What was done, by its name `nouns.verb_in_the_past`; only what was declared is written. */
export type Action = string & { readonly [isDeclared]: true };

const declared = new Map<string, Bilingual>();

/** Declares what a feature writes into the journal, with the words that follow the name of who did it. */
export function declareActions<Verb extends string>(
  nouns: string,
  verbs: Readonly<Record<Verb, Bilingual>>,
): Readonly<Record<Verb, Action>> {
  const actions = Object.entries<Bilingual>(verbs).map(([verb, sentence]) => {
    const name = `${nouns}.${verb}`;
    if (declared.has(name)) throw new Error(`The action ${name} is declared twice.`);
    declared.set(name, sentence);
    return [verb, name];
  });
  return Object.fromEntries(actions) as Record<Verb, Action>;
}

/** A line may be older than its words: then its name is shown. */
export const sayAction = (name: string, locale: Locale): string => declared.get(name)?.[locale] ?? name;

export const declaredActions = (): readonly string[] => [...declared.keys()];
