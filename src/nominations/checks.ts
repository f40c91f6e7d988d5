import type { Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';

type Outcome = 'pass' | 'warn' | 'block';

/** One admission rule, or one rule of the house, held against one person for one class. */
export interface Check {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly sentence: Bilingual;
  /** Where the rule comes from; null for rules of the house. */
  readonly citation: Bilingual | null;
  readonly verified: boolean;
  /** Since when the rule is in force; null for rules of the house, and not there on what was checked before this was kept. */
  readonly inForceFrom?: Day | null;
  /** The decision that lets this person in although the rule says no; the outcome is then a pass. */
  readonly override?: OverrideCited | null;
}

/** An authority's decision, as a check cites it. */
export interface OverrideCited {
  readonly decisionNumber: string;
  readonly decisionDate: Day;
  readonly authority: string;
}

export const isBlocked = (checks: readonly Check[]): boolean => checks.some(({ outcome }) => outcome === 'block');

export const hasWarning = (checks: readonly Check[]): boolean => checks.some(({ outcome }) => outcome === 'warn');

/** Why somebody does not qualify, in one paragraph of each language. */
export const blockingSentences = (checks: readonly Check[]): Bilingual => sentencesOf(checks, 'block');

/** What asks for a second look, in one paragraph of each language. */
export const warningSentences = (checks: readonly Check[]): Bilingual => sentencesOf(checks, 'warn');

function sentencesOf(checks: readonly Check[], outcome: Outcome): Bilingual {
  const found = checks.filter((check) => check.outcome === outcome).map(({ sentence }) => sentence);
  return { vi: found.map(({ vi }) => vi).join(' '), en: found.map(({ en }) => en).join(' ') };
}
