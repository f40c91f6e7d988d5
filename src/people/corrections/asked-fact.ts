import { InvalidInput } from '../../platform/problems/refusals';
import { formFactNames, formFacts } from '../by-hand/person-form';
import { readCorrection } from '../people.requests';
import type { PersonFacts } from '../person.entity';
import { optionalFacts } from '../person.facts';
import { notAFact, valueNeeded } from './corrections.refusals';

const ratingOf = /^ratings\.20\d\d$/;

/** Whether a record shows such a fact, by the name of its field in the form. */
export const isFactOfForm = (fact: string): boolean =>
  formFactNames.some((name) => name === fact) || ratingOf.test(fact);

export const mayBeBlank = (fact: string): boolean => optionalFacts.some((name) => name === fact) || ratingOf.test(fact);

/**
 * What somebody says is right of a fact, by the rules of that fact.
 * @returns as the form shows it; '' for nothing
 * @throws InvalidInput of `fact` or `value`
 */
export function readAsked(fact: string, value: string | undefined): string {
  if (!isFactOfForm(fact)) throw notAFact();
  if (value === undefined) {
    if (!mayBeBlank(fact)) throw valueNeeded();
    return '';
  }
  return formFacts({ ratings: {}, ...readFact(fact, value) } as PersonFacts)[fact]!;
}

function readFact(fact: string, value: string): Partial<PersonFacts> {
  try {
    return readCorrection({ [fact]: value, reason: fact }).changes;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map((problem) => ({ ...problem, field: 'value' })));
  }
}
