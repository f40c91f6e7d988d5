import type { Bilingual } from '../platform/messages/words';

export type Outcome = 'pass' | 'warn' | 'block';

/** One admission rule, or one rule of the house, held against one person for one class. */
export interface Check {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly sentence: Bilingual;
  /** Where the rule comes from; null for rules of the house. */
  readonly citation: Bilingual | null;
  readonly verified: boolean;
}

export const isBlocked = (checks: readonly Check[]): boolean => checks.some(({ outcome }) => outcome === 'block');

/** The worst of the checks: what a list shows of a nominee in one word. */
export function worstOutcome(checks: readonly Check[]): Outcome {
  if (isBlocked(checks)) return 'block';
  return checks.some(({ outcome }) => outcome === 'warn') ? 'warn' : 'pass';
}

/** Why somebody does not qualify, in one paragraph of each language. */
export function blockingSentences(checks: readonly Check[]): Bilingual {
  const blocking = checks.filter(({ outcome }) => outcome === 'block').map(({ sentence }) => sentence);
  return { vi: blocking.map(({ vi }) => vi).join(' '), en: blocking.map(({ en }) => en).join(' ') };
}
